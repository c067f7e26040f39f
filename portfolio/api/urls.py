"""The routes of the front room."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from portfolio.api.artists import ArtistViewSet
from portfolio.api.commissions.urls import urlpatterns as commission_routes
from portfolio.api.exhibitions.submission_urls import urlpatterns as submission_routes
from portfolio.api.exhibitions.urls import urlpatterns as exhibition_routes
from portfolio.api.featured import FeaturedOrderView, FeaturedView, FeatureView
from portfolio.api.related import RelatedView
from portfolio.api.statistics.views import StatisticsTableView, StatisticsView

router = SimpleRouter(trailing_slash=False, use_regex_path=False)
router.register("artists", ArtistViewSet)

urlpatterns = [
    path("featured", FeaturedView.as_view()),
    path("featured/order", FeaturedOrderView.as_view()),
    path("featured/<int:feature_id>", FeatureView.as_view()),
    path("artworks/<uuid:artwork_id>/related", RelatedView.as_view()),
    path("statistics", StatisticsView.as_view()),
    path("statistics/csv", StatisticsTableView.as_view(), name="statistics-csv"),
    *commission_routes,
    *exhibition_routes,
    *submission_routes,
    *router.urls,
]

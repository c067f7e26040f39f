"""The routes of exhibitions."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from portfolio.api.exhibitions.announcing import AnnounceView
from portfolio.api.exhibitions.conflicts import ConflictsView
from portfolio.api.exhibitions.cover import CoverView
from portfolio.api.exhibitions.exhibitions import ExhibitionViewSet
from portfolio.api.exhibitions.jurors import JurorsView, JurorView
from portfolio.api.exhibitions.on_show import OnShowView

router = SimpleRouter(trailing_slash=False, use_regex_path=False)
router.register("exhibitions", ExhibitionViewSet)

urlpatterns = [
    path("exhibitions/<uuid:exhibition_id>/announce", AnnounceView.as_view()),
    path("exhibitions/<uuid:exhibition_id>/artworks", OnShowView.as_view()),
    path("exhibitions/<uuid:exhibition_id>/cover", CoverView.as_view()),
    path("exhibitions/<uuid:exhibition_id>/jurors", JurorsView.as_view()),
    path("exhibitions/<uuid:exhibition_id>/jurors/<uuid:user_id>", JurorView.as_view()),
    path("exhibitions/<uuid:exhibition_id>/conflicts", ConflictsView.as_view()),
    *router.urls,
]

"""The routes of what people do to works and to each other."""

from django.urls import path

from social.api.likes import LikesView, LikeView

urlpatterns = [
    path("artworks/<uuid:artwork_id>/like", LikeView.as_view()),
    path("artworks/<uuid:artwork_id>/likes", LikesView.as_view()),
]

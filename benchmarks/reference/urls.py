"""Atelier's routes, and the references under `/reference/`."""

from django.urls import include, path

from benchmarks.reference import drawing, plain

urlpatterns = [
    path("reference/empty", plain.empty),
    path("reference/images", plain.ImageList.as_view()),
    path("reference/draw/<uuid:image_id>/<str:kind>", drawing.draw),
    path("", include("config.urls")),
]

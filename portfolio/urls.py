"""The pages that anyone may open."""

from django.urls import path
from django.views.generic import TemplateView

from portfolio.views import home, image

urlpatterns = [
    path("", home, name="home"),
    path("images/<uuid:image_id>", image, name="image"),
    path(
        "robots.txt",
        TemplateView.as_view(template_name="portfolio/robots.txt", content_type="text/plain; charset=utf-8"),
    ),
]

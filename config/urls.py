"""Where everything is: the API, health, the admin and the pages."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from config import health

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.page_not_found"
handler500 = "config.errors.server_error"

urlpatterns = [
    path("api/schema", SpectacularAPIView.as_view(), name="schema"),
    path(
        "api/docs",
        SpectacularSwaggerSplitView.as_view(url_name="schema", template_name="config/docs.html"),
        name="docs",
    ),
    path("api/", include("accounts.api.urls")),
    path("api/", include("social.api.urls")),
    path("api/", include("portfolio.api.urls")),
    path("api/", include("gallery.api.urls")),
    path("media/", include("gallery.api.media")),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("metrics", health.metrics),
    path("admin/", admin.site.urls),
    # Browsers ask for it on pages that name no icon, the admin's for one.
    path("favicon.ico", RedirectView.as_view(url=settings.STATIC_URL + "img/icon-180.png")),
    path("", include("accounts.urls")),
    path("", include("social.urls")),
    path("", include("portfolio.urls")),
]

"""What the settings say of the API."""

from typing import Any

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.api.authentication.TokenAuthentication",
        "accounts.api.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticatedOrReadOnly"],
    "DEFAULT_RENDERER_CLASSES": ["config.api.renderers.FastJSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [
        "config.api.parsers.ShallowJSONParser",
        "rest_framework.parsers.FormParser",
        "rest_framework.parsers.MultiPartParser",
    ],
    "DEFAULT_PAGINATION_CLASS": "config.api.pagination.PageOrCursorPagination",
    "DEFAULT_FILTER_BACKENDS": [
        "config.api.filtering.AskedFilters",
        "config.api.ordering.NamedOrdering",
    ],
    "DEFAULT_THROTTLE_CLASSES": ["config.api.throttling.ScopedThrottle"],
    "DEFAULT_SCHEMA_CLASS": "config.api.schema.AutoSchema",
    "EXCEPTION_HANDLER": "drf_standardized_errors.handler.exception_handler",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    # A picture's `format=webp` is ours to read.
    "URL_FORMAT_OVERRIDE": None,
}
DRF_STANDARDIZED_ERRORS = {
    "EXCEPTION_HANDLER_CLASS": "config.api.exceptions.ExceptionHandler",
    "ENABLE_IN_DEBUG_FOR_UNHANDLED_EXCEPTIONS": True,
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Atelier",
    "DESCRIPTION": "The home of an artist's work on the web. Sign in with the session cookie and CSRF, or a bearer token.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": {
        "ArtworkStatusEnum": "gallery.models.Status",
        "CategoryStatusEnum": "gallery.models.Category.Status",
        "SubmissionStatusEnum": "portfolio.models.SubmissionStatus",
        "ExhibitionStatusEnum": "portfolio.models.ExhibitionStatus",
        "ImageBatchOperationEnum": "gallery.actions.batch.OPERATIONS",
        "ReportTargetEnum": "social.models.TargetType",
        "FeatureTargetEnum": "portfolio.models.Target",
        "GalleryVisibilityEnum": "gallery.models.GalleryVisibility",
        "VisibilityEnum": "accounts.models.Visibility",
        "MailEnum": "accounts.models.Mail",
        "CommissionStatusEnum": "portfolio.models.CommissionStatus",
        "QuoteStatusEnum": "portfolio.models.QuoteStatus",
    },
}

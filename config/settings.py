"""Atelier's settings: one file, every choice a function of the environment (`config.environment`).

With nothing set it runs on SQLite and the local disk; each variable moves one thing out of the house.
"""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import environ

from config import environment
from config.api.options import DRF_STANDARDIZED_ERRORS, REST_FRAMEWORK, SPECTACULAR_SETTINGS  # noqa: F401 - Django's
from config.rooms import *  # noqa: F403 - settings, all of them
from config.secret import secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
environ.Env.read_env(BASE_DIR / ".env")
ENV = os.environ

DEBUG = environment.flag(ENV, "DEBUG", default=False)
DATABASES = environment.databases(ENV, BASE_DIR)
SECRET_KEY = secret_key(ENV, environment.beside_database(DATABASES, BASE_DIR) / ".secret-key")
ALLOWED_HOSTS = environment.allowed_hosts(ENV)
PORT = environment.number(ENV, "PORT", 5005, least=1)
SITE_URL = environment.site_url(ENV)

INSTALLED_APPS = [
    "demo",
    "portfolio",
    "social",
    "gallery",
    "accounts",
    "config",
    "portfolio.desk.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "corsheaders",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "drf_standardized_errors",
    "imagekit",
    "rest_framework",
]

MIDDLEWARE = [
    "config.middleware.RequestIdMiddleware",
    "config.middleware.HeadMiddleware",
    "config.middleware.ClientAddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.languages.LanguageMiddleware",
    "config.middleware.CompressTextMiddleware",
    "config.middleware.PrivateApiMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "accounts.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.errors.RefusalMiddleware",
    "social.notifying.origin.OriginMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
APPEND_SLASH = False
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.languages.choices",
                "portfolio.bell.unread",
            ],
        },
    },
]

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.UsernameOrEmailBackend"]
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
LOGIN_URL = "/login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Mails
DEFAULT_FROM_EMAIL = environment.text(ENV, "DEFAULT_FROM_EMAIL", "Atelier <atelier@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
globals().update(environment.email(ENV))
EMAIL_TIMEOUT = 30

# Origins, cookies, headers
COOKIE_SAMESITE = environment.cookie_samesite(ENV)
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = COOKIE_SAMESITE
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = environment.cookie_secure(ENV)
CORS_ALLOWED_ORIGINS = environment.origins(ENV, "CORS_ALLOWED_ORIGINS")
# An origin that may send credentials is one whose forms are trusted.
CSRF_TRUSTED_ORIGINS = [*environment.origins(ENV, "CSRF_TRUSTED_ORIGINS"), *CORS_ALLOWED_ORIGINS]
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"
CORS_ALLOW_CREDENTIALS = True
CORS_URLS_REGEX = r"^/api/.*$"
CORS_ALLOW_HEADERS = [
    "accept",
    "authorization",
    "content-type",
    "idempotency-key",
    "if-match",
    "if-none-match",
    "if-range",
    "range",
    "tus-resumable",
    "upload-checksum",
    "upload-defer-length",
    "upload-length",
    "upload-metadata",
    "upload-offset",
    "x-csrftoken",
    "x-http-method-override",
    "x-request-id",
    "x-requested-with",
]
CORS_EXPOSE_HEADERS = [
    "Location", "ETag", "Retry-After", "Content-Range", "Content-Disposition", "Tus-Resumable", "Tus-Version",
    "Tus-Extension", "Tus-Max-Size", "Tus-Checksum-Algorithm", "Upload-Offset", "Upload-Length",
    "Upload-Expires", "Upload-Metadata", "Upload-Result-Id", "X-Request-ID",
]  # fmt: skip
TRUSTED_PROXIES = environment.trusted_proxies(ENV)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SESSION_COOKIE_SECURE else 0
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]  # plain HTTP is a choice
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:", *environment.image_sources(ENV)],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    },
}

# What comes in
MAX_UPLOAD_SIZE = environment.number(ENV, "MAX_UPLOAD_SIZE", 100 * 1024 * 1024, least=1)
RESUMABLE_UPLOAD_LIFETIME = environment.number(ENV, "RESUMABLE_UPLOAD_LIFETIME", 24 * 3600, least=1)
MAX_IMAGE_PIXELS = environment.number(ENV, "MAX_IMAGE_PIXELS", 100_000_000, least=1)
MIN_IMAGE_DIMENSION = environment.number(ENV, "MIN_IMAGE_DIMENSION", 1, least=1)
# Read by the darkroom itself, which knows no settings; here it is checked.
DARKROOM_PROCESSES = environment.number(ENV, "DARKROOM_PROCESSES", os.cpu_count() or 1, least=1)
STORAGE_QUOTA = environment.number(ENV, "STORAGE_QUOTA", 5 * 1024**3)
ALLOWED_FILE_TYPES = environment.names(ENV, "ALLOWED_FILE_TYPES")
RATE_LIMITS = environment.rate_limits(ENV)
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FILES = 500
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

# Where things are kept
MEDIA_ROOT = Path(environment.text(ENV, "MEDIA_ROOT", str(BASE_DIR / "media")))
OBJECT_STORAGE: dict[str, Any] = environment.object_storage(ENV)
CDN_URL: str = environment.url(ENV, "CDN_URL")
ACCEL_REDIRECT: str = environment.accel_redirect(ENV)
MEDIA_SIGNING_KEY: str = environment.media_signing_key(ENV)
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.static_files.HashedStaticFiles"
    },
}
CACHES = environment.caches(ENV)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
IMAGEKIT_CACHEFILE_DIR = "renditions/imagekit"

# Work done later (what is done again and again: `config.rooms`)
TASKS: dict[str, Any] = {
    "default": {"BACKEND": "config.tasks.backend.DatabaseBackend", "QUEUES": ["default", "background"]}
}
METRICS_TOKEN = environment.text(ENV, "METRICS_TOKEN")

# Words and times
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = SESSION_COOKIE_SECURE
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "config.logs.RequestIdFilter"}},
    "formatters": {"json": {"()": "config.logs.JsonFormatter"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["request_id"]},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # Every request has a line of its own already, with its id.
        "django.request": {"handlers": [], "level": "ERROR", "propagate": True},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
    },
}
PASSWORD_RESET_TIMEOUT = int(timedelta(days=1).total_seconds())

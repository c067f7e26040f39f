"""Wagtail's own project template, cut to what uploads and renditions need; MEDIA_ROOT and the database by environment."""

import os
from pathlib import Path

from config import environment

SECRET_KEY = os.environ["SECRET_KEY"]
MEDIA_ROOT = Path(os.environ["MEDIA_ROOT"])
DATABASES = environment.databases(os.environ, MEDIA_ROOT.parent)
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = [
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
ROOT_URLCONF = "benchmarks.reference.wagtail.urls"
STATIC_URL = "/static/"
STATIC_ROOT = MEDIA_ROOT.parent / "static"
MEDIA_URL = "/media/"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
WAGTAIL_SITE_NAME = "Reference"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100 * 1024 * 1024
LOGGING_CONFIG = None

"""Atelier's settings with the worker's own apps alone, so that a test can have a migrated database within a second."""

from config.settings import *  # noqa: F403

INSTALLED_APPS = ["config", "django.contrib.staticfiles", "django_tasks", "django_tasks_db"]
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "config.tests.worker_settings"
urlpatterns: list[object] = []
PERIODIC_TASKS: dict[str, int] = {}

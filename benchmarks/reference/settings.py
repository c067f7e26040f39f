"""Atelier's own settings, with the references beside its routes: one server, one middleware, one database."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.reference.urls"
STATIC_ROOT = MEDIA_ROOT.parent / "static"  # noqa: F405

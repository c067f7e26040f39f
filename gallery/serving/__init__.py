"""Sending bytes: one way for every original and every rendition."""

from gallery.serving.answers import Served, serve
from gallery.serving.caching import Audience

__all__ = ["Audience", "Served", "serve"]

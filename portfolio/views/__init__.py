"""The front room: what anyone may open."""

from portfolio.views.album import album
from portfolio.views.feed import feed
from portfolio.views.home import home
from portfolio.views.image import image
from portfolio.views.robots import robots, tdmrep
from portfolio.views.share import SharePage

__all__ = ["SharePage", "album", "feed", "home", "image", "robots", "tdmrep"]

"""The front room: what anyone may open."""

from portfolio.views.album import album
from portfolio.views.artist import artist, gallery
from portfolio.views.artwork import artwork
from portfolio.views.feed import feed
from portfolio.views.home import home
from portfolio.views.image import image
from portfolio.views.robots import robots, tdmrep
from portfolio.views.share import SharePage

__all__ = ["SharePage", "album", "artist", "artwork", "feed", "gallery", "home", "image", "robots", "tdmrep"]

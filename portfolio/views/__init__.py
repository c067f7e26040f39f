"""The front room: what anyone may open."""

from portfolio.views.about import about
from portfolio.views.album import album
from portfolio.views.artist import artist, gallery
from portfolio.views.artists import artists
from portfolio.views.artwork import artwork
from portfolio.views.categories import categories, category
from portfolio.views.explore import explore
from portfolio.views.feed import artist_feed, feed
from portfolio.views.home import home
from portfolio.views.image import image
from portfolio.views.look import look
from portfolio.views.oembed import oembed
from portfolio.views.presentation import present, present_gallery
from portfolio.views.robots import robots, tdmrep
from portfolio.views.search import search
from portfolio.views.share import SharePage
from portfolio.views.sitemap import sitemap, sitemap_page
from portfolio.views.styleguide import styleguide
from portfolio.views.tags import tag, tags

__all__ = [
    "SharePage",
    "about",
    "album",
    "artist",
    "artist_feed",
    "artists",
    "artwork",
    "categories",
    "category",
    "explore",
    "feed",
    "gallery",
    "home",
    "image",
    "look",
    "oembed",
    "present",
    "present_gallery",
    "robots",
    "search",
    "sitemap",
    "sitemap_page",
    "styleguide",
    "tag",
    "tags",
    "tdmrep",
]

"""The pages that anyone may open."""

from django.urls import path

from portfolio.views import SharePage, album, artist, artwork, feed, gallery, home, image, robots, tdmrep

urlpatterns = [
    path("", home, name="home"),
    path("images/<uuid:image_id>", image, name="image"),
    path("albums/<uuid:album_id>", album, name="album"),
    path("artworks/<uuid:artwork_id>", artwork, name="artwork"),
    path("@<str:username>", artist, name="artist"),
    path("@<str:username>/galleries/<str:slug>", gallery, name="gallery"),
    path("s/<str:token>", SharePage.as_view(), name="share"),
    path("feed.atom", feed, name="feed"),
    path("robots.txt", robots),
    path(".well-known/tdmrep.json", tdmrep),
]

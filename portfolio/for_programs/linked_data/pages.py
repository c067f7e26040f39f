"""What whole pages tell: nothing where not everyone sees what is on them, or it is mature."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.safestring import SafeString

from gallery.api.pictures import Row
from gallery.credit import Rights
from gallery.models import Album, Availability, Gallery, GalleryVisibility, Image, Privacy, Status
from portfolio.for_programs.linked_data.artworks import visual_artwork
from portfolio.for_programs.linked_data.lists import image_gallery, pictures_in_list, works_in_list
from portfolio.for_programs.linked_data.people import person
from portfolio.for_programs.linked_data.pictures import picture_page
from portfolio.for_programs.linked_data.trails import breadcrumbs
from portfolio.for_programs.linked_data.writing import linked_data


def of_work(work: Row, *, site: str) -> SafeString:
    """The page of a work as `tell_artwork_whole` tells it."""
    is_hidden = work["status"] != Status.PUBLISHED or work["availability_status"] == Availability.PRIVATE
    if is_hidden or work["is_mature"]:
        return linked_data()
    artist = work["artist"]
    trail = [
        (artist["artist_name"], reverse("artist", args=[artist["username"]])),
        (work["title"], reverse("artwork", args=[work["id"]])),
    ]
    return linked_data(visual_artwork(work, site=site), breadcrumbs(trail, site=site))


def of_image(image: Image, *, rights: Rights, tags: Sequence[str], site: str) -> SafeString:
    """The page of a picture with its owner's artist."""
    return linked_data(picture_page(image, rights=rights, tags=tags, site=site)) if image.is_public else linked_data()


def of_gallery(gallery: Gallery, cards: Sequence[Row], *, artist: Row, site: str) -> SafeString:
    """The page of a gallery and of the works on it, as `tell_cards` tells them; `artist` is told by `tell_profile`."""
    if gallery.visibility != GalleryVisibility.PUBLIC:
        return linked_data()
    path, name, username = (
        reverse("gallery", args=[artist["username"], gallery.slug]),
        artist["artist_name"],
        artist["username"],
    )
    room = image_gallery(
        gallery.name,
        url=f"{site}{path}",
        creator=person(username, name, site=site),
        parts=works_in_list(cards, site=site),
        description=gallery.description,
    )
    trail = [(name, reverse("artist", args=[username])), (gallery.name, path)]
    return linked_data(room, breadcrumbs(trail, site=site))


def of_album(album: Album, images: Sequence[Image], *, above: Sequence[Album], site: str) -> SafeString:
    """The page of an album with its owner's artist, of the pictures on it with theirs, and of the albums above it."""
    if album.privacy_setting != Privacy.PUBLIC:
        return linked_data()
    owner, path = album.owner, reverse("album", args=[album.pk])
    room = image_gallery(
        album.name,
        url=f"{site}{path}",
        creator=person(owner.username, owner.artist.artist_name, site=site),
        parts=pictures_in_list(images, site=site),
        description=album.description,
    )
    public = [each for each in above if each.privacy_setting == Privacy.PUBLIC]
    trail = [(each.name, reverse("album", args=[each.pk])) for each in [*public, album]]
    return linked_data(room, *([breadcrumbs(trail, site=site)] if public else []))

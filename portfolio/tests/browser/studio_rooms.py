"""The rooms of the studio with something in each, or with nothing, or with the longest names that a person can enter."""

from typing import Any

from gallery.actions.album_images import add_images
from gallery.actions.albums import create_album
from gallery.actions.folders import create_folder
from gallery.actions.galleries import create_gallery
from gallery.actions.shares import share_by_link
from gallery.models import Artwork, Image
from gallery.tests.library import upload
from gallery.tests.works import upload_work
from portfolio.tests.browser.town import picture, signed_in
from portfolio.tests.commission_rooms import asked
from portfolio.tests.entries import new_exhibition
from portfolio.tests.talking import say
from social.actions.follows import set_follow

STANDING = (
    "", "/upload", "/library", "/library?view=list", "/duplicates", "/tags", "/albums", "/shares", "/files", "/works",
    "/works/new", "/galleries", "/life", "/statistics", "/profile", "/watermark", "/rights", "/account",
)  # fmt: skip
"""What there is for whoever has nothing yet, below `/studio`."""


def furnish(owner: Any, other: Any, words: str = "") -> list[str]:
    """Puts something into each room of a person; the addresses of all pages that show it."""
    client = signed_in(owner)
    told = {"title": words[:200] or "Dunes", "description": words, "tags": [words[:40] or "sea"]}
    image = upload(client, picture(70), f"{words[:80]}dunes.jpg", **told)["id"]
    text = upload(client, b"Salt.", f"{words[:80]}notes.txt")["id"]
    folder = create_folder(by=owner, name=words[:200] or "Scans")
    album = create_album(by=owner, name=words[:200] or "Sketches", description=words)
    add_images(album=album, by=owner, image_ids=[Image.objects.get(pk=image).pk])
    share = share_by_link(album=album, by=owner)
    room = create_gallery(by=owner, name=words[:200] or "Coast", description=words)
    work = upload_work(client, picture(71), medium=words[:100], gallery_id=room.pk, **told)["id"]
    upload_work(client, picture(72), title=words[:200] or "Sketch", status="draft")
    comment = happenings(owner, other, work, words)
    things = [
        *(f"/images/{image}{part}" for part in ("", "/history", "/delete")),
        *(f"/albums/{album.pk}{part}" for part in ("", "/add", "/settings", "/shares", "/delete")),
        *(f"/works/{work}{part}" for part in ("", "/preview", "/delete")),
        *(f"/galleries/{room.pk}{part}" for part in ("", "/preview", "/delete")),
        f"/works/new?images={image}",
        f"/shares/{share.pk}",
        f"/files/{text}",
        f"/folders/{folder.pk}",
        f"/life/comments/{comment.pk}",
    ]
    return [f"/studio{path}" for path in (*STANDING, *things)]


def happenings(owner: Any, other: Any, work_id: str, words: str) -> Any:
    """What waits for the person in the studio; the comment among it."""
    set_follow(artist_id=owner.pk, by=other, following=True)
    asked(other, owner, title=words[:200] or "A view")
    new_exhibition(owner, title=words[:200] or "Salt", status="draft")
    return say(Artwork.objects.get(pk=work_id), other, f"Which pigment? {words}")

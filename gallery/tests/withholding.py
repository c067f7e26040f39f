"""A town for tests of what is withheld: things of ada's in every place where others meet them, and what others are told there."""

import re
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from rest_framework.test import APIClient

from accounts.actions import set_active
from gallery.actions.shares import share_with_person
from gallery.models import Album, Artwork, Category, Gallery, Image
from gallery.tests.albums import add, album_of, share, token_of
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg
from gallery.tests.works import upload_work

# Masked anew in each answer, with the same secret; and what a download counts, be it again by the same viewer.
CHANGING = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|"download_count":\d+')
WORD = "Zephyr"
"""In every text of ada's, and in no other."""

Answers = dict[str, tuple[int, bytes]]


class Town:
    """ada's work in her gallery, her picture in her public album, in one that is shared, and in one of ben's."""

    def __init__(self, ada: Any, ben: Any, client_of: Any) -> None:
        self.ada, self.ben, self.adas, self.bens = ada, ben, client_of(ada), client_of(ben)
        Category.objects.create(name="Painting", slug="painting")
        self.room = Gallery.objects.create(owner=ada, name=f"{WORD} room", slug="room")
        facts = {"title": f"{WORD} work", "category": "painting", "gallery_id": str(self.room.pk), "tags": [WORD]}
        self.work = Artwork.objects.get(pk=upload_work(self.adas, jpeg(61, 40), **facts)["id"])
        self.picture = self.uploaded(self.adas, 62, "picture", visibility="public", tags=[WORD])
        self.lent = self.uploaded(self.adas, 63, "lent")
        self.album = album_of(ada, self.picture, name=f"{WORD} album", privacy_setting="public")
        self.secret = album_of(ada, self.lent, name=f"{WORD} secret")
        share(self.adas, self.secret.pk, username="ben")
        self.token = token_of(share(self.adas, self.secret.pk, link=True))
        self.bens_own = self.uploaded(self.bens, 64, "none", title="Calm", description="")
        self.bens_album = album_of(ben, self.bens_own, name="Calm album", privacy_setting="public")
        share_with_person(album=self.bens_album, by=ben, user=ada, can_contribute=True)
        assert add(self.adas, self.bens_album.pk, self.lent.pk).status_code == 200

    @staticmethod
    def uploaded(client: APIClient, width: int, what: str, **facts: Any) -> Image:
        told = upload(client, jpeg(width, 40), **{"title": f"{WORD} {what}", **facts})
        return Image.objects.get(pk=told["id"])

    def addresses(self, paths: Iterable[str]) -> list[str]:
        names = {"room": self.room.pk, "work": self.work.pk, "picture": self.picture.pk, "lent": self.lent.pk}
        names |= {"album": self.album.pk, "secret": self.secret.pk, "bens": self.bens_album.pk, "ada": self.ada.pk}
        return [path.format(token=self.token, **names) for path in paths]

    def told(self, client: APIClient, paths: Iterable[str]) -> Answers:
        """Every answer: {path: (status, bytes)}."""
        answers = {path: client.get(path) for path in self.addresses(paths)}
        return {path: (each.status_code, CHANGING.sub(b"", each.getvalue())) for path, each in answers.items()}


def suspended(person: Any, by: Any, *, lifted: bool = False) -> None:
    """Shuts a person out, or lets them in again."""
    set_active(user=person, is_active=lifted, by=by)


def seen_in(album: Album, viewer: Any = None) -> int:
    """Of how many pictures in an album this viewer is told."""
    from gallery.api.collections import with_covers

    reader = viewer or AnonymousUser()
    return with_covers([album.pk], reader).values_list("seen_count", flat=True).get()

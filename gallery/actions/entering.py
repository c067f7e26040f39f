"""Pictures that come into an album as they come into the library."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from accounts.models import User
from gallery.actions.album_images import add_images, append
from gallery.actions.albums import lock_owner
from gallery.actions.reach import followed
from gallery.models import Album, File, Kind
from gallery.search.index import reindex_images


@contextmanager
def entering(file: File, *, album: Album | None, is_public: bool) -> Iterator[None]:
    """What follows from a picture that is made within, and the album that takes it. From a private one outside all albums
    nothing does but that it is found, so that no more is asked. Raises Album.DoesNotExist where the album went meanwhile."""
    if file.kind != Kind.IMAGE or not (album or is_public):
        yield
        if file.kind == Kind.IMAGE:
            reindex_images([file.pk])
        return
    # Also of one that is public by itself: its owner may be shut out just now, with all that they have.
    lock_owner(file.owner_id)
    with followed([file.pk], albums=[album.pk] if album else []):
        yield
        if album:
            append(album.pk, [file.pk], by=file.owner)


def enter_again(file: File, *, album: Album, by: User) -> None:
    """Puts a picture that is here already into an album. Raises Conflict where either went meanwhile."""
    if file.kind != Kind.IMAGE:
        return
    try:
        add_images(album=album, by=by, image_ids=[file.pk])
    except ObjectDoesNotExist as gone:
        raise Conflict(_("Your library has changed meanwhile. Please send the file again.")) from gone

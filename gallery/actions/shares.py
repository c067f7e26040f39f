"""Opening albums to others, and what comes of it."""

import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict, Refused
from accounts.models import User
from accounts.rates import give_back, spend
from gallery.actions.albums import change_album, lock_owner
from gallery.actions.reach import lock
from gallery.models import Album, AlbumShare, Image, Privacy, ShareUse
from gallery.querysets.shares import REACH

AGAIN = timedelta(minutes=30)
TOKEN_BYTES = 32
TOKEN = re.compile(r"[A-Za-z0-9_-]{1,64}")


def share_with_person(*, album: Album, by: Any, user: User, **terms: Any) -> tuple[AlbumShare, bool]:
    """Opens an album to a person under `terms` (expires_at, can_contribute, include_children); to one who has a share of it
    already, under these terms instead. Tells whether the share is new. Raises ValidationError on `username`, `expires_at`, and
    as `sharing`.
    """
    if user.pk == album.owner_id:
        raise ValidationError({"username": ValidationError(_("The album is your own."), code="own_album")})
    require_future(terms.get("expires_at"))
    with sharing(album):
        default = {"expires_at": None, "can_contribute": False, "include_children": False}
        share, is_new = AlbumShare.objects.update_or_create(album=album, user=user, defaults=default | terms)
        wake(album, share, by)
        if is_new:
            tell_shared(share)
    return share, is_new


def tell_shared(share: AlbumShare) -> None:
    """Tells other apps that an album is newly opened to a person, by the functions named in settings.ALBUM_SHARED_STEPS, each
    called with the share in this transaction."""
    for step in getattr(settings, "ALBUM_SHARED_STEPS", ()):
        import_string(step)(share)


def share_by_link(*, album: Album, by: Any, password: str = "", **terms: Any) -> AlbumShare:
    """Opens an album to whoever has a new link and, where one is set, its password; `terms` as of `share_with_person`.

    Raises ValidationError on `expires_at`, and as `sharing`.
    """
    require_future(terms.get("expires_at"))
    hashed = make_password(password) if password else ""
    with sharing(album):
        token = secrets.token_urlsafe(TOKEN_BYTES)
        share = AlbumShare.objects.create(album=album, token=token, password=hashed, **terms)
        wake(album, share, by)
    return share


@contextmanager
def sharing(album: Album) -> Iterator[None]:
    """A transaction in which an album stays. Raises Album.DoesNotExist where it went before, Conflict where the person did whom
    it is opened to."""
    try:
        with transaction.atomic():
            lock_owner(album.owner_id)
            if not Album.objects.filter(pk=album.pk).exists():
                raise Album.DoesNotExist
            yield
    except IntegrityError as error:
        raise Conflict(_("This person has left meanwhile.")) from error


def require_future(moment: Any) -> None:
    if moment is not None and moment <= timezone.now():
        raise ValidationError({"expires_at": ValidationError(_("This time is past."), code="past")})


def wake(album: Album, share: AlbumShare, by: Any) -> None:
    """Turns a private album to shared for its first share. Not for a later one, which would open again what sleeps."""
    others = AlbumShare.objects.filter(album=album).exclude(pk=share.pk).unexpired()
    if Album.objects.filter(pk=album.pk, privacy_setting=Privacy.PRIVATE).exists() and not others.exists():
        change_album(album=album, by=by, privacy_setting=Privacy.SHARED)


@transaction.atomic
def revoke_share(*, share: AlbumShare, by: Any) -> None:
    """Ends a share alone; what it opened is closed from the next request on."""
    # Its row first: a use noted while those there are deleted would keep it from going.
    lock([AlbumShare.objects.filter(pk=share.pk)])
    share.delete()


def open_link(*, token: str, password: str | None, viewer: Any, address: str) -> AlbumShare:
    """The share that a link's token opens now, counted as a use. The caller remembers it for the session
    (`gallery.links.remember_link`).

    Raises AlbumShare.DoesNotExist for a token that opens nothing, be it unknown, revoked, expired or asleep; Refused (403,
    `password_required`, `password_wrong`); TooManyRequests after as many wrong ones as RATE_LIMITS allows of `share`: passwords
    by link, unknown tokens by address. Call it outside a transaction, which would take the count of a wrong guess back.
    """
    known = AlbumShare.objects.filter(token=token).live().select_related("album")
    share = known.first() if TOKEN.fullmatch(token) else None
    if share is None:
        spend("share", f"address:{address}")
        raise AlbumShare.DoesNotExist
    if share.password:
        require_password(share, password)
    record_opening(share, viewer)
    return share


def require_password(share: AlbumShare, password: str | None) -> None:
    """A guess is spent before it is judged, so that of many at once no more are judged than the limit allows; a right one is
    given back."""
    if not password:
        raise Refused(_("This link needs a password."), status=403, code="password_required", attr="password")
    spend("share", f"link:{share.pk}")
    if not check_password(password, share.password):
        raise Refused(_("This is not the password."), status=403, code="password_wrong", attr="password")
    give_back("share", f"link:{share.pk}")


@transaction.atomic
def record_opening(share: AlbumShare, viewer: Any) -> None:
    """Counts a use. Raises AlbumShare.DoesNotExist where the share was revoked this moment."""
    now = timezone.now()
    if not AlbumShare.objects.filter(pk=share.pk).update(use_count=F("use_count") + 1, last_used_at=now):
        raise AlbumShare.DoesNotExist
    record(share.pk, ShareUse.Action.OPEN, viewer)


def record_visit(*, album_id: UUID, person: Any) -> None:
    """Notes for an album's owner that a person opened it by a share that was given to them, once in half an hour."""
    if not person.is_authenticated:
        return
    long_ago = Q(last_used_at__isnull=True) | Q(last_used_at__lt=timezone.now() - AGAIN)
    given = AlbumShare.objects.filter(user=person).live().filter(REACH, album__below__album=album_id)
    if share := given.filter(long_ago).first():
        with suppress(AlbumShare.DoesNotExist):  # revoked this moment
            record_opening(share, person)


def record_use(*, image_id: UUID, action: str, viewer: Any, links: Sequence[UUID]) -> None:
    """Notes for the owner of a link what was looked at or taken through it: by a viewer who could not see it otherwise. Of
    several links that open a picture, it was the one opened last."""
    if not links or Image.objects.visible_to(viewer).filter(pk=image_id).exists():
        return
    opening = set(
        AlbumShare.objects.filter(pk__in=links, token__isnull=False).live().opening(image_id).values_list("pk")
    )
    through = next((link for link in reversed(links) if (link,) in opening), None)
    if through is None:
        return
    # Locked, so that it is not revoked between: a use of what is gone could not be written down.
    if AlbumShare.objects.select_for_update(no_key=True).filter(pk=through).values_list("pk").first():
        record(through, action, viewer, image_id)


def record(share_id: UUID, action: str, viewer: Any, image_id: UUID | None = None) -> None:
    person = viewer if viewer.is_authenticated else None
    ShareUse.objects.create(share_id=share_id, action=action, image_id=image_id, viewer=person, at=timezone.now())

"""Counting who looked at what."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.actions import count
from gallery.actions.reach import lock
from gallery.actions.salts import salt_of_today
from gallery.actions.shares import record_use
from gallery.links import opened_links
from gallery.models import Access, File, Image, ShareUse
from gallery.robots import is_robot

AGAIN = timedelta(minutes=30)


@dataclass(frozen=True)
class Viewer:
    """Whoever asks: a person or a visitor, where from, with what browser, and holding which share links."""

    person: Any
    address: str = ""
    browser: str = ""
    referrer: str = ""
    links: tuple[UUID, ...] = ()

    @property
    def key(self) -> str:
        """What tells this viewer from another: the person's id, or a hash of a visitor with the salt of the day, after which
        nobody can work it out again. With the SECRET_KEY too: a copy of the database alone leads to no address even today."""
        if self.person.is_authenticated:
            return self.person.pk.hex
        secret = salt_of_today() + f"atelier.viewer:{settings.SECRET_KEY}".encode()
        return hmac.new(secret, f"{self.address}|{self.browser}".encode(), hashlib.sha256).hexdigest()[:32]

    @property
    def is_robot(self) -> bool:
        """Whether a program looks, as far as it says so; whoever is signed in is none."""
        return not self.person.is_authenticated and is_robot(self.browser)


def viewer_of(request: Any) -> Viewer:
    """Whoever sends this request, of a page or of the API."""
    return Viewer(
        person=request.user,
        address=request.META.get("REMOTE_ADDR", ""),
        browser=request.headers.get("User-Agent", ""),
        referrer=request.headers.get("Referer", ""),
        links=tuple(opened_links(request)),
    )


def record_view(*, image: Image, viewer: Viewer) -> bool:
    """Counts a view, unless by the owner, or again by the same viewer within 30 minutes. Returns whether it counted,
    which a view of a picture that went meanwhile does not."""
    if viewer.person.pk == image.owner_id or has_seen(image, viewer):
        return False
    with transaction.atomic():
        # The counter's row is locked before looking again, so that two requests at once count one view.
        there = Image.objects.filter(pk=image.pk).update(view_count=F("view_count") + 1)
        if not there or has_seen(image, viewer):
            transaction.set_rollback(True)
            return False
        remember(image.pk, Access.Action.VIEW, viewer)
        record_use(image_id=image.pk, action=ShareUse.Action.VIEW, viewer=viewer.person, links=viewer.links)
        count(image.owner_id, view_count=1)
    return True


def has_seen(image: Image, viewer: Viewer) -> bool:
    since = timezone.now() - AGAIN
    return Access.objects.filter(
        file=image.pk, viewer_key=viewer.key, action=Access.Action.VIEW, at__gte=since
    ).exists()


@transaction.atomic
def record_download(*, file: File, viewer: Viewer) -> bool:
    """Counts a download by others than the owner, of a file that is still there. Returns whether it counted."""
    if viewer.person.pk == file.owner_id:
        return False
    # Picture before file, as where they are deleted: otherwise each would wait for the other.
    lock([Image.objects.filter(pk=file.pk)])
    if not File.objects.filter(pk=file.pk).update(download_count=F("download_count") + 1):
        return False
    remember(file.pk, Access.Action.DOWNLOAD, viewer)
    record_use(image_id=file.pk, action=ShareUse.Action.DOWNLOAD, viewer=viewer.person, links=viewer.links)
    count(file.owner_id, download_count=1)
    return True


def remember(file_id: Any, action: str, viewer: Viewer) -> None:
    Access.objects.create(
        file_id=file_id,
        action=action,
        at=timezone.now(),
        viewer=viewer.person if viewer.person.is_authenticated else None,
        viewer_key=viewer.key,
        referrer=viewer.referrer[:500],
        is_robot=viewer.is_robot,
    )

"""To whom one's albums are open, and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.forms import password_field
from accounts.models import User
from gallery.models import AlbumShare, Image, Privacy, ShareUse
from portfolio.fields import OFF, day_field, tick_field

STATES = {"open": _("open"), "asleep": _("asleep"), "expired": _("expired")}
ASLEEP = Q(album__privacy_setting=Privacy.PRIVATE)
ACTIONS = {
    ShareUse.Action.OPEN: _("opened the album"),
    ShareUse.Action.VIEW: _("looked at a picture"),
    ShareUse.Action.DOWNLOAD: _("took a picture"),
}


class ShareForm(forms.Form):
    """To whom, and for how long."""

    whom = forms.ChoiceField(
        label=_("Open it to"),
        choices=[("link", _("whoever has a link")), ("person", _("a person who has an account here"))],
        initial="link",
        widget=forms.RadioSelect(attrs=dict(OFF)),
    )
    username = forms.CharField(
        label=_("Username"),
        max_length=31,
        required=False,
        widget=forms.TextInput(attrs={**OFF, "autocapitalize": "none", "spellcheck": "false"}),
        help_text=_("They are told. Whoever has a share already gets these terms instead."),
    )
    password = password_field(
        _("Password"),
        autocomplete="new-password",
        help_text=_("For a link. Leave it empty where none is to be asked for."),
    )
    last_day = day_field(
        _("Last day"), help_text=_("It closes at the end of this day, by UTC. Without one it stays open.")
    )
    include_children = tick_field(_("The albums in it too"))
    can_contribute = tick_field(_("They may put pictures of theirs into it"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["password"].required = False
        self.fields["password"].max_length = 128  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """As `gallery.api.shares.make_share` takes it."""
        taken: dict[str, Any] = super().clean() or {}
        day = taken.get("last_day")
        terms = {name: taken[name] for name in ("include_children", "can_contribute")}
        terms["expires_at"] = datetime.combine(day + timedelta(days=1), time(), UTC) if day else None
        if taken.get("whom") == "person":
            return terms | {"username": taken.get("username", "").removeprefix("@")}
        return terms | {"link": True, "password": taken.get("password", "")}


@dataclass(frozen=True)
class ShareLine:
    """A share as its owner is told it; `url` is empty for a person's, `username` for a link."""

    id: UUID
    album_id: UUID
    album: str
    username: str
    url: str
    state: str
    state_label: str
    has_password: bool
    include_children: bool
    can_contribute: bool
    expires_at: datetime | None
    last_used_at: datetime | None
    use_count: int


@dataclass(frozen=True)
class UseLine:
    """What was done through a share; `who` is empty for somebody who was not signed in, `image` and its address for a
    picture that the album's owner does not see any more."""

    at: datetime
    what: str
    who: str
    image: str
    href: str


def shares_of(owner: User, *, state: str = "") -> QuerySet[AlbumShare]:
    """Every share of a person's albums, the newest first; with `state` those that are so now."""
    shares = (
        AlbumShare.objects.filter(album__owner=owner).select_related("album", "user").order_by("-created_at", "-pk")
    )
    expired = Q(expires_at__isnull=False, expires_at__lte=Now())
    narrowed = {
        "open": shares.exclude(expired).exclude(ASLEEP),
        "asleep": shares.exclude(expired).filter(ASLEEP),
        "expired": shares.filter(expired),
    }
    return narrowed.get(state, shares)


def share_lines(shares: Iterable[AlbumShare], *, site: str, now: datetime) -> list[ShareLine]:
    """With `album` and `user` at hand; `site` is `https://host`."""
    return [share_line(share, site=site, state=state_of(share, now)) for share in shares]


def state_of(share: AlbumShare, now: datetime) -> str:
    """A key of STATES: what is over stays so, and what is asleep opens again once the album is not private any more."""
    if share.expires_at is not None and share.expires_at <= now:
        return "expired"
    return "asleep" if share.album.privacy_setting == Privacy.PRIVATE else "open"


def share_line(share: AlbumShare, *, site: str, state: str) -> ShareLine:
    return ShareLine(
        id=share.pk,
        album_id=share.album_id,
        album=share.album.name,
        username=share.user.username if share.user else "",
        url=f"{site}/s/{share.token}" if share.token else "",
        state=state,
        state_label=str(STATES[state]),
        has_password=bool(share.password),
        include_children=share.include_children,
        can_contribute=share.can_contribute,
        expires_at=share.expires_at,
        last_used_at=share.last_used_at,
        use_count=share.use_count,
    )


def uses_of(share: AlbumShare) -> QuerySet[ShareUse]:
    """The log, newest first."""
    return ShareUse.objects.filter(share=share).select_related("viewer", "image").order_by("-at", "-pk")


def use_lines(uses: Sequence[ShareUse], *, owner: User) -> list[UseLine]:
    """With `viewer` and `image` at hand. One query: what others put into an album and took out again is theirs alone."""
    seen = set(
        Image.objects.visible_to(owner).filter(pk__in=[use.image_id for use in uses]).values_list("pk", flat=True)
    )
    return [use_line(use, use.image if use.image_id in seen else None, owner) for use in uses]


def use_line(use: ShareUse, image: Image | None, owner: User) -> UseLine:
    page = "studio-image" if image and image.owner_id == owner.pk else "image"
    return UseLine(
        at=use.at,
        what=str(ACTIONS[ShareUse.Action(use.action)]),
        who=use.viewer.username if use.viewer else "",
        image=(image.title or image.original_filename) if image else "",
        href=reverse(page, args=[image.pk]) if image else "",
    )

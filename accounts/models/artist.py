"""Who a person is in public."""

from typing import Any, Self
from urllib.parse import urlsplit
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User


def validate_specialties(value: Any) -> None:
    """A list of at most 20 texts of 1 to 60 characters; raises ValidationError.

    Its code is not `invalid`, for which a JSON field would say that this is no JSON.
    """
    if not isinstance(value, list) or len(value) > 20:
        raise ValidationError(_("Give a list of at most 20 specialties."), code="invalid_specialties")
    if not all(is_name(text) for text in value):
        raise ValidationError(_("A specialty is a text of at most 60 characters."), code="invalid_specialties")


def validate_social_links(value: Any) -> None:
    """A mapping of at most 20 names to https addresses; raises ValidationError, which names the links that are none."""
    if not isinstance(value, dict) or len(value) > 20:
        raise ValidationError(_("Give at most 20 links, each with a name."), code="invalid_links")
    if not all(is_name(name) for name in value):
        raise ValidationError(_("The name of a link is a text of at most 60 characters."), code="invalid_links")
    if bad := [name for name, link in value.items() if not is_https(link)]:
        detail = _("A link starts with https:// and has at most 500 characters: see %(names)s.")
        raise ValidationError(detail, code="invalid_links", params={"names": ", ".join(bad)})


def is_name(text: Any) -> bool:
    """Whether a link may be called so."""
    return isinstance(text, str) and 0 < len(text.strip()) <= len(text) <= 60 and text.isprintable()


def is_https(link: Any) -> bool:
    """Whether this is an absolute https address with a host, without spaces or control characters.

    Nor with a backslash, which browsers take for a slash, so that they would find another host in it.
    """
    if not isinstance(link, str) or len(link) > 500 or not link.isprintable() or set(link) & set(" \\"):
        return False
    try:
        parts = urlsplit(link)
        return parts.scheme == "https" and bool(parts.hostname) and parts.port != 0
    except ValueError:  # an unbalanced bracket in the host, a port that is none
        return False


class ArtistQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """Artists that a viewer may see: all but those who are shut out."""
        return self.filter(user__is_active=True)

    def called(self, name: str) -> Self:
        """Who has this id or this username, whatever its case: one or none."""
        try:
            return self.filter(pk=UUID(name))
        except ValueError:
            pass
        if not name.isprintable():
            return self.none()
        # Written as LOWER(…) = … because only that meets the functional index, on both databases.
        return self.alias(lowered=Lower("user__username")).filter(lowered=name.lower())


class PublicSize(models.TextChoices):
    """The largest copy of a work that others than its artist get; the names are those of renditions."""

    SMALL = "small", _("small")
    MEDIUM = "medium", _("medium")
    LARGE = "large", _("large")
    XLARGE = "xlarge", _("very large")
    ORIGINAL = "original", _("the original")


class Artist(models.Model):
    """The public profile of a user, one each, under the user's id.

    `trend` is what people did with the artist's works of late, renewed by a periodic task. `verified_at` is when staff found that
    this artist is who they say; none where they have not.
    """

    user = models.OneToOneField(
        User, on_delete=models.CASCADE, primary_key=True, related_name="artist", verbose_name=_("user")
    )
    artist_name = models.CharField(_("artist name"), max_length=100)
    bio = models.TextField(_("about"), max_length=5000, blank=True)
    location = models.CharField(_("location"), max_length=200, blank=True)
    specialties = models.JSONField(_("specialties"), default=list, blank=True, validators=[validate_specialties])
    social_links = models.JSONField(_("links"), default=dict, blank=True, validators=[validate_social_links])
    contact_info = models.TextField(_("contact"), max_length=1000, blank=True)
    show_contact = models.BooleanField(_("show the contact to everyone"), default=False)
    public_image_size = models.CharField(
        _("largest copy for others"), max_length=8, choices=PublicSize.choices, default=PublicSize.LARGE
    )
    trend = models.FloatField(_("trend"), default=0.0, editable=False, db_index=True)
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True, editable=False)
    verified_by = models.ForeignKey(
        User,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("verified by"),
    )

    objects = ArtistQuerySet.as_manager()

    class Meta:
        verbose_name = _("artist")
        verbose_name_plural = _("artists")

    def __str__(self) -> str:
        return self.artist_name

    @property
    def is_verified(self) -> bool:
        """Whether staff found that this artist is who they say."""
        return self.verified_at is not None

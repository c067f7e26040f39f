"""What a person decides once for everything they do here."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Visibility(models.TextChoices):
    PUBLIC = "public", _("public")
    PRIVATE = "private", _("private")


class Appearance(models.TextChoices):
    SYSTEM = "system", _("as the device")
    LIGHT = "light", _("light")
    DARK = "dark", _("dark")


class AiTraining(models.TextChoices):
    """Whether works may train generative models; the three answers of the PLUS data-mining property."""

    ALLOWED = "allowed", _("allowed")
    DISALLOWED = "disallowed", _("disallowed")
    UNSPECIFIED = "unspecified", _("unspecified")


NOTIFICATION_KINDS = (
    "like",
    "comment",
    "reply",
    "follow",
    "mention",
    "new_artwork",
    "album_shared",
    "commission",
    "exhibition",
)


def notifications_by_default() -> dict[str, bool]:
    """Every kind of notification, wanted."""
    return dict.fromkeys(NOTIFICATION_KINDS, True)


class Mail(models.TextChoices):
    """How a kind of notification is wanted by mail."""

    NEVER = "never", _("never")
    IMMEDIATE = "immediate", _("at once")
    DIGEST = "digest", _("once a day")


def mails_by_default() -> dict[str, str]:
    """What is said to a person, and what waits for an answer, at once; the rest once a day."""
    gathered = ("like", "follow", "new_artwork")
    return {kind: Mail.DIGEST.value if kind in gathered else Mail.IMMEDIATE.value for kind in NOTIFICATION_KINDS}


class Preferences(models.Model):
    """The columns of a user's preferences; `preferences` of the API, key by key."""

    language = models.CharField(_("language"), max_length=12, default="en")
    appearance = models.CharField(_("appearance"), max_length=8, choices=Appearance.choices, default=Appearance.SYSTEM)
    default_visibility = models.CharField(
        _("visibility of new things"), max_length=8, choices=Visibility.choices, default=Visibility.PRIVATE
    )
    share_location = models.BooleanField(_("tell others where pictures were taken"), default=False)
    ai_training = models.CharField(
        _("training of generative models"), max_length=12, choices=AiTraining.choices, default=AiTraining.UNSPECIFIED
    )
    copyright_notice = models.CharField(_("copyright notice"), max_length=500, blank=True)
    notifications = models.JSONField(_("notifications"), default=notifications_by_default)
    notification_mails = models.JSONField(_("notifications by mail"), default=mails_by_default)

    class Meta:
        abstract = True

    @classmethod
    def preference_names(cls) -> list[str]:
        """The names of the columns above."""
        return [field.name for field in Preferences._meta.get_fields()]

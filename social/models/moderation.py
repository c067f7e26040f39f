"""What people object to, what moderators decide, and what was done."""

from datetime import datetime, timedelta
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.identifiers import new_id
from social.querysets.moderation import DecisionQuerySet, EntryQuerySet, ReportQuerySet

APPEAL_WINDOW = timedelta(days=14)
"""How long an owner may appeal; what is to be removed is kept so long."""


class TargetType(models.TextChoices):
    """What can be reported."""

    ARTWORK = "artwork", _("work")
    COMMENT = "comment", _("comment")
    ARTIST = "artist", _("artist")
    IMAGE = "image", _("picture")
    GALLERY = "gallery", _("gallery")


class Case(models.Model):
    """All that is reported of one thing until it is decided; `owner` is whose thing it is."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        DECIDED = "decided", _("decided")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    target_type = models.CharField(_("kind"), max_length=10, choices=TargetType.choices)
    target_id = models.UUIDField()
    title = models.CharField(_("title"), max_length=200, help_text=_("What it was called when it was first reported"))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="cases",
        verbose_name=_("owner"),
    )
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.OPEN)
    report_count = models.PositiveIntegerField(_("reports"), default=0)
    opened_at = models.DateTimeField(_("opened at"), auto_now_add=True)

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("moderation: cases")
        constraints = [
            models.UniqueConstraint(
                "target_type", "target_id", name="case_open_once", condition=models.Q(status="open")
            )
        ]
        indexes = [models.Index("status", "opened_at", name="case_queue")]
        permissions = [("moderate", "Can decide reports and appeals")]

    def __str__(self) -> str:
        return f"{self.get_target_type_display()}: {self.title}"


class Report(models.Model):
    """One person's objection to one thing, with what they saw of it then; open until its case is decided."""

    class Reason(models.TextChoices):
        SPAM = "spam", _("Spam")
        STOLEN = "stolen", _("Somebody else's work")
        OFFENSIVE = "offensive", _("Offensive")
        ILLEGAL = "illegal", _("Illegal")
        HARASSMENT = "harassment", _("Harassment")
        OTHER = "other", _("Something else")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="reports"
    )
    target_type = models.CharField(max_length=10, choices=TargetType.choices)
    target_id = models.UUIDField()
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices)
    detail = models.TextField(_("details"), max_length=2_000, blank=True)
    seen = models.JSONField(default=dict, help_text=_("What the reporter saw: texts, numbers, names and pictures"))
    is_open = models.BooleanField(default=True)
    created_at = models.DateTimeField(_("reported at"), auto_now_add=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("moderation: reports")
        constraints = [
            models.UniqueConstraint(
                "reporter", "target_type", "target_id", name="report_open_once", condition=models.Q(is_open=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.case}"


class Decision(models.Model):
    """What a moderator decided in a case, and told the owner.

    What is removed is hidden at once and deleted for good at `removal_due_at`, when an appeal can no longer be filed or was
    rejected; so an appeal that succeeds gives everything back. `is_in_force` ends with such an appeal.
    """

    class Verdict(models.TextChoices):
        DISMISS = "dismiss", _("Dismiss: nothing is wrong")
        HIDE = "hide", _("Hide from others")
        REMOVE = "remove", _("Remove for good")
        SUSPEND = "suspend", _("Suspend the account")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="decision")
    verdict = models.CharField(_("decision"), max_length=8, choices=Verdict.choices)
    statement = models.TextField(_("statement to the owner"), max_length=5_000, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), auto_now_add=True)
    is_in_force = models.BooleanField(default=True)
    removal_due_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("moderation: decisions")
        indexes = [
            models.Index("removal_due_at", name="decision_to_remove", condition=models.Q(removed_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()} ({self.case})"

    @property
    def appeal_until(self) -> datetime:
        """Until when its owner may appeal."""
        return self.decided_at + APPEAL_WINDOW

    @property
    def can_be_appealed(self) -> bool:
        """Whether its owner may appeal now. One query where the appeal is not fetched with it."""
        holds = self.is_in_force and self.removed_at is None and self.verdict != self.Verdict.DISMISS
        return holds and timezone.now() < self.appeal_until and not hasattr(self, "appeal")


class Appeal(models.Model):
    """The owner's answer to a decision, once; another moderator than the one who decided it judges it."""

    class Outcome(models.TextChoices):
        UPHELD = "upheld", _("the decision stands")
        OVERTURNED = "overturned", _("the decision is taken back")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="appeal")
    text = models.TextField(_("appeal"), max_length=5_000)
    filed_at = models.DateTimeField(_("filed at"), auto_now_add=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices, blank=True)
    answer = models.TextField(_("answer"), max_length=5_000, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("moderation: appeals")

    def __str__(self) -> str:
        return f"{self.decision_id}"


class Entry(models.Model):
    """One step in a case, for ever. People are named in words, so that nothing here changes when an account goes."""

    case_id = models.UUIDField(_("case"), db_index=True)
    at = models.DateTimeField(_("at"), auto_now_add=True)
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(_("by"), max_length=30, blank=True)
    deed = models.CharField(_("deed"), max_length=20)
    detail = models.JSONField(default=dict)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the log")
        verbose_name_plural = _("moderation: log")

    def __str__(self) -> str:
        return f"{self.at} {self.actor_name} {self.deed}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds it; raises TypeError where it is there already."""
        if not self._state.adding:
            raise TypeError("The log of moderation is only added to.")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Never."""
        raise TypeError("The log of moderation is only added to.")

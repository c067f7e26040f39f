"""Commissions: works that somebody asks an artist to make, and what the two say to each other."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.identifiers import new_id
from portfolio.querysets.commissions import CommissionQuerySet, OfCommissionQuerySet


class CommissionStatus(models.TextChoices):
    """How far a commission is: `portfolio.workflow.tables` says what leads where."""

    REQUESTED = "requested", _("requested")
    ACCEPTED = "accepted", _("accepted")
    IN_PROGRESS = "in_progress", _("in progress")
    COMPLETED = "completed", _("completed")
    CANCELLED = "cancelled", _("cancelled")
    DECLINED = "declined", _("declined")


class QuoteStatus(models.TextChoices):
    """What became of a quote; one that another follows is superseded."""

    OFFERED = "offered", _("offered")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    SUPERSEDED = "superseded", _("superseded")


class Commission(models.Model):
    """What `client` asks `artist` to make. A party whose account is gone is empty: the other keeps what was agreed.

    `quote_status` is that of the last quote, empty where there is none; it follows it (`portfolio.actions.quotes`).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    client = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="commissions_requested",
        verbose_name=_("client"),
    )
    artist = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="commissions_taken",
        verbose_name=_("artist"),
    )
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), max_length=10_000)
    budget = models.DecimalField(_("budget"), max_digits=12, decimal_places=3, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True, help_text=_("ISO 4217"))
    deadline = models.DateField(_("deadline"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=11, choices=CommissionStatus.choices, default=CommissionStatus.REQUESTED
    )
    quote_status = models.CharField(max_length=10, choices=QuoteStatus.choices, blank=True, editable=False)
    completion_date = models.DateField(_("completed on"), null=True, blank=True)
    artwork = models.ForeignKey(
        "gallery.Artwork", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("work")
    )
    created_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = CommissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("commission")
        verbose_name_plural = _("commissions")
        indexes = [
            models.Index("client", "created_at", "id", name="commission_of_client"),
            models.Index("artist", "created_at", "id", name="commission_of_artist"),
            models.Index("status", "deadline", name="commission_due"),
        ]

    def __str__(self) -> str:
        return self.title


class OfCommission(models.Model):
    """Something that belongs to a commission, seen by its two parties alone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    commission = models.ForeignKey(Commission, on_delete=models.CASCADE, related_name="%(class)ss")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OfCommissionQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.author_id} in {self.commission_id}"


class Note(OfCommission):
    """How far the work is, in a party's words."""

    text = models.TextField(_("text"), max_length=5_000)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        indexes = [models.Index("commission", "id", name="note_in_order")]


class Quote(OfCommission):
    """What the artist would make it for, and on what terms. One at a time waits for the client's answer."""

    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=3)
    currency = models.CharField(_("currency"), max_length=3, help_text=_("ISO 4217"))
    terms = models.TextField(_("terms"), max_length=5_000, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=QuoteStatus.choices, default=QuoteStatus.OFFERED)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        constraints = [
            models.UniqueConstraint("commission", name="quote_offered_once", condition=models.Q(status="offered"))
        ]
        indexes = [models.Index("commission", "id", name="quote_in_order")]


class Message(OfCommission):
    """What one party says to the other."""

    text = models.TextField(_("text"), max_length=5_000, blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [models.Index("commission", "created_at", "id", name="message_in_order")]


class Attachment(models.Model):
    """A file of the author's library that a message brings: both parties may open it while it is there. `name` is what it was
    called then."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")
    file = models.ForeignKey("gallery.File", on_delete=models.SET_NULL, null=True, related_name="attachments")
    name = models.CharField(max_length=255)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        constraints = [models.UniqueConstraint("message", "file", name="attachment_once")]
        ordering = ["message", "position"]

    def __str__(self) -> str:
        return self.name

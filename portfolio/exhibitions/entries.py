"""What a submission consists of: judged, and written down."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gallery.models import Artwork
from portfolio.exhibitions.requirements import faults_of
from portfolio.models import Exhibition, Submission, SubmittedWork
from social.plain_text import plain, refused

LONGEST_STATEMENT = 5_000


def statement_of(text: str) -> str:
    """A statement as it is kept. Raises ValidationError on `artist_statement`."""
    kept = plain(text)
    if len(kept) > LONGEST_STATEMENT:
        words = _("Please write at most %d characters.") % LONGEST_STATEMENT
        raise refused("artist_statement", words, code="max_length")
    return kept


def require_fitting(exhibition: Exhibition, artwork_ids: Sequence[UUID], *, by: Any) -> None:
    """Locks these works until the transaction ends, which has locked their artist. Raises ValidationError on `artwork_ids` for
    too few or too many, for one that is named twice, and with each reason why one does not fit."""
    require_number(exhibition, artwork_ids)
    own = Artwork.objects.filter(owner=by, pk__in=artwork_ids)
    list(own.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    faults = faults_of(exhibition, artwork_ids, by=by)
    # What is foreign, unpublished or absent is told once, and all alike.
    said = list(dict.fromkeys(words for each in faults.values() for words in each))
    if said:
        raise ValidationError({"artwork_ids": [ValidationError(words, code="unfit") for words in said]})


def require_number(exhibition: Exhibition, artwork_ids: Sequence[UUID]) -> None:
    most = exhibition.max_artworks_per_submission
    if not artwork_ids:
        raise refused("artwork_ids", _("Choose at least one work."), code="empty")
    if len(set(artwork_ids)) < len(artwork_ids):
        raise refused("artwork_ids", _("Name each work once."), code="not_unique")
    if len(artwork_ids) > most:
        words = ngettext("It takes %d work of each artist.", "It takes up to %d works of each artist.", most) % most
        raise refused("artwork_ids", words, code="too_many")


def place_works(submission: Submission, artwork_ids: Sequence[UUID]) -> None:
    """Has a submission consist of these works in this order, under new ids, none of them scored."""
    SubmittedWork.objects.filter(submission=submission).delete()
    SubmittedWork.objects.bulk_create(
        SubmittedWork(submission=submission, artwork_id=pk, position=position)
        for position, pk in enumerate(artwork_ids)
    )


def works_in(submission: Submission) -> list[UUID]:
    """The works of a submission, in their order. One query."""
    works = SubmittedWork.objects.filter(submission=submission).order_by("position")
    return list(works.values_list("artwork_id", flat=True))


def choose(submission: Submission, artwork_ids: Sequence[UUID] | None) -> None:
    """Has these works chosen and no others; all, without any named. Raises ValidationError on `artwork_ids`."""
    works = SubmittedWork.objects.filter(submission=submission)
    if artwork_ids is None:
        works.update(is_selected=True)
        return
    if not artwork_ids:
        raise refused("artwork_ids", _("Choose at least one work."), code="empty")
    if works.filter(artwork__in=artwork_ids).count() < len(set(artwork_ids)):
        raise refused("artwork_ids", _("This work was not submitted."), code="does_not_exist")
    works.filter(artwork__in=artwork_ids).update(is_selected=True)
    works.exclude(artwork__in=artwork_ids).update(is_selected=False)

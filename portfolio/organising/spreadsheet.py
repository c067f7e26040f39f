"""The table of what was submitted, for a spreadsheet."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from gallery.actions.reach import in_batches
from portfolio.exhibitions.standings import Standing, standings
from portfolio.models import Exhibition, Submission, SubmissionStatus, SubmittedWork
from portfolio.spreadsheets import table


def spreadsheet(exhibition: Exhibition, submissions: QuerySet[Submission], *, viewer: Any, site: str) -> str:
    """These submissions as they came; times by the clocks of the exhibition. Three queries for some hundreds."""
    lines = (
        row
        for some in in_batches(submissions.values_list("pk", flat=True))
        for row in rows(exhibition, submissions, some, viewer=viewer, site=site)
    )
    return table(columns(exhibition), lines)


def columns(exhibition: Exhibition) -> list[str]:
    zone = {"zone": exhibition.time_zone}
    return [
        _("Submitted (%(zone)s)") % zone,
        _("Artist"),
        _("Username"),
        _("Address"),
        _("Works"),
        _("Chosen works"),
        _("Statement"),
        _("Mean score"),
        _("Spread"),
        _("Jurors who scored"),
        _("Fee received (%(zone)s)") % zone,
        _("Status"),
    ]


def rows(
    exhibition: Exhibition, submissions: QuerySet[Submission], ids: Sequence[UUID], *, viewer: Any, site: str
) -> Iterator[list[Any]]:
    """The lines of some hundreds of submissions."""
    titles, standing = titles_of(ids, viewer=viewer), standings(ids).submissions
    for submission in submissions.filter(pk__in=ids).order_by("pk"):
        all_, chosen = titles[submission.pk]
        jury = standing.get(submission.pk, Standing())
        yield [
            moment(exhibition, submission.submitted_at),
            submission.artist.artist.artist_name,
            submission.artist.username,
            site + reverse("artist", args=[submission.artist.username]),
            "; ".join(all_),
            "; ".join(chosen),
            submission.artist_statement,
            *("" if number is None else number for number in (jury.mean, jury.spread)),
            jury.juror_count,
            moment(exhibition, submission.fee_paid_at),
            str(submission.get_status_display()),
        ]


def moment(exhibition: Exhibition, at: Any) -> str:
    """`2026-06-05 23:59`, empty for none."""
    return f"{at.astimezone(exhibition.zone):%Y-%m-%d %H:%M}" if at else ""


def titles_of(ids: Sequence[UUID], *, viewer: Any) -> defaultdict[UUID, tuple[list[str], list[str]]]:
    """The works of each submission that the viewer may see, and those of them that are chosen, where it is accepted."""
    titles: defaultdict[UUID, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    works = SubmittedWork.objects.visible_to(viewer).filter(submission__in=ids).order_by("position")
    for submission_id, status, title, is_selected in works.values_list(
        "submission_id", "submission__status", "artwork__title", "is_selected"
    ):
        titles[submission_id][0].append(title)
        if status == SubmissionStatus.ACCEPTED and is_selected:
            titles[submission_id][1].append(title)
    return titles

"""What moving an exhibition brings about, in words, for who is asked whether they mean it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portfolio.models import Exhibition, ExhibitionStatus, Juror

S = ExhibitionStatus


def question_of(target: str) -> str:
    """What is asked."""
    questions = {
        S.JURYING: _("Begin jurying?"),
        S.CLOSED: _("Close the exhibition?"),
        S.CANCELLED: _("Cancel the exhibition?"),
    }
    return questions[S(target)]


def effects_of(exhibition: Exhibition, target: str) -> list[str]:
    """What follows, a sentence each; needs `submission_count`. At most one query."""
    tell = {S.JURYING: of_jurying, S.CLOSED: of_closing, S.CANCELLED: of_cancelling}
    return list(tell[S(target)](exhibition))


def of_jurying(exhibition: Any) -> Iterator[str]:
    count, jurors = exhibition.submission_count, Juror.objects.filter(exhibition=exhibition).count()
    yield ngettext("There is %d submission.", "There are %d submissions.", count) % count
    if exhibition.is_open_for_entry:
        yield _("Its deadline has not come yet: nothing can be submitted, changed or added from now on.")
    if jurors:
        yield ngettext("%d juror is told to begin.", "%d jurors are told to begin.", jurors) % jurors
    else:
        yield _("Nobody is on the jury: you decide alone.")
    yield _("It cannot be opened for entry again.")


def of_closing(exhibition: Exhibition) -> Iterator[str]:
    yield _("Its page and its works stay to be seen, as an exhibition that is over. It cannot be opened again.")


def of_cancelling(exhibition: Exhibition) -> Iterator[str]:
    if exhibition.status != S.DRAFT:
        yield _(
            "Everyone who submitted and everyone on the jury is told. Its page stays, and says that it is cancelled."
        )
    yield _("This cannot be taken back.")

"""What works have to be like for an exhibition, as far as that can be measured."""

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from gallery.mediums import fold_medium
from gallery.models import Artwork
from portfolio.models import Exhibition

COLUMNS = ("pk", "title", "medium", "views__image__width", "views__image__height")


def faults_of(exhibition: Exhibition, artwork_ids: Collection[UUID], *, by: Any) -> dict[UUID, list[str]]:
    """Why these works do not fit, in words that name each, by their ids; of what fits there is nothing. What is not a work of
    `by` that anyone may see is not named. One query."""
    works = Artwork.objects.public().filter(owner=by, pk__in=artwork_ids, views__position=0)
    found = {row["pk"]: row for row in works.values(*COLUMNS)}
    faults = {pk: list(faults_in(exhibition, found.get(pk))) for pk in artwork_ids}
    return {pk: said for pk, said in faults.items() if said}


def faults_in(exhibition: Exhibition, work: dict[str, Any] | None) -> Iterator[str]:
    """Of one work, by its `COLUMNS`."""
    if work is None:
        yield _("This is not a published work of yours.")
        return
    shorter = min(work["views__image__width"], work["views__image__height"])
    if shorter < exhibition.min_pixels:
        facts = {"title": work["title"], "pixels": shorter, "least": exhibition.min_pixels}
        yield _("“%(title)s” has %(pixels)d pixels on its shorter side; it takes %(least)d or more.") % facts
    if exhibition.mediums and fold_medium(work["medium"]) not in map(fold_medium, exhibition.mediums):
        facts = {"title": work["title"], "mediums": ", ".join(exhibition.mediums)}
        yield _("“%(title)s” is in none of the mediums asked for: %(mediums)s.") % facts

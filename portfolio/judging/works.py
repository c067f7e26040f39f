"""A submission as a juror's page shows it: no more than `tell_submissions` tells them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from gallery.api.pictures import Row
from portfolio.api.exhibitions.submission_telling import tell_submissions
from portfolio.hanging.pictures import Picture
from portfolio.hanging.works import made, size_of, srcset
from portfolio.labels.facts import Fact
from portfolio.models import Juror

# As the style sheet has it: beside a work's scores, or above them.
SIZES = "(min-width: 64rem) calc(min(100vw, 90rem) - 26rem), 100vw"


@dataclass(frozen=True)
class Judged:
    """A submitted work; `href` is empty where its page would tell whose it is, `score` None where it has none yet."""

    id: UUID
    title: str
    description: str
    facts: list[Fact]
    href: str
    pictures: list[Picture]
    score: int | None
    note: str


@dataclass(frozen=True)
class Told:
    """A submission; `artist` is None where a jury is not told. `reason` says why this juror may not judge it, empty where they
    may; `missing` counts works that can no longer be seen."""

    works: list[Judged]
    statement: str
    artist: Row | None
    reason: str
    missing: int


def tell_to_juror(submission_id: UUID, *, juror: Juror, is_barred: bool) -> Told:
    """As many queries for any number of works. Raises Http404 for what they may not see."""
    rows = tell_submissions([submission_id], viewer=juror.user, base="")
    if not rows:
        raise Http404
    (row,) = rows
    return Told(
        works=list(each_work(row)),
        statement=row["artist_statement"],
        artist=row["artist"],
        reason=reason_for(row, juror) if is_barred else "",
        missing=row["unavailable_count"],
    )


def reason_for(row: Row, juror: Juror) -> str:
    """Why they do not judge it, as they know."""
    if row["artist"]["id"] == juror.user_id:
        return _("This is your own submission.")
    return _("You declared a conflict of interest with this artist.")


def each_work(row: Row) -> Iterator[Judged]:
    own = row["my_score"]
    scores = {each["id"]: each for each in own["works"]} if own else {}
    for number, (work, submitted) in enumerate(zip(row["artworks"], row["works"], strict=True)):
        given = scores.get(submitted["id"], {"score": None, "note": ""})
        yield Judged(
            id=submitted["id"],
            title=work["title"],
            description=work["description"],
            facts=facts_of(work),
            href="" if row["artist"] is None else f"/artworks/{work['id']}",
            pictures=[shown(work, view, is_first=number == 0) for view in work["images"]],
            **{name: given[name] for name in ("score", "note")},
        )


def facts_of(work: Row) -> list[Fact]:
    facts = (
        Fact(_("Medium"), work["medium"]),
        Fact(_("Size"), size_of(work)),
        Fact(_("Made"), made(work["creation_date"])),
    )
    return [fact for fact in facts if fact.text]


def shown(work: Row, view: Row, *, is_first: bool) -> Picture:
    """A picture as large as there is room, without what would lead to the work. What is transparent lies on paper: a blind jury
    is told of that, and of no placeholder; others get a placeholder for whatever is not transparent."""
    copies: dict[str, Any] = view["thumbnails"]
    placeholder = view.get("placeholder", "")
    largest = copies["xlarge"]
    return Picture(
        href="",
        title=work["title"],
        artist="",
        alt=work["alt_text"] or work["title"],
        src=copies["large"]["url"],
        srcset=srcset(list(copies.values())),
        sizes=SIZES,
        width=largest["width"],
        height=largest["height"],
        placeholder=placeholder,
        is_clear=view.get("is_transparent", not placeholder),
        is_first=is_first,
    )

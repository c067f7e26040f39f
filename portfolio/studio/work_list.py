"""One's own works as a list: what is asked for, how many there are of each state, and what a row shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.requests import person
from gallery.api.work_filters import ArtworkFilter
from gallery.models import Artwork, Availability, Status
from portfolio.finding.sheets import Sheet, address, sheet_of
from portfolio.hanging.pictures import Picture
from portfolio.hanging.thumbs import thumb_of_card
from portfolio.hanging.works import tell_cards
from portfolio.labels.money import money

SEEN = Q(status=Status.PUBLISHED) & ~Q(availability_status=Availability.PRIVATE)
STATES = {
    "": (_("All"), Q()),
    "drafts": (_("Drafts"), Q(status=Status.DRAFT)),
    "scheduled": (_("Scheduled"), Q(status=Status.SCHEDULED)),
    "published": (_("Published"), SEEN),
    "private": (_("Private"), Q(availability_status=Availability.PRIVATE)),
    "available": (_("Available"), SEEN & Q(availability_status=Availability.AVAILABLE)),
    "sold": (_("Sold"), Q(availability_status=Availability.SOLD)),
    "exhibition": (_("In an exhibition"), Q(availability_status=Availability.EXHIBITION)),
}
ORDERS = {
    "": (_("Newest first"), (F("sort_date").desc(), F("pk").desc())),
    "oldest": (_("Oldest first"), (F("sort_date").asc(), F("pk").asc())),
    "changed": (_("Changed last"), (F("updated_at").desc(), F("pk").desc())),
    "title": (_("By title"), (F("sort_title").asc(), F("pk").asc())),
    "dearest": (_("Highest price first"), (F("price").desc(nulls_last=True), F("pk").desc())),
    "liked": (_("Most liked first"), (F("like_count").desc(), F("pk").desc())),
}
ASKED = ("search", "gallery", "category", "medium", "tags")
KEPT = ("state", *ASKED, "order", "view")
COLUMNS = (
    "pk", "title", "medium", "status", "availability_status", "price", "currency", "published_at", "is_public", "is_hidden",
    "alt_text", "view_count", "like_count", "comment_count",
)  # fmt: skip


@dataclass(frozen=True)
class WorkRow:
    """A work as a row: `facts` as its columns have them."""

    id: str
    title: str
    picture: Picture
    facts: dict[str, Any]
    price: str
    status: Any
    availability: Any

    @property
    def published_at(self) -> datetime | None:
        """When it was or will be seen."""
        at: datetime | None = self.facts["published_at"]
        return at


@dataclass(frozen=True)
class Tab:
    """A state, how many works are in it, and where they are listed."""

    label: Any
    count: int
    href: str
    is_here: bool


@dataclass(frozen=True)
class WorkList:
    """What the page of one's works shows."""

    tabs: list[Tab]
    rows: list[WorkRow]
    sheet: Sheet
    asked: dict[str, str]

    @property
    def is_narrowed(self) -> bool:
        """Whether something was searched for, beside the state."""
        return any(self.asked[name] for name in ASKED)


def list_works(request: HttpRequest) -> WorkList:
    """As the address asks: four queries, and what searching takes. Raises Http404 for a page that there is not."""
    asked = {name: request.GET.get(name, "").strip() for name in KEPT}
    own = Artwork.objects.filter(owner=person(request))
    told = {name: asked[name] for name in ASKED if asked[name]}
    found: QuerySet[Artwork] = ArtworkFilter(told, queryset=own, request=request).qs if told else own
    counts = found.aggregate(
        **{f"n_{name}": Count("pk", filter=of_state) for name, (_label, of_state) in STATES.items()}
    )
    _label, of_state = STATES.get(asked["state"], STATES[""])
    _label, order = ORDERS.get(asked["order"], ORDERS[""])
    kept = {name: value for name, value in asked.items() if value}
    sheet = sheet_of(request, found.filter(of_state).order_by(*order).values(*COLUMNS), kept)
    return WorkList(tabs_of(request, kept, counts), tell_rows(sheet.rows, viewer=request.user), sheet, asked)


def tabs_of(request: HttpRequest, kept: dict[str, str], counts: dict[str, int]) -> list[Tab]:
    """The states, those without works but for the first and the present one left out."""
    here = kept.get("state", "")
    return [
        Tab(label, counts[f"n_{name}"], address(request.path, {**kept, "state": name}), name == here)
        for name, (label, _of_state) in STATES.items()
        if not name or name == here or counts[f"n_{name}"]
    ]


def tell_rows(rows: Sequence[dict[str, Any]], *, viewer: Any) -> list[WorkRow]:
    """Rows of `COLUMNS` with their pictures. One query, and one where copies are fetched elsewhere."""
    cards = {card["id"]: card for card in tell_cards([row["pk"] for row in rows], viewer=viewer)}
    return [tell_row(row, cards) for row in rows if row["pk"] in cards]


def tell_row(row: dict[str, Any], cards: dict[UUID, Any]) -> WorkRow:
    return WorkRow(
        id=str(row["pk"]),
        title=row["title"],
        # Its title stands beside it.
        picture=replace(thumb_of_card(cards[row["pk"]]), alt=row["alt_text"]),
        facts=row,
        price=money(row["price"], row["currency"]),
        status=Status(row["status"]).label,
        availability=Availability(row["availability_status"]).label,
    )

"""Which artists are listed, and in which order."""

from django.db.models import Case, F, IntegerField, QuerySet, Value, When
from django.db.models.expressions import OrderBy
from django.db.models.functions import Lower
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Artist

ORDERS: dict[str, tuple[Promise, str]] = {
    "": (_("Most popular"), "-trend"),
    "-date": (_("Newest"), "-user__created_at"),
    "name": (_("By name"), "sort_name"),
    "-followers": (_("Most followed"), "-user__statistics__follower_count"),
}
"""By the API's names, but that popularity has none here: what each is called, and its column."""
WORKS = "user__statistics__public_artwork_count"


def showing(artists: QuerySet[Artist]) -> QuerySet[Artist]:
    """Those of whom anyone may see a work. Others are listed where they are asked for alone."""
    return artists.filter(**{f"{WORKS}__gt": 0})


def in_order(artists: QuerySet[Artist], order: str) -> QuerySet[Artist]:
    """Those of whom nobody may see a work last, then in one of `ORDERS`, then the newest first."""
    column = ORDERS[order][1]
    first = Case(When(**{f"{WORKS}__gt": 0}, then=Value(0)), default=Value(1), output_field=IntegerField())
    by = OrderBy(F(column.removeprefix("-")), descending=column.startswith("-"), nulls_last=True)
    return artists.annotate(sort_name=Lower("artist_name")).order_by(first, by, "-user__created_at", "-pk")

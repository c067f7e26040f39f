"""What the page of statistics shows."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import Statistics, User
from gallery.api.pictures import Row
from gallery.models import Artwork
from portfolio.figures.reading import PERIODS, Figures
from portfolio.figures.reckoning import MEASURES
from portfolio.figures.tables import headings
from portfolio.figures.things import Thing, galleries_in, most_of, works_in
from portfolio.finding.sheets import Sheet, address, sheet_of
from portfolio.hanging.works import tell_cards
from portfolio.studio.figures.charts import STEP, Bucket, buckets_of, chart, spark
from portfolio.templatetags.numbers import grouped

MOST_REFERRERS, WHOLE = 20, 100


def page_of(request: HttpRequest, figures: Figures, *, viewer: User) -> Row:
    """All that the template is told. Some 20 queries for any number of works and days. Raises Http404 past the last page."""
    buckets = buckets_of(figures)
    sheet = sheet_of(request, works_in(figures) if not figures.artwork else [], parameters(figures))
    return {
        "figures": figures,
        "work": work_of(figures),
        "periods": [period(request, figures, days) for days in PERIODS],
        "tiles": tiles(figures, buckets, viewer),
        "chart": chart(buckets, "views", "visitors"),
        "headings": headings(),
        "lines": [(each.label, [each.tally[name] for name in MEASURES]) for each in reversed(buckets)],
        "is_by_week": len(buckets) < figures.days,
        "sheet": sheet,
        "works": rows_of_works(sheet, figures, buckets, viewer=viewer),
        "galleries": most_of(galleries_in(figures)),
        "referrers": referrers(figures),
        "tables": {name: table_address(figures, name) for name in ("days", "works", "galleries", "referrers")},
        "is_bare": not any(figures.every_day.values()),
    }


def parameters(figures: Figures, days: int = 0) -> dict[str, str]:
    """What the page's address says of what is asked for."""
    return {"days": str(days or figures.days), "artwork": str(figures.artwork or "")}


def period(request: HttpRequest, figures: Figures, days: int) -> Row:
    href = address(request.path, parameters(figures, days))
    return {"days": days, "href": href, "is_chosen": days == figures.days}


def table_address(figures: Figures, name: str) -> str:
    asked = {"of": name, **parameters(figures)}
    return f"{reverse('statistics-csv')}?{urlencode({key: value for key, value in asked.items() if value})}"


def work_of(figures: Figures) -> Any:
    """The work that is asked for, if one is."""
    return Artwork.objects.only("title").get(pk=figures.artwork) if figures.artwork else None


def tiles(figures: Figures, buckets: list[Bucket], viewer: User) -> list[Row]:
    """The totals with what they were before; no work is followed."""
    now, before = figures.totals(), figures.totals_before()
    told = [
        {
            "label": label,
            "total": now[name],
            "change": change(now[name], before[name]),
            "spark": spark([each.tally[name] for each in buckets]),
            "width": len(buckets) * STEP,
        }
        for name, label in zip(MEASURES, headings(), strict=True)
    ]
    if figures.artwork:
        return told[:-1]
    told[-1]["all"] = Statistics.objects.values_list("follower_count", flat=True).get(pk=viewer.pk)
    return told


def change(now: int, before: int) -> str:
    """In words: how many there were in as many days before."""
    if now == before:
        return _("as many as before")
    words = _("up from %(number)s") if now > before else _("down from %(number)s")
    return words % {"number": grouped(before)}


def rows_of_works(sheet: Sheet, figures: Figures, buckets: list[Bucket], *, viewer: User) -> list[Row]:
    """Those of a page, each with its picture and how it was looked at over the days."""
    ids = [work.id for work in sheet.rows if work.id]
    cards = {card["id"]: card for card in tell_cards(ids, viewer=viewer)} if ids else {}
    by_day = figures.views_of(ids) if ids else {}
    return [
        row_of_work(work, cards.get(work.id), spark(by_bucket(by_day.get(work.id, {}), buckets)), figures)
        for work in sheet.rows
    ]


def by_bucket(views: dict[Any, int], buckets: list[Bucket]) -> list[int]:
    return [sum(views.get(day, 0) for day in each.days) for each in buckets]


def row_of_work(work: Thing, card: Row | None, drawn: str, figures: Figures) -> Row:
    return {
        "title": work.title,
        "href": address(reverse("studio-statistics"), parameters(figures) | {"artwork": str(work.id or "")}),
        "is_gone": work.id is None,
        "picture": card["images"][0]["thumbnails"]["small"]["url"] if card else "",
        "spark": drawn,
        "numbers": [work.tally[name] for name in MEASURES[:-1]],
    }


def referrers(figures: Figures) -> list[Row]:
    """From where most came, each with its share of the most frequent in percent."""
    found = figures.origins()[:MOST_REFERRERS]
    return [
        {"name": host or capfirst(source.label), "views": views, "share": round(WHOLE * views / found[0][1])}
        for (source, host), views in found
    ]

"""How statistics are told."""

from accounts.models import Statistics, User
from gallery.api.pictures import Row
from gallery.api.works import tell_artworks
from portfolio.figures.reading import Figures, Tally
from portfolio.figures.reckoning import MEASURES
from portfolio.figures.things import Thing, galleries_in, most_of, works_in

MOST_REFERRERS = 50
OF_WORK = ("id", "title", "url", "thumbnails")


def tell_statistics(figures: Figures, *, viewer: User, base: str) -> Row:
    """All of it, told to the artist whose figures they are."""
    return {
        "days": figures.days,
        "since": figures.span.since,
        "until": figures.span.until,
        "totals": measures(figures.totals()),
        "before": measures(figures.totals_before()),
        "follower_count": Statistics.objects.values_list("follower_count", flat=True).get(pk=viewer.pk),
        "by_day": [{"day": day, **measures(tally)} for day, tally in figures.by_day()],
        "by_work": tell_works(most_of(works_in(figures)), viewer=viewer, base=base),
        "by_gallery": [tell_gallery(each, base) for each in most_of(galleries_in(figures))],
        "referrers": [
            {"host": host, "kind": source, "views": views}
            for (source, host), views in figures.origins()[:MOST_REFERRERS]
        ],
    }


def measures(tally: Tally) -> Row:
    return {name: tally[name] for name in MEASURES}


def tell_works(works: list[Thing], *, viewer: User, base: str) -> list[Row]:
    told = tell_artworks([work.id for work in works if work.id], viewer=viewer, base=base)
    briefly = {row["id"]: {name: row[name] for name in OF_WORK} for row in told}
    return [{"artwork": briefly.get(work.id) if work.id else None, **measures(work.tally)} for work in works]


def tell_gallery(gallery: Thing, base: str) -> Row:
    briefly = {"id": gallery.id, "title": gallery.title, "url": f"{base}{gallery.path}"} if gallery.id else None
    return {"gallery": briefly, **measures(gallery.tally)}

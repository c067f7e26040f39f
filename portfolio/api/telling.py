"""How artists are told in answers, straight from rows as works are (`gallery.api.works`).

A page of artists is found by its ids; what is told of them costs a fixed number of queries more, whatever is in it. What other
rooms know of an artist (who follows them) they add through functions that settings.ARTIST_ADDITIONS names:
`add(user_ids, viewer=…, base=…)`, which gives by id the same fields of each.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Model

from accounts.models import Artist
from gallery.api.pictures import Row
from gallery.api.rooms import tell_galleries
from gallery.api.works import additions, tell_artworks
from gallery.models import Watermark
from portfolio.actions.profiles import COMMISSIONS
from portfolio.commissions.taking import Taking, slots_taken
from portfolio.discovery.showcases import ByArtist, featured_works, newest_galleries
from portfolio.looks.themes import theme_named, typeface_named
from portfolio.models import Portfolio
from portfolio.portraits import portrait_url

FACTS = ("artist_name", "bio", "location", "specialties", "social_links")
CONTACT = ("contact_info", "show_contact")
COUNTS = {
    "follower_count": "user__statistics__follower_count",
    "following_count": "user__statistics__following_count",
    "artwork_count": "user__statistics__public_artwork_count",
}
LOOK = ("layout", "accent")
NAMED = {"theme": theme_named, "typeface": typeface_named}
OF_PORTFOLIO = (*LOOK, *NAMED, "sections", *COMMISSIONS.values())
OF_WATERMARK = ("enabled", "text", "position", "opacity", "scale")
PORTRAIT = ("user__portfolio__portrait", "user__portfolio__portrait__is_hidden")
COLUMNS = (
    "pk", *FACTS, *CONTACT, "verified_at", "public_image_size", *COUNTS.values(), "user__username", "user__created_at",
    "user__portfolio", *PORTRAIT, *(f"user__portfolio__{name}" for name in OF_PORTFOLIO),
    "user__portfolio__cover", "user__portfolio__cover__is_public",
    "user__watermark", *(f"user__watermark__{name}" for name in OF_WATERMARK), "slots_taken",
)  # fmt: skip


def tell_artist(user_id: UUID, *, viewer: Any, base: str) -> Row:
    """One artist, as told to this viewer. Raises Artist.DoesNotExist."""
    told = tell_artists([user_id], viewer=viewer, base=base)
    if not told:
        raise Artist.DoesNotExist
    return told[0]


def tell_profile(user_id: UUID, *, viewer: Any, base: str) -> Row:
    """One artist without their works and galleries. One query; raises Artist.DoesNotExist."""
    return tell_row(rows_of([user_id]).get(), viewer=viewer, base=base)


def tell_artists(user_ids: Sequence[UUID], *, viewer: Any, base: str) -> list[Row]:
    """These artists, which the viewer may see, as told to them in this order."""
    if not user_ids:
        return []
    rows = {row["pk"]: row for row in rows_of(user_ids)}
    works, galleries = featured_works(user_ids, viewer), newest_galleries(user_ids, viewer)
    told_works = by_id(tell_artworks(all_of(works), viewer=viewer, base=base))
    told_galleries = by_id(tell_galleries(all_of(galleries), viewer=viewer, base=base))
    added = [add(user_ids, viewer=viewer, base=base) for add in additions("ARTIST_ADDITIONS")]
    told = []
    for user_id in user_ids:
        if user_id in rows:
            artist = tell_row(rows[user_id], viewer=viewer, base=base)
            # One that went between two queries is left out.
            artist["featured_artworks"] = [told_works[pk] for pk in works.get(user_id, ()) if pk in told_works]
            artist["galleries"] = [told_galleries[pk] for pk in galleries.get(user_id, ()) if pk in told_galleries]
            for more in added:
                artist |= more.get(user_id, {})
            told.append(artist)
    return told


def rows_of(user_ids: Sequence[UUID]) -> Any:
    """What these artists are told from."""
    return Artist.objects.filter(pk__in=user_ids).annotate(slots_taken=slots_taken("pk")).values(*COLUMNS)


def all_of(shown: ByArtist) -> list[UUID]:
    return [thing_id for ids in shown.values() for thing_id in ids]


def by_id(told: list[Row]) -> dict[UUID, Row]:
    return {row["id"]: row for row in told}


def tell_row(row: Row, *, viewer: Any, base: str) -> Row:
    """What the artist's own row and those beside it say; to others the number of their works is that of the public ones, and
    so it is to themselves, whose total is in CurrentUser."""
    told: Row = {"id": row["pk"], "username": row["user__username"]}
    told |= {name: row[name] for name in FACTS}
    told["is_verified"] = row["verified_at"] is not None
    is_told = row["show_contact"] or row["pk"] == viewer.pk
    told["contact_info"] = row["contact_info"] if is_told else None
    portrait, is_hidden = (row[name] for name in PORTRAIT)
    told["profile_image_url"] = portrait_url(row["pk"], portrait, is_hidden=is_hidden, base=base)
    told |= {name: row[path] for name, path in COUNTS.items()}
    told |= {"is_following": False, "is_blocked": False, "portfolio": tell_portfolio(row, viewer=viewer)}
    return told | {"url": f"{base}/@{row['user__username']}", "created_at": row["user__created_at"]}


def tell_portfolio(row: Row, *, viewer: Any) -> Row:
    """How an artist presents themselves: as the defaults say where they changed nothing. A cover that others do not see is told
    to its artist alone."""
    portfolio = beside(row, "portfolio", Portfolio(), OF_PORTFOLIO)
    told: Row = {name: portfolio[name] for name in LOOK}
    told |= {name: known(portfolio[name]).value for name, known in NAMED.items()}
    told |= {name: row[name] for name in ("show_contact", "public_image_size")}
    told["watermark"] = beside(row, "watermark", Watermark(), OF_WATERMARK)
    told["commissions"] = tell_commissions(portfolio, taken=row["slots_taken"])
    is_told = row["user__portfolio__cover__is_public"] or row["pk"] == viewer.pk
    told["cover_artwork_id"] = row["user__portfolio__cover"] if is_told else None
    return told | {"sections": portfolio["sections"]}


def tell_commissions(portfolio: Row, *, taken: int) -> Row:
    """What is said of commissions, and whether the artist can be asked for one now."""
    said = {name: portfolio[column] for name, column in COMMISSIONS.items()}
    return said | {"slots_taken": taken, "takes_requests": Taking(**said, taken=taken).takes}


def beside(row: Row, name: str, default: Model, columns: Sequence[str]) -> Row:
    """What a row beside the artist's says, or what a new one would where there is none."""
    if row[f"user__{name}"] is None:
        return {column: getattr(default, column) for column in columns}
    return {column: row[f"user__{name}__{column}"] for column in columns}

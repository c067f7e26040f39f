"""Works as pages show them: hung on walls, and one by itself with what a label says of it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from babel.numbers import format_currency
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

from gallery.api.copies import Copies
from gallery.api.pictures import Row, thumbnails
from gallery.api.work_copies import copies_in_works
from gallery.api.work_pictures import tell_sizes
from gallery.models import ArtworkImage, Availability, Image
from portfolio.for_programs.plain_copies import preview
from portfolio.hanging.pictures import Cover, Picture
from portfolio.hanging.wall import COPIES, Place, Wall, hung
from portfolio.labels.facts import Fact

OF_MAIN = (
    "artwork_id", "artwork__title", "artwork__alt_text", "artwork__is_mature", "artwork__is_public", "artwork__owner_id",
    "artwork__owner__artist__artist_name", "artwork__owner__artist__public_image_size", "image_id", "image__width",
    "image__height", "image__placeholder", "image__has_alpha",
)  # fmt: skip
TIMES = " \u00d7 "
# Where a label says more than that a work is to be had.
SAID = {Availability.SOLD, Availability.EXHIBITION, Availability.PRIVATE}


def tell_cards(artwork_ids: Sequence[UUID], *, viewer: Any) -> list[Row]:
    """Of these works, which the viewer may see, what a card shows, in this order and as `tell_artworks` tells it. One query, and
    one where copies are fetched elsewhere."""
    mains = ArtworkImage.objects.filter(artwork__in=artwork_ids, position=0).values(*OF_MAIN)
    rows = {main["artwork_id"]: main for main in mains}
    copies = copies_in_works([main["image_id"] for main in rows.values()], viewer=viewer, base="")
    return [tell_card(rows[pk], copies[rows[pk]["image_id"]], viewer=viewer) for pk in artwork_ids if pk in rows]


def tell_card(main: Row, copies: Copies, *, viewer: Any) -> Row:
    limit = "owner__artist__public_image_size"
    # As texts, since each stands in a dozen addresses.
    artwork_id, image_id = str(main["artwork_id"]), str(main["image_id"])
    work = {"pk": artwork_id, limit: main[f"artwork__{limit}"]}
    size = {"pk": image_id, "width": main["image__width"], "height": main["image__height"]}
    picture = {"id": image_id, "thumbnails": thumbnails(size, "", copies)}
    view = {
        "width": main["image__width"],
        "height": main["image__height"],
        "placeholder": main["image__placeholder"],
        "is_clear": main["image__has_alpha"],
        "thumbnails": tell_sizes(work, picture, own=main["artwork__owner_id"] == viewer.pk, base=""),
    }
    told = {name: main[f"artwork__{name}"] for name in ("title", "alt_text")}
    artist = {"id": main["artwork__owner_id"], "artist_name": main["artwork__owner__artist__artist_name"]}
    told |= {"artist": artist, "is_mature": main["artwork__is_mature"], "is_public": main["artwork__is_public"]}
    veil = {"is_veiled": is_veiled(told, viewer=viewer)}
    return {"id": main["artwork_id"], **told, **veil, "images": [view], "thumbnails": view["thumbnails"]}


def is_veiled(work: Row, *, viewer: Any) -> bool:
    """Whether a page shows this work to this viewer only when they ask for it: a mature one that is not their own."""
    return bool(work["is_mature"] and work["artist"]["id"] != viewer.pk)


def wall_of_works(cards: Sequence[Row]) -> Wall:
    """Works as `tell_cards` tells them, in rows of halves."""

    def show(index: int, place: Place) -> Picture:
        view = cards[index]["images"][0]
        card = cards[index]
        return shown(card, view, COPIES, place, is_clear=view["is_clear"], is_veiled=card["is_veiled"])

    return hung([card["images"][0]["width"] / card["images"][0]["height"] for card in cards], show)


def transparent(image_ids: Sequence[UUID]) -> set[UUID]:
    """Which of these pictures are: what is behind them shines through."""
    return set(Image.objects.filter(pk__in=image_ids, has_alpha=True).values_list("pk", flat=True))


def shown(
    work: Row, view: Row, copies: Sequence[str], place: Place, *, is_clear: bool, is_veiled: bool = False
) -> Picture:
    """One view of a work in those of the copies that the viewer may have; of a veiled one no more than its placeholder."""
    width, height = place.room
    thumbnails = view["thumbnails"]
    fills = abs(width * view["height"] / view["width"] - height) <= max(1, height / width)
    return Picture(
        # As the API tells it; `reverse` would take 3 ms for a hundred.
        href=f"/artworks/{work['id']}",
        title=work["title"],
        artist=work["artist"]["artist_name"],
        alt=work["alt_text"] or work["title"],
        src=thumbnails["medium"]["url"],
        srcset=srcset([thumbnails[name] for name in copies]),
        sizes=place.sizes,
        width=width,
        height=height,
        placeholder=view["placeholder"] if is_veiled or (fills and not is_clear) else "",
        is_clear=is_clear,
        is_first=place.is_first,
        is_veiled=is_veiled,
        is_hidden=not work.get("is_public", True),
    )


def srcset(copies: Sequence[Row]) -> str:
    """The copies by their width, each width once."""
    urls: dict[int, str] = {}
    for copy in copies:
        urls.setdefault(copy["width"], copy["url"])
    return ", ".join(f"{url} {width}w" for width, url in urls.items())


def cover_of(works: Sequence[Row], *, base: str) -> Cover | None:
    """A large copy of the first of these works that may be shown without being asked for, at its address under `base`
    (`https://host`) or, where copies are published, on the CDN."""
    work = next((work for work in works if not work["is_mature"]), None)
    if work is None:
        return None
    copy = preview(work["thumbnails"], base=base)
    return Cover(copy.url, copy.width, copy.height, work["alt_text"] or work["title"], copy.type)


def facts_of_work(work: Row) -> list[Fact]:
    """What the label says, as far as it is known: medium, size, date, price, licence."""
    category = work["category"]
    facts = [
        Fact(_("Medium"), work["medium"]),
        Fact(_("Size"), size_of(work)),
        Fact(_("Made"), made(work["creation_date"])),
        Fact(_("Price"), price_of(work)),
        Fact(_("Category"), category["name"], reverse("category", args=[category["slug"]]))
        if category
        else Fact("", ""),
        Fact(_("Licence"), work["license"]),
    ]
    return [fact for fact in facts if fact.text]


def size_of(work: Row) -> str:
    """In the artist's words or, in the order of museums, height by width by depth in centimetres."""
    sides = [f"{float(work[name]):g}" for name in ("height_cm", "width_cm", "depth_cm") if work[name]]
    return work["dimensions"] or (f"{TIMES.join(sides)} cm" if sides else "")


def made(day: str | None) -> str:
    """`2024`, `May 2024` or `17 May 2024`."""
    parts = [int(part) for part in (day or "").split("-") if part]
    if not parts:
        return ""
    first = date(*[*parts, 1, 1][:3])
    return (
        str(first.year)
        if len(parts) == 1
        else date_format(first, "YEAR_MONTH_FORMAT" if len(parts) == 2 else "DATE_FORMAT")
    )


def price_of(work: Row) -> str:
    """As the reader's language writes it; of what is not to be had, that."""
    status = work["availability_status"]
    if status in SAID:
        return str(Availability(status).label).capitalize()
    if work["price"] is None:
        return _("On request")
    return format_currency(Decimal(work["price"]), work["currency"], locale=to_locale(get_language() or "en"))

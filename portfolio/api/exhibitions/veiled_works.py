"""Submitted works as a blind jury is told of them: nothing that says whose they are, nor leads there. Their ids are those of the
submitted works, their pictures copies without a name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from gallery import nameless
from gallery.api.pictures import Row
from gallery.api.works import SIDES, plain, written_date
from gallery.imaging import geometry
from gallery.models import Artwork, ArtworkImage
from portfolio.exhibitions.blind import Veil
from portfolio.models import Submission

TEXTS = ("title", "description", "medium", "dimensions", "alt_text")
COLUMNS = ("pk", *TEXTS, *SIDES, "creation_date", "creation_precision")
OF_PICTURE = ("position", "image__width", "image__height", "image__has_alpha")


def veil_of(submission: Submission) -> Veil:
    """What masks the names of whose submission it is."""
    artist = submission.artist
    return Veil([artist.username, artist.artist.artist_name])


def tell_veiled(works: Sequence[Row], submissions: Mapping[UUID, Submission], *, base: str) -> dict[UUID, Row]:
    """These submitted works, rows with `pk`, `submission_id` and `artwork_id`, by their ids. Two queries, none without works."""
    artwork_ids = [work["artwork_id"] for work in works]
    if not artwork_ids:
        return {}
    facts = {row["pk"]: row for row in Artwork.objects.filter(pk__in=artwork_ids).values(*COLUMNS)}
    views = views_of(artwork_ids)
    veils = {pk: veil_of(submission) for pk, submission in submissions.items()}
    return {
        work["pk"]: {
            "id": work["pk"],
            **tell_facts(facts[work["artwork_id"]], veils[work["submission_id"]]),
            **tell_pictures(views[work["artwork_id"]], address_of(work, submissions, base)),
        }
        for work in works
        if work["artwork_id"] in facts
    }


def views_of(artwork_ids: Sequence[UUID]) -> dict[UUID, list[Row]]:
    """The pictures of these works, but for those that a moderator hid, in their order. One query."""
    views: dict[UUID, list[Row]] = defaultdict(list)
    rows = ArtworkImage.objects.filter(artwork__in=artwork_ids, image__is_hidden=False)
    for row in rows.order_by("artwork", "position").values("artwork_id", *OF_PICTURE):
        views[row["artwork_id"]].append(row)
    return views


def address_of(work: Row, submissions: Mapping[UUID, Submission], base: str) -> str:
    """Where the pictures of a submitted work are: by ids that lead to nothing else."""
    submission = submissions[work["submission_id"]]
    return f"{base}/api/exhibitions/{submission.exhibition_id}/submissions/{submission.pk}/works/{work['pk']}/image"


def tell_facts(row: Row, veil: Veil) -> Row:
    told: Row = {name: veil.over(row[name]) for name in TEXTS}
    told |= {name: plain(row[name]) for name in SIDES}
    return told | {"creation_date": written_date(row["creation_date"], row["creation_precision"])}


def tell_pictures(views: list[Row], address: str) -> Row:
    """`image`, the main one, and `images`, all of them; without the placeholders, by which lists of works would find them."""
    told = [tell_picture(view, address) for view in views]
    return {"image": told[0] if told else None, "images": told}


def tell_picture(view: Row, address: str) -> Row:
    width, height = view["image__width"], view["image__height"]
    which = f"&view={view['position']}" if view["position"] else ""
    sizes = {size: geometry.rendition_size(width, height, size) for size in nameless.SIZES}
    return {
        "url": f"{address}?size=large{which}",
        "thumbnails": {
            size: {"url": f"{address}?size={size}{which}", "width": wide, "height": high}
            for size, (wide, high) in sizes.items()
        },
        "width": width,
        "height": height,
        "is_transparent": view["image__has_alpha"],
    }

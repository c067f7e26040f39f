"""How exhibitions are told in answers: a page of them is found by its ids; what is told of them costs a fixed number of queries
more, whatever is in it."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from gallery.api.pictures import Row
from gallery.api.works import tell_artworks, written_price
from portfolio.exhibitions.covers import copies_of_cover
from portfolio.exhibitions.guards import all_are_decided, undecided_in
from portfolio.exhibitions.history import on_show_in
from portfolio.models import Exhibition, ExhibitionStatus, Juror, Submission
from portfolio.permissions import exhibition_roles
from portfolio.workflow.machine import bars
from portfolio.workflow.tables import EXHIBITION

FACTS = (
    "title", "description", "submission_deadline", "local_deadline", "time_zone", "exhibition_start", "exhibition_end",
    "location", "is_virtual", "requirements", "max_artworks_per_submission", "min_pixels", "mediums", "blind", "score_scale",
    "status", "is_open_for_entry", "submission_count",
)  # fmt: skip
REST = ("is_hidden", "announced_at", "created_at", "updated_at")
FIRST_PAGE = 24


def tell_exhibitions(exhibition_ids: Collection[UUID], *, viewer: Any, base: str) -> list[Row]:
    """These exhibitions, which the viewer may see, as told to them in this order."""
    if not exhibition_ids:
        return []
    read = Exhibition.objects.filter(pk__in=exhibition_ids).select_related("organizer__artist", "cover")
    found = {each.pk: each for each in read.with_counts()}
    judged, entered = juries_of(viewer, found), entries_of(viewer, found, base=base)
    undecided = undecided_in([each.pk for each in found.values() if each.organizer_id == viewer.pk])
    return [
        tell_exhibition(found[pk], viewer=viewer, base=base)
        | {
            "my_submission": entered.get(pk),
            "viewer_roles": roles_of(found[pk], viewer, is_juror=pk in judged),
            "allowed_transitions": moves_of(found[pk], viewer, undecided=undecided[pk]),
        }
        for pk in exhibition_ids
        if pk in found
    ]


def tell_exhibition(exhibition: Any, *, viewer: Any, base: str) -> Row:
    """What its own row says, as to this viewer: the picture that its cover is, to its organiser alone."""
    copies, cover = copies_of_cover(exhibition, base=base), exhibition.cover
    own = exhibition.organizer_id == viewer.pk
    told: Row = {"id": exhibition.pk, "organizer": tell_organizer(exhibition.organizer, base)}
    told |= {name: getattr(exhibition, name) for name in FACTS}
    told["submission_fee"] = written_price(exhibition.submission_fee, exhibition.currency)
    told["currency"] = exhibition.currency or None
    told["cover"] = copies and tell_cover(copies, cover)
    told["cover_image_id"] = exhibition.cover_id if own else None
    told |= {name: getattr(exhibition, name) for name in REST}
    return told | {"url": f"{base}/exhibitions/{exhibition.pk}"}


def tell_organizer(organizer: Any, base: str) -> Row:
    return {
        "id": organizer.pk,
        "username": organizer.username,
        "artist_name": organizer.artist.artist_name,
        "url": f"{base}/@{organizer.username}",
    }


def tell_cover(copies: Row, image: Any) -> Row:
    """The largest copy, and all of them by size."""
    beside = {"alt_text": image.alt_text, "placeholder": image.placeholder}
    return {**copies["xlarge"], **beside, "sizes": copies}


def juries_of(viewer: Any, exhibition_ids: Collection[UUID]) -> set[UUID]:
    """Those of them whose jury the viewer is on. One query, none for visitors."""
    if not viewer.is_authenticated:
        return set()
    return set(Juror.objects.filter(user=viewer.pk, exhibition__in=exhibition_ids).values_list("exhibition", flat=True))


def entries_of(viewer: Any, exhibition_ids: Collection[UUID], *, base: str) -> dict[UUID, Row]:
    """What the viewer submitted to them, by exhibition."""
    from portfolio.api.exhibitions.submission_telling import tell_submissions

    if not viewer.is_authenticated:
        return {}
    own = Submission.objects.filter(artist=viewer.pk, exhibition__in=exhibition_ids)
    told = tell_submissions(list(own.values_list("pk", flat=True)), viewer=viewer, base=base)
    return {row["exhibition_id"]: row for row in told}


def roles_of(exhibition: Exhibition, viewer: Any, *, is_juror: bool) -> list[str]:
    return [*exhibition_roles(viewer, exhibition), *(["juror"] if is_juror else [])]


def moves_of(exhibition: Exhibition, viewer: Any, *, undecided: int) -> list[str]:
    """Where the viewer may move it now. As `EXHIBITION.allowed`, which would ask for each whether all is decided."""
    ways = EXHIBITION.ways(exhibition.status, exhibition_roles(viewer, exhibition))
    return [way.target for way in ways if not (undecided if way.guard is all_are_decided else bars(way, exhibition))]


def tell_exhibition_whole(exhibition_id: UUID, *, viewer: Any, base: str) -> Row:
    """One exhibition with the first page of what is on show in it. Raises Exhibition.DoesNotExist where it went."""
    told = next(iter(tell_exhibitions([exhibition_id], viewer=viewer, base=base)), None)
    if told is None:
        raise Exhibition.DoesNotExist
    shown = on_show_in(exhibition_id, viewer)
    count = shown.count() if told["status"] in {ExhibitionStatus.RUNNING, ExhibitionStatus.CLOSED} else 0
    page = list(shown.values_list("artwork", flat=True)[:FIRST_PAGE]) if count else []
    told["artworks"] = {
        "count": count,
        "next": f"{base}/api/exhibitions/{exhibition_id}/artworks?page=2" if count > FIRST_PAGE else None,
        "previous": None,
        "results": tell_artworks(page, viewer=viewer, base=base),
    }
    return told

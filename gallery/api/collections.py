"""How albums and their shares are told in answers, straight from rows as pictures are (`gallery.api.pictures`).

A page of albums is found by its ids; what is told of them costs four queries more, whatever is in it.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, F, OuterRef, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce, Lower

from gallery.api.copies import copies_of
from gallery.api.pictures import Row, tell_all, thumbnails
from gallery.models import Album, AlbumImage, AlbumLineage, AlbumShare, Image, ShareUse

FACTS = ("name", "description", "privacy_setting")
TIMES = ("created_at", "updated_at")
OF_OWNER = ("owner_id", "owner__username", "owner__artist__artist_name")
COLUMNS = ("pk", "parent_id", *FACTS, *TIMES, *OF_OWNER, "seen_count", "chosen", "shown")
FIRST_PAGE = 24
MOST_CHILDREN = 100


def tell_albums(album_ids: Sequence[UUID], *, among: QuerySet[Album], viewer: Any, base: str) -> list[Row]:
    """These albums in this order, as told to the viewer, who may see those `among`: no other is named or counted. Four
    queries."""
    if not album_ids:
        return []
    rows = {row["pk"]: row for row in with_covers(album_ids, viewer).values(*COLUMNS)}
    paths, children = paths_of(album_ids, among), children_counted(album_ids, among)
    covers = covers_told([row["shown"] for row in rows.values() if row["shown"]], base)
    return [
        tell_album(rows[pk], path=paths[pk], child_count=children.get(pk, 0), cover=covers.get(rows[pk]["shown"]))
        for pk in album_ids
        if pk in rows
    ]


def with_covers(album_ids: Sequence[UUID], viewer: Any) -> QuerySet[Album]:
    """With `chosen`, the cover that was, if the viewer sees it; `shown`, that or the first picture that they see in the album's
    order; and `seen_count`, of how many pictures they are told. Who sees an album sees all in it but what is withheld."""
    inside = AlbumImage.objects.filter(album=OuterRef("pk"))
    seen = inside.visible_to(viewer)
    chosen = Subquery(seen.filter(image=OuterRef("cover_image")).values("image"), output_field=UUIDField())
    first = seen.order_by("position", "image").values("image")[:1]
    number: Any = F("image_count")
    if viewer.is_authenticated:
        own = inside.hidden_but_to(viewer).order_by().values("album").annotate(number=Count("pk")).values("number")
        number += Coalesce(Subquery(own), 0)
    shown = Coalesce("chosen", Subquery(first), output_field=UUIDField())
    return Album.objects.filter(pk__in=album_ids).annotate(seen_count=number, chosen=chosen).annotate(shown=shown)


def inside_of(album_id: UUID, viewer: Any) -> QuerySet[AlbumImage]:
    """What of an album that the viewer may see is in it for them."""
    return AlbumImage.objects.filter(album=album_id).visible_to(viewer)


def paths_of(album_ids: Sequence[UUID], among: QuerySet[Album]) -> dict[UUID, list[Row]]:
    """From the top to each album itself, without those that are not `among`. One query."""
    pairs = AlbumLineage.objects.filter(album__in=album_ids, above__in=among.values("pk")).order_by("-depth")
    paths: dict[UUID, list[Row]] = defaultdict(list)
    for album_id, above_id, name in pairs.values_list("album", "above", "above__name"):
        paths[album_id].append({"id": above_id, "name": name})
    return paths


def children_counted(album_ids: Sequence[UUID], among: QuerySet[Album]) -> dict[UUID, int]:
    """How many albums `among` lie directly in each of these. One query."""
    children = among.filter(parent__in=album_ids).order_by().values_list("parent")
    return dict(children.annotate(number=Count("pk")))


def covers_told(image_ids: Sequence[UUID], base: str) -> dict[UUID, Row]:
    """The thumbnails of each of these pictures. One query, and one where copies are fetched elsewhere."""
    copies = copies_of(image_ids, base)
    rows: Any = Image.objects.filter(pk__in=image_ids).values("pk", "width", "height")
    return {row["pk"]: thumbnails(row, base, copies[row["pk"]]) for row in rows}


def tell_album(row: Row, *, path: list[Row], child_count: int, cover: Row | None) -> Row:
    seen = {entry["id"] for entry in path}
    told: Row = {"id": row["pk"]}
    told["user"] = {
        "id": row["owner_id"],
        "username": row["owner__username"],
        "artist_name": row["owner__artist__artist_name"],
    }
    told |= {name: row[name] for name in FACTS}
    told["parent_id"] = row["parent_id"] if row["parent_id"] in seen else None
    told |= {"path": path, "child_count": child_count}
    told |= {"image_count": row["seen_count"], "cover_image_id": row["chosen"], "cover": cover}
    return told | {name: row[name] for name in TIMES}


def tell_album_whole(album_id: UUID, *, among: QuerySet[Album], viewer: Any, base: str) -> Row:
    """One album, the first page of what is in it, and the albums directly in it, by name. Ten queries.

    Raises Album.DoesNotExist for one that is not `among` these.
    """
    told = next(
        iter(
            tell_albums(
                list(among.filter(pk=album_id).values_list("pk", flat=True)), among=among, viewer=viewer, base=base
            )
        ),
        None,
    )
    if told is None:
        raise Album.DoesNotExist
    inside = inside_of(album_id, viewer).order_by("position", "pk").values_list("image", flat=True)
    page = list(inside[: FIRST_PAGE + 1])
    more = f"{base}/api/albums/{album_id}/images?page=2" if len(page) > FIRST_PAGE else None
    told["images"] = {
        "count": told["image_count"],
        "next": more,
        "previous": None,
        "results": tell_all(page[:FIRST_PAGE], viewer=viewer, base=base),
    }
    children = among.filter(parent=album_id).order_by(Lower("name"), "pk").values("id", "name")
    told["children"] = list(children[:MOST_CHILDREN])
    return told


def tell_share(share: AlbumShare, base: str) -> Row:
    """A share, to the album's owner; of one for a person, with `user` and their artist at hand."""
    person = share.user and {
        "id": share.user.pk,
        "username": share.user.username,
        "artist_name": share.user.artist.artist_name,
    }
    return {
        "id": share.pk,
        "user": person,
        "url": f"{base}/s/{share.token}" if share.token else None,
        "has_password": bool(share.password),
        "expires_at": share.expires_at,
        "can_contribute": share.can_contribute,
        "include_children": share.include_children,
        "created_at": share.created_at,
        "last_used_at": share.last_used_at,
        "use_count": share.use_count,
    }


def tell_use(use: ShareUse) -> Row:
    return {
        "at": use.at,
        "action": use.action,
        "viewer": use.viewer.username if use.viewer else None,
        "image_id": use.image_id,
    }

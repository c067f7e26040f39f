"""How galleries are told in answers, straight from rows."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from gallery.api.pictures import Row
from gallery.api.works import tell_artist_briefly
from gallery.models import Gallery

FACTS = ("name", "slug", "description", "theme", "visibility", "cover_artwork_id", "view_count")
COUNTS = ("artwork_count", "public_artwork_count")
TIMES = ("created_at", "updated_at")
OF_OWNER = ("owner_id", "owner__username", "owner__artist__artist_name")
COLUMNS = ("pk", *FACTS, *COUNTS, *TIMES, *OF_OWNER)


def tell_galleries(gallery_ids: Sequence[UUID], *, viewer: Any, base: str) -> list[Row]:
    """These galleries, which the viewer may see, as told to them in this order."""
    rows = {row["pk"]: row for row in Gallery.objects.filter(pk__in=gallery_ids).values(*COLUMNS)}
    return [tell_gallery(rows[pk], viewer=viewer, base=base) for pk in gallery_ids if pk in rows]


def tell_gallery(row: Row, *, viewer: Any, base: str) -> Row:
    """One gallery: to others than its artist with the number of works that they may see."""
    own = row["owner_id"] == viewer.pk
    told: Row = {"id": row["pk"], "artist": tell_artist_briefly(row, base)}
    told |= {name: row[name] for name in FACTS}
    told["artwork_count"] = row["artwork_count" if own else "public_artwork_count"]
    told |= {name: row[name] for name in TIMES}
    return told | {"url": f"{base}/@{row['owner__username']}/galleries/{row['slug']}"}

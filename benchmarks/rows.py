"""A library full of rows, as uploads would have left them, without the uploads."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from benchmarks.drawing import EDGES

BATCH = 500
TAGS = 200
TAGS_EACH = 6
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
DESCRIPTION = "Oil on linen, painted over three winters at the same window. " * 4
EXIF = {"Make": "Atelier", "Model": "Bench", "GPS": {"GPSLatitude": 48.85}, "LensModel": "50mm f/1.8"}
FACTS: dict[str, Any] = {
    "title": "Morning light, study no. 4",
    "description": DESCRIPTION,
    "alt_text": "A bright window with a jug",
    "width": 4000,
    "height": 3000,
    "perceptual_hash": "0f1e2d3c4b5a6978",
    "placeholder": "data:image/webp;base64," + "UklGRlIAAABXRUJQVlA4IEYAAADQAQCdASoQAAwABUB8" * 3,
    "colors": [{"hex": f"#33669{digit}", "name": "blue", "share": 0.2} for digit in range(5)],
    "quality": {"sharpness": 0.7, "exposure": 0.5, "score": 81},
    "processing": "ready",
    "camera_make": "Atelier",
    "camera_model": "Bench",
    "lens": "50mm f/1.8",
    "date_taken": BEGINNING,
    "focal_length": 50.0,
    "aperture": 1.8,
    "iso": 400,
    "shutter_speed": "1/250",
    "location_lat": None,  # hidden from others, which a plain serializer would not do
    "location_lon": None,
    "copyright": "© Ada",
    "creator": "Ada",
    "exif": EXIF,
}


def fill(owner: Any, number: int, *, visibility: str) -> list[UUID]:
    """That many pictures with tags; returns their ids."""
    from gallery.models import File, Image

    files = [file(owner, index) for index in range(number)]
    File.objects.bulk_create(files, batch_size=BATCH)
    images = [
        Image(
            file=each,
            owner=owner,
            uploaded_at=each.uploaded_at,
            file_size=each.size,
            mime_type=each.mime_type,
            original_filename=each.name,
            visibility=visibility,
            is_public=visibility == "public",
            **FACTS,
        )
        for each in files
    ]
    Image.objects.bulk_create(images, batch_size=BATCH)
    tag([each.pk for each in files])
    return [each.pk for each in files]


def file(owner: Any, index: int) -> Any:
    from gallery.models import File

    name = f"IMG_{index:05}.jpg"
    return File(
        owner=owner,
        name=name,
        original_filename=name,
        stored_name=f"{owner.pk.hex}{index:08x}",
        size=4_500_000,
        mime_type="image/jpeg",
        kind="image",
        checksum=f"{index:064x}",
        uploaded_at=BEGINNING + timedelta(minutes=index),
    )


def tag(image_ids: list[UUID]) -> None:
    from gallery.models import ImageTag, Tag

    Tag.objects.bulk_create(
        [Tag(name=f"subject {n:03}", slug=f"subject-{n:03}") for n in range(TAGS)], ignore_conflicts=True
    )
    tags = list(Tag.objects.order_by("pk"))
    links = [
        ImageTag(
            image_id=image_id,
            tag=tags[(7 * index + 31 * step) % len(tags)],
            uploaded_at=BEGINNING + timedelta(minutes=index),
        )
        for index, image_id in enumerate(image_ids)
        for step in range(TAGS_EACH)
    ]
    ImageTag.objects.bulk_create(links, batch_size=BATCH)


def hang(image_ids: list[UUID], folder: Any) -> None:
    """Renditions for these pictures: the files that lie in `folder` as `<size>.<format>`, under names of their own."""
    from gallery.models import Rendition
    from gallery.storage import renditions

    drawn = []
    for image_id in image_ids:
        for size in EDGES:
            for kind in ("webp", "jpeg"):
                source = folder / f"{size}.{'jpg' if kind == 'jpeg' else kind}"
                name = f"{sha256(f'{image_id} {size}'.encode()).hexdigest()[:40]}.{kind}"
                renditions().put(source, name)
                drawn.append(
                    Rendition(
                        image_id=image_id,
                        size=size,
                        format=kind,
                        stored_name=name,
                        width=EDGES[size],
                        height=EDGES[size] * 3 // 4,
                        bytes=source.stat().st_size,
                    )
                )
    Rendition.objects.bulk_create(drawn, batch_size=BATCH)

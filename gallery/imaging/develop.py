"""What an upload needs to know of a picture, from one decode at reduced scale."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from PIL import Image

from gallery.imaging.colour import on_white
from gallery.imaging.credits import Credit
from gallery.imaging.decode import Header, load_scaled, open_with_header
from gallery.imaging.geometry import needed_edge
from gallery.imaging.likeness import dhash
from gallery.imaging.limits import Limits
from gallery.imaging.metadata import Metadata, read_metadata
from gallery.imaging.orientation import displayed_size
from gallery.imaging.palette import Color, palette
from gallery.imaging.placeholder import data_uri
from gallery.imaging.quality import Quality, assess
from gallery.imaging.recipes import RECIPES
from gallery.imaging.redaction import Patch, find_redactions
from gallery.imaging.renditions import prepared

THUMBNAIL = RECIPES["small", "webp"]
"""The one rendition that an upload waits for."""


@dataclass(frozen=True)
class Thumbnail:
    """The first rendition: pixels, and bytes of the file."""

    width: int
    height: int
    bytes: int


@dataclass(frozen=True)
class Development:
    """Everything that was found out.

    Attributes:
        header: as stored in the file.
        width, height: as displayed, orientation applied.
        perceptual_hash: see `likeness`.
        placeholder: see `placeholder`.
        redactions: what a stranger's download must not hold.
        thumbnail: None where none was asked for.
    """

    header: Header
    width: int
    height: int
    metadata: Metadata
    perceptual_hash: str
    placeholder: str
    colors: list[Color]
    quality: Quality
    redactions: list[Patch]
    thumbnail: Thumbnail | None

    def to_json(self) -> dict[str, Any]:
        """Plain values, for `from_json`."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Development":
        """KeyError or TypeError for values that are not those of a development."""
        return cls(
            **{
                **values,
                "header": Header(**values["header"]),
                "metadata": Metadata(**values["metadata"]),
                "redactions": [Patch(**patch) for patch in values["redactions"]],
                "thumbnail": Thumbnail(**values["thumbnail"]) if values["thumbnail"] else None,
            }
        )


def develop(path: Path, *, limits: Limits, thumbnail: Path | None, credit: Credit) -> Development:
    """Judge, decode and describe a picture; write its first thumbnail as WebP to `thumbnail`, where that is given.

    `credit` is told in the thumbnail but for what the picture says itself.

    Raises:
        PictureRefused: with each of its codes.
        OSError: where the disk fails.
    """
    with open_with_header(path, limits) as (picture, header):
        size = displayed_size(header.width, header.height, header.orientation)
        metadata = read_metadata(picture)  # before loading, which makes Pillow forget the tags of a TIFF
        edge = needed_edge(*size, THUMBNAIL.size)
        image = prepared(load_scaled(picture, edge), orientation=header.orientation, size=size, edge=edge)
    redactions = find_redactions(path, header.format)
    visible = on_white(image)
    return Development(
        header=header,
        width=size[0],
        height=size[1],
        metadata=metadata,
        perceptual_hash=dhash(visible),
        placeholder=data_uri(image),
        colors=palette(image),
        quality=assess(visible, *size),
        redactions=redactions,
        thumbnail=_write(image, thumbnail, _own(credit, metadata)) if thumbnail else None,
    )


def _own(credit: Credit, metadata: Metadata) -> Credit:
    """The credit with what the picture says of itself in place of what its owner says of all of theirs."""
    return replace(
        credit,
        creator=metadata.creator or credit.creator,
        copyright_notice=metadata.copyright or credit.copyright_notice,
    )


def _write(image: Image.Image, path: Path, credit: Credit) -> Thumbnail:
    for processor in THUMBNAIL.processors:
        image = processor.process(image)
    image.save(path, THUMBNAIL.format, **THUMBNAIL.options(credit))
    return Thumbnail(image.width, image.height, path.stat().st_size)

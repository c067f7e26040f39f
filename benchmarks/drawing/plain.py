"""Pillow as most programs use it: for each size open, turn, convert, `thumbnail`, save."""

import io
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from benchmarks.drawing import EDGES, QUALITY

SRGB = ImageCms.createProfile("sRGB")


def draw(path: Path, kind: str, into: Path) -> None:
    for name, edge in EDGES.items():
        with Image.open(path) as opened:
            picture = in_srgb(ImageOps.exif_transpose(opened))
        picture.thumbnail((edge, edge))
        if kind == "jpeg" and picture.mode != "RGB":
            picture = picture.convert("RGB")
        picture.save(into / f"{name}.{kind}", quality=QUALITY[kind])


def in_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture
    return ImageCms.profileToProfile(
        picture, ImageCms.ImageCmsProfile(io.BytesIO(profile)), SRGB, outputMode=picture.mode
    )

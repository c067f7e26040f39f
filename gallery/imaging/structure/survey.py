"""One question to any container: how many frames, how many scans, what size."""

import mmap
from pathlib import Path

from gallery.imaging.limits import Limits
from gallery.imaging.structure import Survey, gif, jpeg, png, webp


def survey_file(path: Path, claimed: str, limits: Limits) -> Survey:
    """Walk the container of a file that claims to be `claimed` (see `signature`).

    TIFF, BMP, AVIF and HEIF are left to their decoders, which allocate nothing before they are asked for pixels. The
    pages of a TIFF and the pictures of a HEIC or MPO count as one: only the first is ever shown.

    Raises:
        PictureRefused: `corrupt_image` for a container that ends early or holds a bomb.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if claimed == "JPEG":
            return jpeg.survey(data, limits.max_scans)
        if claimed == "PNG":
            return png.survey(data, limits.max_frames)
        if claimed == "WEBP":
            return webp.survey(data, limits.max_frames)
        if claimed == "GIF":
            return gif.survey(data, limits.max_frames)
    return Survey()

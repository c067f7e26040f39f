"""What one picture may cost."""

from dataclasses import asdict, dataclass
from typing import Any

from gallery.imaging.errors import PictureRefused


@dataclass(frozen=True)
class Limits:
    """Bounds on one picture; all of plain numbers, so that they travel as JSON.

    Attributes:
        max_pixels: of one frame.
        max_webp_pixels: of a WebP, which is only ever decoded whole, three times over: 17 bytes a pixel.
        min_dimension: least width and height in pixels.
        max_frames: of an animation, however small they are.
        max_total_pixels: frames x pixels of an animation: 200 frames of 500 x 500 are 5 % of it.
        max_scans: of a JPEG; encoders write some ten, jpegtran scripts a few dozen.
        max_scanned_pixels: scans x pixels of a JPEG; each scan of a progressive one visits every pixel again.
        memory_bytes: address space of the process that decodes.
        cpu_seconds: for one job in it.
        wall_seconds: after which the job is ended from outside.
        queue_seconds: a job waits for a free process before the darkroom says it is busy.
    """

    max_pixels: int = 100_000_000
    max_webp_pixels: int = 50_000_000
    min_dimension: int = 1
    max_frames: int = 1_000
    max_total_pixels: int = 1_000_000_000
    max_scans: int = 100
    max_scanned_pixels: int = 2_500_000_000
    memory_bytes: int = 900_000_000
    cpu_seconds: int = 6
    wall_seconds: float = 9.0
    queue_seconds: float = 15.0

    def to_json(self) -> dict[str, Any]:
        """Plain values; `Limits(**…)` reads them back."""
        return asdict(self)

    def judge(self, *, width: int, height: int, frames: int = 1, scans: int = 1) -> None:
        """Refuse what is too small or costs too much, from figures of the header alone.

        Raises:
            PictureRefused: `corrupt_image` without any size, `dimensions_too_small`, `too_many_pixels`.
        """
        if width < 1 or height < 1:
            raise PictureRefused("corrupt_image", "The picture has no size.")
        if min(width, height) < self.min_dimension:
            raise PictureRefused(
                "dimensions_too_small", f"{width} x {height}: each side must have {self.min_dimension} pixels or more."
            )
        pixels = width * height
        if pixels > self.max_pixels:
            raise PictureRefused("too_many_pixels", f"{width} x {height}: more than {self.max_pixels:,} pixels.")
        if frames > self.max_frames:
            raise PictureRefused("too_many_pixels", f"More than {self.max_frames:,} frames.")
        if frames * pixels > self.max_total_pixels:
            raise PictureRefused(
                "too_many_pixels", f"{frames:,} frames of {width} x {height}: over {self.max_total_pixels:,} pixels."
            )
        if scans > self.max_scans or scans * pixels > self.max_scanned_pixels:
            raise PictureRefused("too_many_pixels", f"{scans:,} scans over {width} x {height}: too heavy to decode.")

"""What a container says about itself, read from its bytes before any decoder sees them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Survey:
    """What was counted: frames of an animation, scans of a JPEG; the size and the EXIF where the bytes tell them."""

    frames: int = 1
    scans: int = 1
    size: tuple[int, int] | None = None
    exif: bytes | None = None

"""How the darkroom says no."""

import errno
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL.Image import DecompressionBombError

CODES = frozenset({"corrupt_image", "too_many_pixels", "dimensions_too_small", "unsupported_type"})

# What tells of our disk or our process, never of the picture: these reach the caller as they are.
_MACHINE_ERRNOS = frozenset(
    getattr(errno, name)
    for name in ("ENOENT", "EACCES", "EPERM", "EIO", "ENOSPC", "EDQUOT", "EROFS", "EMFILE", "ENFILE", "ENOTDIR")
)


class PictureRefused(Exception):
    """A picture that Atelier does not take: `code` for programs, `detail` for people."""

    def __init__(self, code: str, detail: str) -> None:
        if code not in CODES:
            raise ValueError(f"unknown code {code!r}")
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail

    def __reduce__(self) -> tuple[type["PictureRefused"], tuple[str, str]]:
        return type(self), (self.code, self.detail)


class DarkroomBusy(Exception):
    """Every developing process is at work and none came free in time: ask again later."""


def is_machine_error(error: BaseException) -> bool:
    """Whether an error tells of the disk or the process rather than of the picture."""
    return isinstance(error, OSError) and error.errno in _MACHINE_ERRNOS


@contextmanager
def refusing_what_breaks(detail: str) -> Iterator[None]:
    """Turn whatever a decoder raises on strange bytes into `PictureRefused`.

    Broken files raise far more than OSError (struct.error, KeyError, RecursionError, zlib.error, …), and warn
    as well; only our own refusals and the machine's errors pass through. Not for use in several threads at
    once: silencing warnings is global to the process.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except PictureRefused:
            raise
        except (MemoryError, DecompressionBombError) as error:
            raise PictureRefused("too_many_pixels", "Decoding this picture takes more memory than allowed.") from error
        except Exception as error:
            if is_machine_error(error):
                raise
            raise PictureRefused("corrupt_image", detail) from error

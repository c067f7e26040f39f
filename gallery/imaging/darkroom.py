"""What the rest of the house calls: pictures developed and drawn in limited processes that survive anything.

`DARKROOM_PROCESSES` sets how many of them a server process keeps at most; by default one for each core.
"""

import atexit
import logging
import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gallery.imaging.copying import Copy, copy_path
from gallery.imaging.credits import Credit
from gallery.imaging.develop import Development
from gallery.imaging.errors import DarkroomBusy, PictureRefused
from gallery.imaging.limits import Limits
from gallery.imaging.pool import Pool
from gallery.imaging.recipes import RECIPES
from gallery.imaging.renditions import Drawn, Wanted
from gallery.imaging.watermark import Mark
from gallery.imaging.worker import WorkerDied

__all__ = ["DarkroomBusy", "PictureRefused", "close", "develop", "draw", "draw_copy"]

logger = logging.getLogger(__name__)

_pool: Pool | None = None
_opening = threading.Lock()


def develop(path: Path, *, limits: Limits, thumbnail: Path | None, credit: Credit) -> Development:
    """`develop.develop` in a limited process; after a failure there is no file `thumbnail`.

    Raises:
        PictureRefused: with each of its codes; `corrupt_image` too for a picture that ended the process.
        DarkroomBusy: no process came free within `limits.queue_seconds`, or gave no answer within `limits.wall_seconds`.
        OSError: where the disk fails, as ENOSPC.
    """
    job = {"kind": "develop", "thumbnail": str(thumbnail.absolute()) if thumbnail else None}
    with _removed_on_failure([thumbnail] if thumbnail else []):
        done = _do(job, path, limits=limits, credit=credit)
        with _nonsense_refused(path):
            return Development.from_json(done)


def draw(
    path: Path, *, limits: Limits, wanted: Sequence[Wanted], into: Path, credit: Credit, mark: Mark | None = None
) -> list[Drawn]:
    """`renditions.draw` in a limited process; after a failure none of the files is there. Raises as `develop`."""
    job: dict[str, Any] = {"kind": "draw", "wanted": [asdict(each) for each in wanted], "into": str(into.absolute())}
    job["mark"] = mark and asdict(mark)
    with _removed_on_failure(into / RECIPES[each.size, each.format].file_name for each in wanted):
        done = _do(job, path, limits=limits, credit=credit)
        with _nonsense_refused(path):
            return [Drawn(**{**each, "path": Path(each["path"])}) for each in done]


def draw_copy(path: Path, *, limits: Limits, copy: Copy, mark: Mark | None, into: Path, credit: Credit) -> Drawn:
    """`copying.draw_copy` in a limited process, the mark's picture decoded there too. Raises as `develop`."""
    job = {"kind": "copy", "copy": copy.to_json(), "mark": mark and asdict(mark), "into": str(into.absolute())}
    with _removed_on_failure([copy_path(into, copy)]):
        done = _do(job, path, limits=limits, credit=credit)
        with _nonsense_refused(path):
            return Drawn(**{**done, "path": Path(done["path"])})


def processes() -> int:
    """How many limited processes this server process keeps at most."""
    return int(os.environ.get("DARKROOM_PROCESSES") or os.cpu_count() or 1)


def close() -> None:
    """End the processes; the next call starts new ones."""
    global _pool
    with _opening:
        pool, _pool = _pool, None
    if pool:
        pool.close()


def _do(job: dict[str, Any], path: Path, *, limits: Limits, credit: Credit) -> Any:
    job |= {"path": str(path.absolute()), "limits": limits.to_json(), "credit": asdict(credit)}
    answer = _ask(job, limits)
    if "trouble" in answer:
        logger.error("Developing %s went wrong:\n%s", path, answer["trouble"])
    if "refused" in answer:
        raise PictureRefused(*answer["refused"])
    if "broken" in answer:
        raise OSError(*answer["broken"])
    return answer.get("done")


def _ask(job: dict[str, Any], limits: Limits) -> dict[str, Any]:
    """A worker killed from outside says nothing about the picture: it gets a second one."""
    for last_attempt in (False, True):
        try:
            return _open_pool().ask(job, seconds=limits.wall_seconds, queue_seconds=limits.queue_seconds)
        except WorkerDied as death:
            logger.warning("A process died over %s: %s", job["path"], death)
            if death.was_silent:
                # It had not spent its processor time, which the kernel counts: the machine was slow, not the picture.
                raise DarkroomBusy("the machine is too busy to develop pictures") from death
            if last_attempt or not death.was_killed_from_outside:
                return {"refused": ["corrupt_image", _told(death)]}
    raise AssertionError("the second attempt returns")


def _told(death: WorkerDied) -> str:
    too_long = death.signal is signal.SIGXCPU
    return "Decoding this picture takes too long." if too_long else "This picture cannot be decoded."


@contextmanager
def _removed_on_failure(files: Iterable[Path]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for file in files:
            file.unlink(missing_ok=True)
        raise


@contextmanager
def _nonsense_refused(path: Path) -> Iterator[None]:
    """A process taken over by a picture may answer anything."""
    try:
        yield
    except (AttributeError, KeyError, TypeError) as error:
        logger.exception("The answer about %s makes no sense", path)
        raise PictureRefused("corrupt_image", "This picture cannot be decoded.") from error


def _open_pool() -> Pool:
    global _pool
    with _opening:
        if _pool is None:
            _pool = Pool(processes())
        return _pool


def _after_fork() -> None:
    """The copy of a forking server owns none of the processes, and perhaps a lock that nobody will release."""
    global _opening
    _opening = threading.Lock()
    close()


os.register_at_fork(after_in_child=_after_fork)
atexit.register(close)

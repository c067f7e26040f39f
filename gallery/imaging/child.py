"""The limited process in which strangers' pictures are decoded: `python -m gallery.imaging.child PARENT_PID`.

Reads jobs from standard input and answers on what was standard output. What libraries print is dropped: libtiff has a
line for every broken byte, and a stranger could fill the log with them. Tracebacks travel in the answer.
It holds neither Django nor its settings: nothing here is worth stealing.
"""

import os
import sys
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gallery.imaging import confinement, framing
from gallery.imaging.copying import Copy, draw_copy
from gallery.imaging.credits import Credit
from gallery.imaging.develop import develop
from gallery.imaging.errors import PictureRefused, is_machine_error
from gallery.imaging.limits import Limits
from gallery.imaging.renditions import Wanted, draw
from gallery.imaging.watermark import Mark

MOST_JOBS = 500
MOST_MEMORY = 200 << 20
"""After so many jobs, or once it holds so much memory between two, a process is replaced by a fresh one."""


def main() -> None:
    """Answer jobs until there are no more, or it is time for a fresh process."""
    jobs, answers = 0, os.dup(1)
    confinement.confine(parent=int(sys.argv[1]))
    _silence()
    while True:
        try:
            job = framing.read_message(0)
        except EOFError:
            return
        jobs += 1
        answer = answer_to(job)
        answer["last"] = jobs >= MOST_JOBS or confinement.memory_held() > MOST_MEMORY
        framing.write_message(answers, answer)
        if answer["last"]:
            return


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def answer_to(job: dict[str, Any]) -> dict[str, Any]:
    """Do one job and tell how it ended: `done`, `refused` or `broken` (the disk's fault); never raises.

    What nobody foresaw is told as a corrupt picture, with the traceback for the log.
    """
    try:
        confinement.allow(Limits(**job["limits"]))
        return {"done": _JOBS[job["kind"]](job)}
    except PictureRefused as refusal:
        return {"refused": [refusal.code, refusal.detail]}
    except MemoryError:
        return {"refused": ["too_many_pixels", "Developing this picture takes more memory than allowed."]}
    except Exception as error:  # noqa: BLE001 -- survive anything; the parent logs it
        if isinstance(error, OSError) and is_machine_error(error):
            return {"broken": [error.errno, error.strerror, error.filename]}
        return {"refused": ["corrupt_image", "The picture cannot be read."], "trouble": traceback.format_exc()}


def _develop(job: dict[str, Any]) -> dict[str, Any]:
    thumbnail = Path(job["thumbnail"]) if job["thumbnail"] else None
    limits, credit = Limits(**job["limits"]), Credit(**job["credit"])
    return develop(Path(job["path"]), limits=limits, thumbnail=thumbnail, credit=credit).to_json()


def _draw(job: dict[str, Any]) -> list[dict[str, Any]]:
    wanted = [Wanted(**each) for each in job["wanted"]]
    mark = Mark(**job["mark"]) if job["mark"] else None
    limits, credit = Limits(**job["limits"]), Credit(**job["credit"])
    drawn = draw(Path(job["path"]), limits=limits, wanted=wanted, into=Path(job["into"]), credit=credit, mark=mark)
    return [{**asdict(each), "path": str(each.path)} for each in drawn]


def _draw_copy(job: dict[str, Any]) -> dict[str, Any]:
    mark = Mark(**job["mark"]) if job["mark"] else None
    limits, credit, copy = Limits(**job["limits"]), Credit(**job["credit"]), Copy.from_json(job["copy"])
    drawn = draw_copy(Path(job["path"]), copy=copy, mark=mark, limits=limits, into=Path(job["into"]), credit=credit)
    return {**asdict(drawn), "path": str(drawn.path)}


_JOBS = {"develop": _develop, "draw": _draw, "copy": _draw_copy}

if __name__ == "__main__":
    main()

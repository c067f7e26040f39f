"""Tasks for the tests of the worker. They write notes to a file, so that processes can be watched."""

import time
from pathlib import Path

from django.core.exceptions import ObjectDoesNotExist
from django_tasks.base import TaskContext, task


class HopelessError(Exception):
    """Trying again cannot help."""

    never_retry = True


@task()
def note(path: str, line: str) -> None:
    """Append the line; one write of so few bytes to a file opened for appending is atomic."""
    with Path(path).open("a") as file:
        file.write(f"{line}\n")


@task()
def note_slowly(path: str, line: str, seconds: float) -> None:
    note.call(path, f"{line} begun")
    time.sleep(seconds)
    note.call(path, f"{line} done")


@task(queue_name="background")
def note_in_background(path: str, line: str) -> None:
    note.call(path, line)


@task(queue_name="background")
def dawdle(path: str, seconds: float) -> None:
    note_slowly.call(path, "background", seconds)


@task(takes_context=True)
def tell_attempt(context: TaskContext) -> int:
    return context.attempt


@task()
def add(one: int, other: int) -> int:
    return one + other


@task()
def fail(message: str) -> None:
    raise ValueError(message)


@task()
def despair() -> None:
    raise HopelessError


@task()
def leave() -> None:
    raise SystemExit(3)


@task()
def look_for_the_deleted() -> None:
    raise ObjectDoesNotExist("It was deleted.")


@task()
def answer_an_object() -> object:
    return object()


def not_a_task() -> None:
    """A function that nobody decorated."""

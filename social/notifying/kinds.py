"""What people can be told of. Rooms name their own in settings.NOTIFICATION_KINDS and NOTIFICATION_TARGETS: dotted paths to
tuples of `Kind` and `Target`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

BY_TARGET, BY_ACTOR = "target", "actor"


class Line(NamedTuple):
    """What a text and an address are made of: the latest deed's person, how many people and deeds there are, and the target's
    title and path."""

    name: str
    username: str
    actor_count: int
    deed_count: int
    object_id: UUID | None
    title: str
    path: str


def to_target(line: Line) -> str:
    return line.path


@dataclass(frozen=True)
class Kind:
    """One kind of deed. `one` says it of one person in words with %(name)s and %(title)s; `several`, by `ngettext_lazy` on
    `count`, of one and %(count)d other people or, grouped by actor, things.

    `preference`: the key under which people turn it off, on the site and by mail; None where they cannot. `grouped`: while
    unread, deeds are one line where they are to the same target (BY_TARGET) or of the same person (BY_ACTOR). `path`: where
    its line leads. `mail_path`: where its mail leads instead, by the target's id. `reaches_suspended`: its mails go to people who
    are shut out, too.
    """

    name: str
    target_type: str
    one: Any
    several: Any = None
    preference: str | None = None
    grouped: str = ""
    path: Callable[[Line], str] = to_target
    mail_path: Callable[[UUID], str] | None = None
    reaches_suspended: bool = False

    def text(self, line: Line) -> str:
        """The line in the language of now."""
        others = (line.deed_count if self.grouped == BY_ACTOR else line.actor_count) - 1
        words = {"name": line.name, "title": line.title}
        return str(self.several % (words | {"count": others}) if self.several and others > 0 else self.one % words)

    def group(self, key: str, *, actor_id: UUID | None, target_id: UUID) -> str:
        """What the lines that belong together share; `key` is the deed's own."""
        return {BY_TARGET: f"{self.name}:{target_id}", BY_ACTOR: f"{self.name}:{actor_id}"}.get(self.grouped, key)


class Place(NamedTuple):
    """A target as it is told: its title, and the path of its page."""

    title: str
    path: str


@dataclass(frozen=True)
class Target:
    """A type of things that people are told about. Its model's manager has `visible_to`; `places` says how those of a queryset
    are called and reached, in one query."""

    name: str
    model: Any
    places: Callable[[QuerySet], Iterable[tuple[UUID, Place]]]

    def visible_to(self, viewer: Any) -> QuerySet:
        """Those that a person may see, in no order."""
        seen: QuerySet = self.model.objects.visible_to(viewer)
        return seen.order_by()


def kinds() -> dict[str, Kind]:
    """All that can be told, by name."""
    return {kind.name: kind for kind in gathered(tuple(settings.NOTIFICATION_KINDS))}


def targets() -> dict[str, Target]:
    """All that it can be about, by name."""
    return {target.name: target for target in gathered(tuple(settings.NOTIFICATION_TARGETS))}


@cache
def gathered(paths: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(each for path in paths for each in import_string(path))

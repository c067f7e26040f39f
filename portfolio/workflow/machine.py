"""What a workflow is made of, and how a thing moves in it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from gallery.actions.reach import in_batches
from portfolio.models import StatusChange
from social.actions.people import lock_people

CLOCK, SYSTEM = "clock", "system"
"""Roles that no person has: what time brings, and what follows where an account goes."""


@dataclass(frozen=True)
class Move:
    """A transition while it is made: `thing` has its new status already; `by` is None where no person makes it."""

    thing: Any
    transition: "Transition"
    by: Any


Guard = Callable[[Any], None]
"""Asked of the thing alone; raises Conflict, with its reason, where the way is barred. Where lists tell what is allowed, a guard
reads no more than the thing's own row."""

Effect = Callable[[Move], None]
"""What follows in the transition's transaction: people are told, dates are set."""


@dataclass(frozen=True)
class Transition:
    """One way from `source` to `target` for one `role`. `label` is what its button says; a `grave` one is asked about first."""

    source: str
    target: str
    role: str
    label: Any = ""
    guard: Guard | None = None
    effect: Effect | None = None
    grave: bool = False


class Barred(Conflict):
    """No such transition is open from the present status to whoever asks (409)."""

    code = "illegal_transition"


@dataclass(frozen=True)
class Workflow:
    """The transitions of one kind of things, whose statuses are `statuses`. `people` tells whom a thing concerns: they are locked
    before it is."""

    name: str
    model: type[models.Model]
    statuses: type[models.TextChoices]
    people: Callable[[Any], Collection[UUID | None]]
    transitions: tuple[Transition, ...]

    def ways(self, source: str, roles: Collection[str]) -> Iterator[Transition]:
        """Those that lead from a status for whoever has these roles, whatever their guards say; to each target once."""
        seen: set[str] = set()
        for each in self.transitions:
            if each.source == source and each.role in roles and each.target not in seen:
                seen.add(each.target)
                yield each

    def allowed(self, thing: Any, roles: Collection[str]) -> list[Transition]:
        """Those that are open to whoever has these roles now: none whose guard bars the way."""
        return [each for each in self.ways(thing.status, roles) if not bars(each, thing)]

    def way(self, source: str, target: str, roles: Collection[str]) -> Transition:
        """The one that leads there. Raises Barred, which says what would be allowed instead."""
        ways = {each.target: each for each in self.ways(source, roles)}
        if target not in ways:
            names = dict(self.statuses.choices)
            facts = {"source": names.get(source, source), "target": names.get(target, target)}
            said = _("From “%(source)s” you cannot move it to “%(target)s”.") % facts
            if ways:
                said += " " + _("You can move it to: %s.") % ", ".join(str(names[each]) for each in ways)
            raise Barred(said, attr="status")
        return ways[target]

    @transaction.atomic
    def move(self, thing: Any, target: str, *, roles: Collection[str], by: Any = None, is_held: bool = False) -> None:
        """Moves a thing on, logs it and does what follows. The thing as it was read counts: of two who move it at once one wins,
        and the other is told that it has moved meanwhile. `is_held`: nobody is to be locked, as where one of those whom it
        concerns is locked because their account goes: the others may wait for them.

        Raises Conflict where that is not allowed, not now, or no longer; nothing has changed then. `thing.status` is the new one
        behind it.
        """
        source = thing.status
        transition = self.way(source, target, roles)
        if not is_held:
            hold(self, thing, by)
        moved = self.model._default_manager.filter(pk=thing.pk, status=source)
        if not moved.update(status=target, updated_at=timezone.now()):
            raise moved_meanwhile()
        thing.refresh_from_db()
        if transition.guard:
            transition.guard(thing)
        step(self, thing, transition, by).save()
        if transition.effect:
            transition.effect(Move(thing, transition, by))

    @transaction.atomic
    def move_all(self, things: Iterable[Any], target: str, *, roles: Collection[str], by: Any = None) -> None:
        """The same for many, all of them or none, in four queries for some hundreds. Whoever calls this has locked whom they
        concern and read them behind that, with all that guard and effect ask for."""
        read = {thing.pk: thing for thing in things}
        for source in dict.fromkeys(thing.status for thing in read.values()):
            transition = self.way(source, target, roles)
            for some in in_batches([pk for pk, thing in read.items() if thing.status == source]):
                move_some(self, [read[pk] for pk in some], transition, by)


def move_some(workflow: Workflow, things: Sequence[Any], transition: Transition, by: Any) -> None:
    still = workflow.model._default_manager.filter(pk__in=[thing.pk for thing in things], status=transition.source)
    if still.update(status=transition.target, updated_at=timezone.now()) < len(things):
        raise moved_meanwhile()
    for thing in things:
        thing.status = transition.target
        if transition.guard:
            transition.guard(thing)
    StatusChange.objects.bulk_create(step(workflow, thing, transition, by) for thing in things)
    for thing in things:
        if transition.effect:
            transition.effect(Move(thing, transition, by))


def moved_meanwhile() -> Conflict:
    return Conflict(_("Somebody else has moved it meanwhile. Please look again."), code="changed_meanwhile")


def bars(transition: Transition, thing: Any) -> bool:
    try:
        if transition.guard:
            transition.guard(thing)
    except Conflict:
        return True
    return False


def hold(workflow: Workflow, thing: Any, by: Any) -> None:
    """Locks whom it concerns, and whoever does it. Raises Conflict where the account of the latter went or was shut meanwhile."""
    people = {*workflow.people(thing), by and by.pk} - {None}
    there = lock_people(*people)
    if by is not None and by.pk not in there:
        raise Conflict(_("Your account has changed meanwhile. Please try again."))


def step(workflow: Workflow, thing: Any, transition: Transition, by: Any) -> StatusChange:
    """What the log is to say of it."""
    actor = {"actor_id": by.pk, "actor_name": by.username} if by is not None else {}
    return StatusChange(
        workflow=workflow.name,
        thing_id=thing.pk,
        source=transition.source,
        target=transition.target,
        role=transition.role,
        **actor,
    )

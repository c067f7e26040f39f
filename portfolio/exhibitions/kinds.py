"""What organisers, jurors and artists are told of exhibitions (settings.NOTIFICATION_KINDS, NOTIFICATION_TARGETS). Jurors are
told nothing that names an artist."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from portfolio.models import Exhibition
from social.notifying.kinds import BY_TARGET, Kind, Line, Place, Target


def to_jury(line: Line) -> str:
    return f"{line.path}/jury"


def to_jurors(line: Line) -> str:
    return f"{line.path}/jurors"


def to_submissions(line: Line) -> str:
    return f"{line.path}/submissions"


def to_submission(line: Line) -> str:
    return f"{line.path}/submission"


def kind(name: str, one: Any, several: Any = None, **facts: Any) -> Kind:
    return Kind(f"exhibition_{name}", "exhibition", one, several, preference="exhibition", **facts)


KINDS = (
    kind("invited", _("%(name)s asks you to be on the jury of “%(title)s”")),
    kind("left", _("%(name)s has left the jury of “%(title)s”"), path=to_jurors),
    kind("jurying", _("“%(title)s” waits for your scores"), path=to_jury),
    kind("accepted", _("Your submission to “%(title)s” is accepted"), path=to_submission),
    kind("waitlisted", _("Your submission to “%(title)s” is on the waitlist"), path=to_submission),
    kind("declined", _("Your submission to “%(title)s” is not accepted"), path=to_submission),
    kind("running", _("“%(title)s” is open, with your work")),
    kind("cancelled", _("“%(title)s” was cancelled")),
    kind("deadline", _("Entry to “%(title)s” is over"), path=to_submissions),
    kind(
        "submitted",
        _("%(name)s submitted to “%(title)s”"),
        ngettext_lazy(
            "%(name)s and %(count)d other submitted to “%(title)s”",
            "%(name)s and %(count)d others submitted to “%(title)s”",
            "count",
        ),
        grouped=BY_TARGET,
        path=to_submissions,
    ),
    kind(
        "withdrawn",
        _("%(name)s withdrew from “%(title)s”"),
        ngettext_lazy(
            "%(name)s and %(count)d other withdrew from “%(title)s”",
            "%(name)s and %(count)d others withdrew from “%(title)s”",
            "count",
        ),
        grouped=BY_TARGET,
        path=to_submissions,
    ),
)


def exhibitions(seen: QuerySet) -> Iterator[tuple[UUID, Place]]:
    return ((pk, Place(title, f"/exhibitions/{pk}")) for pk, title in seen.values_list("pk", "title"))


TARGETS = (Target("exhibition", Exhibition, exhibitions),)

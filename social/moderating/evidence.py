"""What a case's page shows: each report with what was seen then, beside what stands now."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from gallery.models import Image
from social.models import Case, Report
from social.moderating.kinds import KINDS
from social.moderating.targets import Target, snapshot, standing_target

LABELS = {
    "alt_text": _("Text alternative"),
    "artist_name": _("Artist name"),
    "below_work": _("Below the work"),
    "bio": _("About"),
    "comment_text": _("Comment"),
    "contact": _("Contact"),
    "description": _("Description"),
    "dimensions": _("Dimensions"),
    "license": _("Licence"),
    "links": _("Links"),
    "location": _("Location"),
    "medium": _("Medium"),
    "name": _("Name"),
    "original_filename": _("Name of the file"),
    "specialties": _("Specialties"),
    "tags": _("Tags"),
    "title": _("Title"),
    "username": _("Username"),
    "works": _("Works"),
}


class Line(NamedTuple):
    """One text as it was seen and as it is now; `now` is None where that is not to be shown."""

    label: Any
    then: str
    now: str | None

    @property
    def has_changed(self) -> bool:
        return self.now is not None and self.now != self.then


class Evidence(NamedTuple):
    """A report, the texts as they were seen, and the pictures: `{id, placeholder, alt_text, is_there}`."""

    report: Report
    lines: list[Line]
    pictures: list[dict[str, Any]]


class Standing(NamedTuple):
    """How a thing stands now: where it is gone, there is no `target`; where it `is_seen`, anyone sees it. `words` are what a
    moderator may know of it: none where only its owner sees it, by their own will."""

    target: Target | None
    is_seen: bool
    words: dict[str, str] | None


def standing(case: Case) -> Standing:
    """What moderators may know of it now: what anyone sees, or would if it were not withheld from them."""
    target = standing_target(case)
    if target is None:
        return Standing(None, False, None)
    kind, is_seen = KINDS[target.type], KINDS[target.type].is_seen(target.thing)
    is_open = is_seen or kind.is_withheld(target.thing)
    return Standing(target, is_seen, snapshot(target)["words"] if is_open else None)


def evidence(case: Case, now: Standing) -> list[Evidence]:
    """All reports of a case, the first one first. Two queries."""
    reports = list(case.reports.select_related("reporter").order_by("created_at", "pk"))
    named = {picture["id"] for report in reports for picture in report.seen.get("pictures", [])}
    there = {str(pk) for pk in Image.objects.filter(pk__in=named).values_list("pk", flat=True)}
    return [Evidence(report, lines(report, now.words), pictures(report, there)) for report in reports]


def lines(report: Report, now: dict[str, str] | None) -> list[Line]:
    then: dict[str, str] = report.seen.get("words", {})
    names = dict.fromkeys([*then, *(now or {})])
    return [
        Line(LABELS.get(name, name), then.get(name, ""), None if now is None else now.get(name, "")) for name in names
    ]


def pictures(report: Report, there: set[str]) -> list[dict[str, Any]]:
    return [{**picture, "is_there": picture["id"] in there} for picture in report.seen.get("pictures", [])]

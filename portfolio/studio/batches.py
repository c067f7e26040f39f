"""One deed on many pictures, as a person asks for it by a form, and what it comes to, in words."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy
from rest_framework.settings import api_settings

from accounts.exceptions import Refused
from accounts.requests import person
from gallery.actions.batch import Batch, Statuses, run_batch
from gallery.api.batch import BatchSerializer
from gallery.links import opened_links

OPERATIONS: dict[str, Promise] = {
    "copy": gettext_lazy("Put into an album"),
    "move": gettext_lazy("Move to an album"),
    "tag": gettext_lazy("Add tags"),
    "untag": gettext_lazy("Take tags away"),
    "visibility": gettext_lazy("Change who sees them"),
    "delete": gettext_lazy("Delete"),
}
"""By the API's names, as they are offered."""
AHEAD: dict[str, Promise] = {
    "deleted": ngettext_lazy("%d picture will be deleted.", "%d pictures will be deleted."),
    "moved": ngettext_lazy("%d picture will be moved.", "%d pictures will be moved."),
    "copied": ngettext_lazy("%d picture will be put there.", "%d pictures will be put there."),
    "tagged": ngettext_lazy("%d picture will be tagged.", "%d pictures will be tagged."),
    "untagged": ngettext_lazy("%d picture will lose the tags.", "%d pictures will lose the tags."),
    "changed": ngettext_lazy("%d picture will be changed.", "%d pictures will be changed."),
    "unchanged": ngettext_lazy(
        "%d stays as it is: there is nothing to do.", "%d stay as they are: there is nothing to do."
    ),
}
BEHIND: dict[str, Promise] = {
    "deleted": ngettext_lazy("%d picture was deleted.", "%d pictures were deleted."),
    "moved": ngettext_lazy("%d picture was moved.", "%d pictures were moved."),
    "copied": ngettext_lazy("%d picture was put there.", "%d pictures were put there."),
    "tagged": ngettext_lazy("%d picture was tagged.", "%d pictures were tagged."),
    "untagged": ngettext_lazy("%d picture lost the tags.", "%d pictures lost the tags."),
    "changed": ngettext_lazy("%d picture was changed.", "%d pictures were changed."),
    "unchanged": ngettext_lazy("%d stayed as it was.", "%d stayed as they were."),
}
"""By the API's statuses: what will become of so many pictures, and what became of them."""

MOST_WORKS = 100
"""Of so many pictures works are made at once: more ids make an address that servers refuse, whose end is at 4,094 characters."""


@dataclass(frozen=True)
class Asked:
    """What a request asks for, or in `faults` why that cannot be read, in words. `taken` is as the API takes it."""

    taken: Mapping[str, Any]
    faults: list[str]

    @property
    def operation(self) -> str:
        return str(self.taken.get("operation", ""))

    @property
    def images(self) -> list[UUID]:
        return list(self.taken.get("image_ids", ()))


def asked_by(request: HttpRequest) -> Asked:
    """Read as the API reads it, so that both take and refuse the same."""
    serializer = BatchSerializer(data=request.POST, context={"request": request})
    try:
        is_valid = serializer.is_valid()
    except ValidationError as error:  # of tags, which their action reads
        return Asked({}, error.messages)
    return Asked(serializer.validated_data, []) if is_valid else Asked({}, words_of(serializer.errors))


def words_of(errors: Mapping[str, Any]) -> list[str]:
    """What a serializer complains about, each field once and by what the form calls it."""
    labels = {"image_ids": _("Pictures"), "album_id": _("Album"), "tags": _("Tags"), "visibility": _("Who sees them")}
    told = []
    for name, messages in errors.items():
        words = flat(messages)
        label = labels.get(name, "")
        told.append(f"{label}: {words}" if label and name != api_settings.NON_FIELD_ERRORS_KEY else words)
    return told


def flat(messages: Any) -> str:
    """The messages of a field; those of the parts of a list stand within it, each under its number."""
    parts = messages.values() if isinstance(messages, Mapping) else messages if isinstance(messages, list) else None
    return str(messages) if parts is None else " ".join(dict.fromkeys(flat(each) for each in parts))


def run(asked: Asked, request: HttpRequest, *, dry_run: bool) -> Statuses:
    """Does it, or with `dry_run` tells what it would come to. Raises as `run_batch`."""
    said = asked.taken
    batch = Batch(
        images=asked.images,
        by=person(request),
        album=said.get("album_id"),
        from_album=said.get("from_album_id"),
        tags=said["tags"],
        visibility=said.get("visibility", ""),
        links=opened_links(request),
    )
    return run_batch(operation=asked.operation, batch=batch, dry_run=dry_run)


def attempt(deed: Callable[[], Any]) -> tuple[Any, list[str]]:
    """What a deed on one's own things comes to, and why not, in words for people, where it is refused."""
    try:
        return deed(), []
    except Refused as refusal:
        return None, [str(refusal.detail)]
    except ValidationError as error:
        return None, error.messages
    except (ObjectDoesNotExist, PermissionDenied):
        return None, [_("Something of this is not there any more, or is not yours. Please look again.")]


def counted(statuses: Statuses, words: Mapping[str, Promise]) -> list[str]:
    """What becomes of how many, in words."""
    return [str(words[status] % number) for status, number in Counter(statuses.values()).items()]


def plural_forms(words: Promise) -> dict[str, str]:
    """Such words for script, which counts by itself: for one and for several, with `{number}` in place of the number."""
    return {form: str(words % number).replace(str(number), "{number}") for form, number in (("one", 1), ("other", 2))}

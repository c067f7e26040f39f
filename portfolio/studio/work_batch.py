"""One deed on many of one's works: what is asked, and what came of it in words."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, ngettext_lazy

from accounts.requests import person
from gallery.actions.work_batch import Done, run_work_batch
from gallery.api.work_batch import WorkBatchSerializer
from portfolio.fields import OFF, currency_choices
from portfolio.studio.judged import JudgedForm, without_empty
from portfolio.studio.work_fields import (
    NUMBER,
    MomentField,
    TagsField,
    availability_choices,
    category_choices,
    choice,
    gallery_choices,
    line,
    status_choices,
)

OPERATIONS = [("update", _("Change them")), ("gallery", _("Hang them in a gallery")), ("delete", _("Delete them"))]
FATES = [
    ("delete", _("Delete their pictures too, but for those that an album or another work shows")),
    ("keep", _("Keep all pictures")),
]
FIELDS = {
    "update": (
        "status", "published_at", "availability_status", "price", "currency", "medium", "category", "tags", "license",
    ),
    "gallery": ("gallery_id",),
    "delete": ("image",),
}  # fmt: skip
"""What each operation takes."""
LEFT = [("", _("as it is"))]
CAME = {
    "changed": ngettext_lazy("%d work changed", "%d works changed", "number"),
    "hung": ngettext_lazy("%d work hung", "%d works hung", "number"),
    "deleted": ngettext_lazy("%d work deleted", "%d works deleted", "number"),
    "unchanged": ngettext_lazy("%d already as it would be", "%d already as they would be", "number"),
}
"""What became of works, by the status that a batch tells."""


class BatchForm(JudgedForm):
    """What is to be done with the chosen works. What is left empty stays as it is."""

    serializer = WorkBatchSerializer

    operation = forms.ChoiceField(choices=OPERATIONS, widget=forms.HiddenInput, initial="update")
    status = choice(_("Status"), lambda: [*LEFT, *status_choices()], required=False)
    published_at = MomentField(help_text=_("By the clocks of UTC. Of scheduled works."))
    availability_status = choice(_("Availability"), lambda: [*LEFT, *availability_choices()], required=False)
    price = line(_("Price"), longest=16, attrs=NUMBER)
    currency = choice(_("Currency"), currency_choices, required=False)
    medium = line(_("Medium"), longest=100)
    category = choice(_("Category"), category_choices, required=False)
    tags = TagsField(help_text=_("With commas between them. They take the place of the present ones."))
    license = line(_("Licence"), attrs={**OFF, "list": "licences"})
    gallery_id = choice(_("Gallery"), (), required=False)
    image = forms.ChoiceField(
        label=_("Their pictures"), choices=FATES, initial="delete", required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, request: HttpRequest, artwork_ids: Sequence[str] = (), **options: Any) -> None:
        super().__init__(*args, request=request, **options)
        self.artwork_ids = list(dict.fromkeys(artwork_ids))
        gallery = self.fields["gallery_id"]
        assert isinstance(gallery, forms.ChoiceField)  # noqa: S101 - for the type checker
        gallery.choices = gallery_choices(person(request))

    @property
    def label(self) -> Any:
        """What is done."""
        return dict(OPERATIONS).get(self["operation"].value())

    def parts(self) -> list[tuple[str, Any, list[forms.BoundField]]]:
        """Each operation with the fields that it takes."""
        return [(name, label, [self[field] for field in FIELDS[name]]) for name, label in OPERATIONS]

    def shown(self) -> list[forms.BoundField]:
        """The fields of the operation that is asked for."""
        return [self[name] for name in FIELDS.get(self["operation"].value(), ())]

    def told(self, taken: Any) -> dict[str, Any]:
        """What its operation takes, and the works."""
        operation = taken.get("operation", "")
        said = without_empty({name: taken.get(name) for name in FIELDS.get(operation, ())})
        return said | {"operation": operation, "artwork_ids": self.artwork_ids}

    def run(self, *, dry_run: bool) -> list[str]:
        """What came of it, or what would, in words. Raises as `run_work_batch`."""
        batch = self.judge.batch(self.request)
        return outcome(run_work_batch(operation=self.said["operation"], batch=batch, dry_run=dry_run))


def outcome(done: Sequence[Done]) -> list[str]:
    """`3 works changed`, `1 already as it would be`."""
    counts = Counter(each.status for each in done)
    return [str(CAME[status] % number) for status, number in counts.items()]


def summed(number: int) -> str:
    """How many were chosen."""
    return ngettext("%d work", "%d works", number) % number

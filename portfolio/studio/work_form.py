"""The form in which everything is said of one work."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.requests import person
from gallery.api.work_requests import WorkFactsSerializer
from gallery.api.works import tags_of_works, written_date, written_price
from gallery.models import Artwork
from portfolio.fields import OFF, currency_choices, tick_field
from portfolio.studio.judged import JudgedForm
from portfolio.studio.work_fields import (
    DATE,
    NUMBER,
    MomentField,
    TagsField,
    availability_choices,
    category_choices,
    choice,
    gallery_choices,
    line,
    lines,
    status_choices,
)

PARTS = (
    (_("What it is"), ("title", "description", "alt_text")),
    (_("What it is made of"), ("medium", "width_cm", "height_cm", "depth_cm", "dimensions", "creation_date")),
    (_("Whether it is to be had"), ("availability_status", "price", "currency", "license")),
    (_("Where it is found"), ("category", "tags", "gallery_id")),
    (_("Who sees it"), ("status", "published_at", "is_mature", "comments_open")),
)
"""The fields in the order of the page."""
PLAIN = (
    "title", "description", "alt_text", "medium", "width_cm", "height_cm", "depth_cm", "dimensions", "currency",
    "availability_status", "license", "status", "published_at", "is_mature", "comments_open",
)  # fmt: skip
MOMENT = {"status", "published_at"}


class WorkForm(JudgedForm):
    """All that is said of a work, by the names that the API has for it."""

    serializer = WorkFactsSerializer

    title = line(_("Title"))
    description = lines(_("Description"), longest=10_000, rows=6)
    alt_text = lines(
        _("What the picture shows"),
        longest=1_000,
        rows=2,
        help_text=_("For those who do not see it, and for searches."),
    )
    medium = line(_("Medium"), longest=100, help_text=_("In your words: oil on linen, cyanotype, bronze."))
    width_cm = line(_("Width in cm"), longest=12, attrs=NUMBER)
    height_cm = line(_("Height in cm"), longest=12, attrs=NUMBER)
    depth_cm = line(_("Depth in cm"), longest=12, attrs=NUMBER)
    dimensions = line(_("Size in your words"), help_text=_("Shown in place of the figures."))
    creation_date = line(_("Made"), longest=10, help_text=DATE)
    availability_status = choice(_("Availability"), availability_choices)
    price = line(_("Price"), longest=16, attrs=NUMBER)
    currency = choice(_("Currency"), currency_choices, required=False)
    license = line(_("Licence"), attrs={**OFF, "list": "licences"})
    category = choice(_("Category"), category_choices, required=False)
    tags = TagsField(help_text=_("With commas between them."))
    gallery_id = choice(
        _("Hang it in"), (), required=False, help_text=_("Last in that gallery; it stays in the others.")
    )
    status = choice(_("Status"), status_choices)
    published_at = MomentField(help_text=_("By the clocks of UTC. Of a scheduled work."))
    is_mature = tick_field(_("It is for adults: shown to others when they ask for it"))
    comments_open = tick_field(_("Others may comment on it"))

    def __init__(self, *args: Any, request: HttpRequest, work: Artwork, **options: Any) -> None:
        super().__init__(*args, request=request, **options)
        self.work = work
        gallery = self.fields["gallery_id"]
        assert isinstance(gallery, forms.ChoiceField)  # noqa: S101 - for the type checker
        gallery.choices = gallery_choices(person(request))
        self.fields["title"].widget.attrs["required"] = True

    def context(self) -> dict[str, Any]:
        """With the work, beside which it is to stand."""
        return super().context() | {"artwork": self.work}

    def told(self, taken: Any) -> dict[str, Any]:
        """What was changed. Its time is spoken of where it or the status was: one that came meanwhile is no fault of the rest."""
        told = {name: taken[name] for name in self.changed_data if name in taken}
        if MOMENT & set(told):
            told |= {"status": taken.get("status"), "published_at": taken.get("published_at")}
            if told["status"] != "scheduled":
                del told["published_at"]
        if {"price", "currency"} & set(told):
            told |= {name: taken[name] for name in ("price", "currency") if name in taken}
        return told

    def parts(self) -> list[dict[str, Any]]:
        """The fields by what they are about."""
        return [{"label": label, "fields": [self[name] for name in names]} for label, names in PARTS]


def as_it_stands(work: Artwork) -> dict[str, Any]:
    """What is said of a work, as its form writes it. One query."""
    said = {name: getattr(work, name) for name in PLAIN}
    said |= {side: trimmed(said[side]) for side in ("width_cm", "height_cm", "depth_cm")}
    said["creation_date"] = written_date(work.creation_date, work.creation_precision) or ""
    said["price"] = written_price(work.price, work.currency) or ""
    said["category"] = str(work.category_id or "")
    return said | {"tags": tags_of_works([work.pk])[work.pk], "gallery_id": ""}


def trimmed(length: Any) -> str:
    """`80` for 80.00."""
    return "" if length is None else f"{float(length):.2f}".rstrip("0").rstrip(".")

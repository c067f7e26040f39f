"""The tags of what is a person's own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from gallery.actions.own_tags import Replaced
from gallery.models import ArtworkTag, ImageTag


@dataclass(frozen=True)
class OwnTag:
    """A tag with on how many of one's pictures and works it stands."""

    name: str
    slug: str
    images: int
    works: int


ORDERS: dict[str, tuple[Promise, Callable[[OwnTag], Any]]] = {
    "": (gettext_lazy("By name"), lambda tag: tag.name),
    "-used": (gettext_lazy("Most used first"), lambda tag: (-tag.images - tag.works, tag.name)),
    "used": (gettext_lazy("Least used first"), lambda tag: (tag.images + tag.works, tag.name)),
}
"""What each order of the page is called, and what it goes by."""


def own_tags(person: Any, *, order: str = "", search: str = "") -> list[OwnTag]:
    """The tags of a person's pictures and works whose names hold what is searched for. Two queries."""
    of_images = counted(ImageTag.objects.filter(image__owner=person), search)
    of_works = counted(ArtworkTag.objects.filter(artwork__owner=person), search)
    names = of_images.keys() | of_works.keys()
    found = [OwnTag(*tag, of_images.get(tag, 0), of_works.get(tag, 0)) for tag in names]
    return sorted(found, key=ORDERS[order][1])


def counted(rows: QuerySet[Any], search: str) -> dict[tuple[str, str], int]:
    named = rows.filter(tag__name__contains=search) if search else rows
    counts = named.order_by().values_list("tag__name", "tag__slug").annotate(uses=Count("pk"))
    return {(name, slug): uses for name, slug, uses in counts}


class TagForm(forms.Form):
    """What a tag is to be called instead; nothing, where it is to go."""

    name = forms.CharField(widget=forms.HiddenInput, max_length=200)
    into = forms.CharField(
        label=gettext_lazy("Call it instead"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none"}),
    )


def told(done: Replaced, *, name: str, into: str) -> list[str]:
    """What becomes of one's things, in words."""
    on = ", ".join(
        words
        for number, words in (
            (done.images, ngettext("%d picture", "%d pictures", done.images) % done.images),
            (done.works, ngettext("%d work", "%d works", done.works) % done.works),
        )
        if number
    )
    if not into:
        return [_("“%(name)s” goes from %(things)s.") % {"name": name, "things": on}]
    both = ngettext("%d of them has that tag already.", "%d of them have that tag already.", done.had_both)
    lines = [_("“%(name)s” becomes “%(into)s” on %(things)s.") % {"name": name, "into": into, "things": on}]
    return [*lines, both % done.had_both] if done.had_both else lines

"""The form in which artists say who they are."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Artist
from accounts.models.artist import PublicSize, is_https, is_name, validate_specialties
from portfolio.commissioning.forms import WordsField, words_field
from portfolio.fields import OFF, text_field, tick_field
from portfolio.rows import Rows
from portfolio.studio.settings import sentences

MOST_LINKS = 20


class LinkForm(forms.Form):
    """A link. One in which nothing is written is none."""

    name = text_field(_("Name"), longest=60)
    address = forms.CharField(
        label=_("Address"),
        max_length=500,
        # Text to a browser: its own judgement of an address is another than ours, and told in other words.
        widget=forms.TextInput(attrs=OFF | {"inputmode": "url", "placeholder": "https://", "spellcheck": "false"}),
    )

    def has_changed(self) -> bool:
        """Whether anything is written."""
        return any(self[name].data for name in self.fields)

    def clean_name(self) -> str:
        """A name as links have them. Raises ValidationError."""
        if not is_name(name := self.cleaned_data["name"]):
            raise forms.ValidationError(_("Use letters that can be seen."))
        return name

    def clean_address(self) -> str:
        """An address in https. Raises ValidationError."""
        if not is_https(address := self.cleaned_data["address"]):
            raise forms.ValidationError(_("Give the whole address: it starts with https://."))
        return address


class LinkRows(Rows):
    """The links, each under a name of its own."""

    def clean(self) -> None:
        """Raises ValidationError for a name that two bear."""
        names = [form.cleaned_data["name"] for form in self.written() if "name" in form.cleaned_data]
        if len(set(names)) < len(names):
            raise forms.ValidationError(_("Two links have the same name."))

    def written(self) -> list[forms.Form]:
        """Those in which something is written."""
        return [form for form in self.forms if form.has_changed()]

    def links(self) -> dict[str, str]:
        """Addresses by their names."""
        return {form.cleaned_data["name"]: form.cleaned_data["address"] for form in self.written()}


LinkFormSet = forms.formset_factory(
    LinkForm, formset=LinkRows, max_num=MOST_LINKS, absolute_max=MOST_LINKS, validate_max=True
)


class SpecialtiesField(WordsField):
    """One on each line, as a list."""

    def clean(self, value: Any) -> list[str]:
        """Those that are written. Raises ValidationError."""
        lines = [line.strip() for line in super().clean(value).split("\n")]
        specialties = [line for line in lines if line]
        validate_specialties(specialties)
        return specialties


class ProfileForm(forms.Form):
    """What an artist says of themselves; `links` is a form set."""

    artist_name = text_field(
        _("Artist name"), longest=100, help_text=_("As you sign your work. It stands in the credit of every picture.")
    )
    location = text_field(
        _("Where you work"), longest=200, required=False, help_text=_("A town or a country, as you like.")
    )
    bio = words_field(_("About you"), longest=5_000, rows=7, required=False)
    specialties = SpecialtiesField(
        label=_("What you do"),
        required=False,
        widget=forms.Textarea(attrs={**OFF, "rows": 4}),
        help_text=_("One on each line, at most 20: “Etching”, “Portraits in oil”."),
    )
    contact_info = words_field(
        _("Contact"), longest=1_000, rows=3, required=False, help_text=_("How somebody reaches you about a work.")
    )
    show_contact = tick_field(_("Everyone sees it on my page"))
    public_image_size = forms.ChoiceField(
        label=_("Largest picture for others"),
        choices=sentences(PublicSize),
        widget=forms.Select(attrs=OFF),
        help_text=_("Others get pictures of your works up to this size. “The original” lets them download your files."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        initial = (options.get("initial") or {}).get("links")
        self.links: Any = LinkFormSet(self.data if self.is_bound else None, initial=initial, prefix="links")

    def clean(self) -> dict[str, Any]:
        """With the links, once each of them can stand."""
        if not self.links.is_valid():
            faults = self.links.non_form_errors() or [_("Look through the links: something in them is not right.")]
            self.add_error(None, list(faults))
            return self.cleaned_data
        return self.cleaned_data | {"social_links": self.links.links()}


def profile_in(taken: Mapping[str, Any]) -> dict[str, Any]:
    """What the form took, as `change_artist` takes it."""
    changes = dict(taken)
    look = {name: changes.pop(name) for name in ("show_contact", "public_image_size")}
    return changes | {"portfolio": look}


def as_it_stands(artist: Artist) -> dict[str, Any]:
    """The fields of the form as this artist has them."""
    names = ("artist_name", "location", "bio", "contact_info", "show_contact", "public_image_size")
    links = [{"name": name, "address": address} for name, address in artist.social_links.items()]
    return {name: getattr(artist, name) for name in names} | {
        "specialties": "\n".join(artist.specialties),
        "links": links,
    }

"""The public profile."""

import pytest
from django.core.exceptions import ValidationError

from accounts import actions
from accounts.models import Artist


@pytest.mark.parametrize(
    "links", [{}, {"site": "https://ada.example/a?b=c#d"}, {"mastodon": "https://social.example/@ada"}]
)
def test_links_to_secure_addresses_are_taken(links):
    Artist._meta.get_field("social_links").run_validators(links)


BAD = [
    "http://a.example",
    "javascript:alert(1)",
    "https://",
    "//a.example",
    "https://a b",
    "https://[",
    "https:a\n",
    "https://a.example:99999",
    "https://a.example\\@b.example",
    7,
    None,
]


@pytest.mark.parametrize("links", [{"x": bad} for bad in BAD] + [{"": "https://a.example"}, ["https://a.example"]])
def test_any_other_link_is_refused(links):
    with pytest.raises(ValidationError):
        Artist._meta.get_field("social_links").run_validators(links)


def test_the_links_at_fault_are_named_and_no_others():
    with pytest.raises(ValidationError) as refusal:
        Artist._meta.get_field("social_links").run_validators({"site": "https://a.example", "blog": "http://b.example"})
    assert "blog" in refusal.value.messages[0]
    assert "site" not in refusal.value.messages[0]


@pytest.mark.parametrize("name", ["x" * 61, " ", "a\nb", "a\0", 7])
def test_the_name_of_a_link_is_a_short_text_on_one_line(name):
    with pytest.raises(ValidationError):
        Artist._meta.get_field("social_links").run_validators({name: "https://a.example"})


@pytest.mark.parametrize("specialties", ["oil", [""], ["x" * 61], [1], ["a\nb"], ["oil"] * 21, {"oil": 1}])
def test_specialties_are_a_list_of_short_texts(specialties):
    field = Artist._meta.get_field("specialties")
    field.run_validators(["oil", "etching"])
    with pytest.raises(ValidationError):
        field.run_validators(specialties)


def test_a_profile_is_changed_in_what_is_given(ada):
    actions.change_profile(user=ada, bio="Boats.", specialties=["oil"])
    actions.change_profile(user=ada, location="Porto")
    artist = Artist.objects.get(pk=ada.pk)
    assert (artist.artist_name, artist.bio, artist.location, artist.specialties) == ("ada", "Boats.", "Porto", ["oil"])


@pytest.mark.parametrize("changes", [{"trend": 9}, {"artist_name": ""}, {"social_links": {"x": "http://a.example"}}])
def test_what_may_not_be_said_of_an_artist_is_refused_whole(ada, changes):
    with pytest.raises(ValidationError) as refusal:
        actions.change_profile(user=ada, bio="changed", **changes)
    assert list(refusal.value.error_dict) == list(changes)
    assert Artist.objects.get(pk=ada.pk).bio == ""


@pytest.mark.parametrize("name", ["ada", "ADA"])
def test_an_artist_is_called_by_username_whatever_its_case_and_by_id(ada, ben, name):
    assert Artist.objects.called(name).get() == Artist.objects.called(str(ada.pk)).get() == ada.artist


@pytest.mark.parametrize("name", ["", "ada@example.org", "a\0", "nobody"])
def test_nobody_is_called_by_an_address_or_by_nothing(ada, name):
    assert not Artist.objects.called(name).exists()

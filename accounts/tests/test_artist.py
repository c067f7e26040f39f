"""The public profile."""

import pytest
from django.core.exceptions import ValidationError
from rest_framework.test import APIRequestFactory

from accounts.api.serializers.artist import ArtistSerializer
from accounts.models import Artist

FIELDS = {
    "id",
    "username",
    "artist_name",
    "bio",
    "location",
    "specialties",
    "social_links",
    "contact_info",
    "profile_image_url",
    "follower_count",
    "following_count",
    "artwork_count",
    "url",
    "created_at",
}


def seen_by(viewer, artist) -> dict:
    request = APIRequestFactory().get("/")
    request.user = viewer
    return ArtistSerializer(artist, context={"request": request}).data


def test_the_profile_has_the_fields_of_the_contract(ada):
    assert set(seen_by(ada, ada.artist)) == FIELDS


def test_the_contact_is_told_to_themselves_alone_until_they_choose(ada, cyn):
    ada.artist.contact_info = "ada@studio.example"
    assert seen_by(ada, ada.artist)["contact_info"] == "ada@studio.example"
    assert seen_by(cyn, ada.artist)["contact_info"] is None
    assert ArtistSerializer(ada.artist).data["contact_info"] is None
    ada.artist.show_contact = True
    assert seen_by(cyn, ada.artist)["contact_info"] == "ada@studio.example"


def test_a_profile_costs_one_query(ada, django_assert_num_queries):
    with django_assert_num_queries(1):
        artist = Artist.objects.select_related("user__statistics").get()
        assert ArtistSerializer(artist).data["username"] == "ada"


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
    7,
    None,
]


@pytest.mark.parametrize("links", [{"x": bad} for bad in BAD] + [{"": "https://a.example"}, ["https://a.example"]])
def test_any_other_link_is_refused(links):
    with pytest.raises(ValidationError):
        Artist._meta.get_field("social_links").run_validators(links)


@pytest.mark.parametrize("specialties", ["oil", [""], ["x" * 61], [1], ["oil"] * 21, {"oil": 1}])
def test_specialties_are_a_list_of_short_texts(specialties):
    field = Artist._meta.get_field("specialties")
    field.run_validators(["oil", "etching"])
    with pytest.raises(ValidationError):
        field.run_validators(specialties)

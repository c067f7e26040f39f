"""An artist, as everyone sees them and as they see themselves."""

import pytest

from gallery.actions.watermarks import change_watermark
from gallery.api.works import additions
from gallery.models import Artwork, Gallery
from gallery.tests.works import new_work
from portfolio.api.artist_descriptions import ArtistSerializer
from portfolio.models import Feature
from portfolio.tests.artists import describe, told

PORTFOLIO = {
    "theme": "paper",
    "layout": "justified",
    "accent": "",
    "typeface": "classic",
    "show_contact": False,
    "public_image_size": "large",
    "watermark": {"enabled": False, "text": "", "position": "bottom-right", "opacity": 0.5, "scale": 0.3},
    "commissions": {
        "open": True,
        "slots": None,
        "terms": "",
        "prices": [],
        "slots_taken": 0,
        "takes_requests": True,
    },
    "cover_artwork_id": None,
    "sections": ["featured", "galleries", "works", "about", "contact"],
}


def titles(artist: dict) -> list[str]:
    return [work["title"] for work in artist["featured_artworks"]]


@pytest.fixture
def works(ada):
    """Eight public works of hers: Work 7 is the one most looked at."""
    made = [new_work(ada, f"Work {number}") for number in range(8)]
    for number, work in enumerate(made):
        Artwork.objects.filter(pk=work.pk).update(view_count=number)
    return made


def test_an_artist_has_the_fields_of_the_contract_and_of_the_schema(visitor, ada):
    artist = told(visitor)
    assert set(artist) == set(ArtistSerializer().fields)
    assert (artist["id"], artist["username"], artist["artist_name"]) == (str(ada.pk), "ada", "ada")
    assert artist["url"] == "http://testserver/@ada"
    assert artist["created_at"].endswith("Z")
    assert artist["is_following"] is False


def test_an_artist_who_changed_nothing_presents_themselves_as_the_defaults_say(visitor, ada):
    assert told(visitor)["portfolio"] == PORTFOLIO


@pytest.mark.parametrize("name", ["ada", "ADA", "Ada"])
def test_a_username_is_found_whatever_its_case(visitor, ada, name):
    assert told(visitor, name)["id"] == str(ada.pk)


def test_an_id_leads_to_its_artist_and_me_to_oneself(visitor, client_of, ada, ben):
    assert told(visitor, ada.pk)["username"] == "ada"
    assert told(client_of(ben), "me")["username"] == "ben"


def test_a_visitor_has_no_me(visitor, ada):
    assert visitor.get("/api/artists/me").status_code == 401


@pytest.mark.parametrize(
    "name", ["nobody", "ada@example.org", "%00", "ada%20", "00000000-0000-7000-8000-000000000000", "a" * 5000]
)
def test_whoever_is_not_there_is_a_404(visitor, ada, name):
    assert visitor.get(f"/api/artists/{name}").status_code == 404


def test_whoever_is_shut_out_is_not_there(client_of, visitor, ada, ben):
    ada.is_active = False
    ada.save()
    for client in (visitor, client_of(ben)):
        for path in ("ada", ada.pk, "ada/artworks", "ada/galleries", "ada/portrait"):
            assert client.get(f"/api/artists/{path}").status_code == 404


def test_the_watermark_is_told_to_all_since_it_stands_on_the_pictures(visitor, ada):
    change_watermark(by=ada, enabled=True, text="© Ada", opacity=0.7)
    assert told(visitor)["portfolio"]["watermark"] == {
        "enabled": True,
        "text": "© Ada",
        "position": "bottom-right",
        "opacity": 0.7,
        "scale": 0.3,
    }


def test_the_works_put_forward_are_six_at_most_the_most_popular_first(visitor, works):
    assert titles(told(visitor)) == [f"Work {number}" for number in (7, 6, 5, 4, 3, 2)]


def test_what_staff_picked_stands_before_what_is_popular(visitor, works):
    for number in (0, 1):
        Feature.objects.create(target_type="artwork", target_id=works[number].pk)
    Feature.objects.create(target_type="artwork", target_id=works[2].pk, until="2020-01-01T00:00:00Z")
    Feature.objects.create(target_type="gallery", target_id=works[3].pk)
    assert titles(told(visitor)) == [f"Work {number}" for number in (1, 0, 7, 6, 5, 4)]


def test_what_is_hidden_is_shown_to_its_artist_alone(visitor, client_of, ada, ben):
    hidden = new_work(ada, "Draft", status="draft")
    Feature.objects.create(target_type="artwork", target_id=hidden.pk)
    for client in (visitor, client_of(ben)):
        artist = told(client)
        assert (titles(artist), artist["artwork_count"]) == ([], 0)
    assert titles(told(client_of(ada))) == ["Draft"]


def test_the_number_of_works_is_that_of_the_public_ones_for_everyone(visitor, client_of, ada):
    new_work(ada)
    new_work(ada, "Draft", status="draft")
    assert told(visitor)["artwork_count"] == told(client_of(ada))["artwork_count"] == 1


def test_up_to_twelve_galleries_are_told_the_newest_first(visitor, ada):
    for number in range(14):
        Gallery.objects.create(owner=ada, name=f"Room {number}", slug=f"room-{number}")
    Gallery.objects.create(owner=ada, name="Hidden", slug="hidden", visibility="private")
    Gallery.objects.create(owner=ada, name="Unlisted", slug="unlisted", visibility="unlisted")
    names = [room["name"] for room in told(visitor)["galleries"]]
    assert names == [f"Room {number}" for number in range(13, 1, -1)]


@pytest.fixture
def followed_by_all(settings):
    additions.cache_clear()
    settings.ARTIST_ADDITIONS = ["portfolio.tests.artists.followed"]
    yield
    additions.cache_clear()


def test_another_room_adds_what_it_knows_of_artists(visitor, ada, followed_by_all):
    assert told(visitor)["is_following"] is True


def test_the_profile_is_told_as_it_was_written(visitor, ada):
    markup = "<script>alert(1)</script>"
    describe(ada, bio=markup, specialties=["oil"], social_links={"site": "https://ada.example"}, location="Porto")
    artist = told(visitor)
    assert artist["bio"] == markup
    assert artist["specialties"] == ["oil"]
    assert artist["social_links"] == {"site": "https://ada.example"}

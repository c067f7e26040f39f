"""JSON-LD, as a search engine's parser reads it."""

from datetime import date

import pytest

from gallery.models import Category, Gallery
from gallery.tests.works import new_work
from portfolio.tests.programs import read_by_programs, things

pytestmark = pytest.mark.same_on_any_database

SITE = "http://testserver"
ADA = {"@type": "Person", "name": "ada", "url": f"{SITE}/@ada"}
FACTS = {
    "medium": "Oil on linen", "width_cm": 60, "height_cm": 40, "dimensions": "40 × 60 cm", "price": 1250,
    "currency": "EUR", "tags": ["sea"], "license": "CC BY-NC 4.0", "description": "Evening & tide.",
    "creation_date": date(2019, 5, 1), "creation_precision": "month",
}  # fmt: skip


@pytest.fixture
def coast(ada):
    return Gallery.objects.create(owner=ada, name="Coast", slug="coast", description="All of it")


def test_a_work_tells_what_its_label_says(visitor, ada):
    category = Category.objects.create(name="Painting", slug="painting")
    work = new_work(ada, "Low tide", category=category, **FACTS)
    told = things(visitor, f"/artworks/{work.pk}")["VisualArtwork"]
    words = {name: told[name] for name in ("name", "description", "artMedium", "artform", "size", "dateCreated")}
    assert list(words.values()) == [
        "Low tide", "Evening & tide.", "Oil on linen", "Painting", "40 × 60 cm", "2019-05",
    ]  # fmt: skip
    assert told["url"] == f"{SITE}/artworks/{work.pk}"
    assert told["creator"] == ADA
    assert told["keywords"] == ["sea"]
    assert told["width"] == {"@type": "QuantitativeValue", "value": 60.0, "unitCode": "CMT"}
    assert "depth" not in told


@pytest.mark.parametrize(
    ("availability", "told"), [("available", "InStock"), ("sold", "SoldOut"), ("exhibition", "OutOfStock")]
)
def test_a_price_is_an_offer(visitor, ada, availability, told):
    work = new_work(ada, **FACTS, availability_status=availability)
    offer = things(visitor, f"/artworks/{work.pk}")["VisualArtwork"]["offers"]
    assert offer == {
        "@type": "Offer",
        "price": "1250.00",
        "priceCurrency": "EUR",
        "availability": f"https://schema.org/{told}",
        "url": f"{SITE}/artworks/{work.pk}",
        "seller": ADA,
    }


def test_without_a_price_nothing_is_offered(visitor, ada):
    work = new_work(ada)
    assert "offers" not in things(visitor, f"/artworks/{work.pk}")["VisualArtwork"]


def test_each_view_of_a_work_has_what_image_search_asks_for(visitor, ada, show):
    work = new_work(ada, "Low tide", images=(show(ada), show(ada, width=300, height=200)), **FACTS)
    first, second = things(visitor, f"/artworks/{work.pk}")["VisualArtwork"]["image"]
    assert {first["@type"], second["@type"]} == {"ImageObject"}
    assert first["contentUrl"].startswith(f"{SITE}/api/artworks/{work.pk}/thumbnail?size=")
    assert first["license"] == "https://creativecommons.org/licenses/by-nc/4.0/"
    assert first["acquireLicensePage"] == f"{SITE}/artworks/{work.pk}"
    assert (first["creditText"], first["copyrightNotice"], first["creator"]) == ("ada", "© ada", ADA)
    assert second["width"] == {"@type": "QuantitativeValue", "value": 300, "unitCode": "E37"}


def test_a_picture_names_its_artist_its_copy_and_its_size(visitor, ada, show):
    image = show(ada, title="Dunes", alt_text="Sand", copyright="© Ada, 2020")
    told = things(visitor, f"/images/{image.pk}")["ImageObject"]
    assert told["contentUrl"] == f"{SITE}/api/images/{image.pk}/thumbnail?size=xlarge"
    assert told["thumbnailUrl"] == f"{SITE}/api/images/{image.pk}/thumbnail?size=medium"
    assert (told["width"]["value"], told["height"]["value"]) == (2048, 1365)
    assert (told["name"], told["caption"], told["copyrightNotice"]) == ("Dunes", "Sand", "© Ada, 2020")
    assert told["creator"] == ADA


def test_who_made_a_picture_is_whom_its_file_names(visitor, ada, show):
    image = show(ada, creator="A. Lovelace")
    told = things(visitor, f"/images/{image.pk}")["ImageObject"]
    assert told["creator"] == {"@type": "Person", "name": "A. Lovelace"}
    assert told["creditText"] == "ada"


def test_a_portfolio_tells_who_they_are(visitor, ada):
    profile = {"bio": "Paints the sea.", "location": "Ostend", "specialties": ["Oil"], "contact_info": "0032 59 1"}
    for name, value in profile.items():
        setattr(ada.artist, name, value)
    ada.artist.social_links = {"Shop": "https://example.org/ada"}
    ada.artist.save()
    told = things(visitor, "/@ada")["ProfilePage"]
    assert things(visitor, "/@ada/about")["ProfilePage"] == told
    assert told["mainEntity"] == ADA | {
        "alternateName": "ada",
        "description": "Paints the sea.",
        "homeLocation": {"@type": "Place", "name": "Ostend"},
        "knowsAbout": ["Oil"],
        "sameAs": ["https://example.org/ada"],
    }


def test_a_gallery_tells_what_hangs_there_and_where_it_stands(visitor, ada, coast):
    work = new_work(ada, "Low tide", gallery=coast)
    told = things(visitor, "/@ada/galleries/coast")
    room = told["ImageGallery"]
    assert (room["name"], room["description"], room["creator"]) == ("Coast", "All of it", ADA)
    assert [part["url"] for part in room["hasPart"]] == [f"{SITE}/artworks/{work.pk}"]
    trail = [(each["position"], each["name"], each["item"]) for each in told["BreadcrumbList"]["itemListElement"]]
    assert trail == [(1, "ada", f"{SITE}/@ada"), (2, "Coast", f"{SITE}/@ada/galleries/coast")]


def test_an_album_tells_its_pictures_and_the_albums_above_that_anyone_sees(visitor, client_of, ada, show, hang_album):
    image = show(ada, title="Dunes")
    top = hang_album(ada, "Mine")
    middle = hang_album(ada, "Coast", parent=top, privacy_setting="public")
    album = hang_album(ada, "Ostend", parent=middle, privacy_setting="public", images=[image])
    for client in (visitor, client_of(ada)):
        told = things(client, f"/albums/{album.pk}")
        assert [part["url"] for part in told["ImageGallery"]["hasPart"]] == [f"{SITE}/images/{image.pk}"]
        assert [each["name"] for each in told["BreadcrumbList"]["itemListElement"]] == ["Coast", "Ostend"]


def test_home_tells_how_one_searches_here(visitor):
    told = things(visitor, "/")["WebSite"]
    assert told["url"] == f"{SITE}/"
    assert told["potentialAction"]["target"]["urlTemplate"] == f"{SITE}/search?query={{search_term_string}}"
    assert told["potentialAction"]["query-input"] == "required name=search_term_string"


def test_a_long_list_tells_its_first_alone(visitor, ada, show, hang_album):
    album = hang_album(ada, privacy_setting="public", images=[show(ada) for _ in range(30)])
    assert len(things(visitor, f"/albums/{album.pk}")["ImageGallery"]["hasPart"]) == 24


@pytest.mark.parametrize("path", ["/", "/@ada", "/@ada/galleries/coast"])
def test_a_page_has_one_block_and_no_microdata(visitor, ada, coast, path):
    found = read_by_programs(visitor, path)
    assert len(found["json-ld"]) == 1
    assert found["microdata"] == []

"""One work, as it is told: to its artist, and to others, who see pictures of a library through it alone."""

import json
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from accounts.models import Artist
from gallery.actions.album_images import add_images
from gallery.models import Album, Category, File, Image
from gallery.tests.library import codes, new_image, upload
from gallery.tests.pictures import camera_jpeg
from gallery.tests.works import new_work, works_listed


def told(client, work):
    answer = client.get(f"/api/artworks/{work.pk}")
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.fixture
def full(ada):
    """A work with everything that may be said of it."""
    return new_work(
        ada, "Harbour", description="Two boats", alt_text="Boats at rest", medium="Oil", dimensions="40 × 30 cm",
        width_cm=Decimal(40), height_cm=Decimal("30.5"), creation_date=date(2024, 5, 1), creation_precision="month",
        price=Decimal(1250), currency="EUR", category=Category.objects.create(name="Painting", slug="painting"),
        tags=["sea", "boats"], license="CC BY", is_mature=True,
    )  # fmt: skip


@pytest.fixture
def kept(ada, adas):
    """A work of ada's of two private photographs, of which the library knows what nobody else shall: every word a secret."""
    for width in (400, 401):
        upload(adas, camera_jpeg(width, 300), name="secret.jpg", title="secret", tags=["secret tag"])
    album = Album.objects.create(owner=ada, name="secret album")
    add_images(album=album, by=ada, image_ids=list(Image.objects.values_list("pk", flat=True)))
    Image.objects.update(description="secret", alt_text="secret", view_count=77)
    File.objects.update(download_count=88)
    return new_work(ada, "St. Ives / Night", images=tuple(Image.objects.order_by("width")), alt_text="Boats at rest")


def test_a_work_tells_what_was_said_of_it(full, visitor):
    work = told(visitor, full)
    said = {
        "title": "Harbour", "description": "Two boats", "alt_text": "Boats at rest", "medium": "Oil",
        "dimensions": "40 × 30 cm", "width_cm": "40.00", "height_cm": "30.50", "depth_cm": None,
        "creation_date": "2024-05", "price": "1250.00", "currency": "EUR", "availability_status": "available",
        "tags": ["boats", "sea"], "license": "CC BY", "status": "published", "is_mature": True,
    }  # fmt: skip
    assert {name: work[name] for name in said} == said
    assert work["category"] == {"id": full.category_id, "name": "Painting", "slug": "painting"}
    assert work["url"] == f"http://testserver/artworks/{full.pk}"
    assert work["published_at"].endswith("Z")


@pytest.mark.parametrize(
    ("price", "currency", "said"), [("5", "JPY", "5"), ("1.5", "KWD", "1.500"), (None, "EUR", None), (None, "", None)]
)
def test_a_price_has_the_decimals_of_its_currency(ada, visitor, price, currency, said):
    work = told(visitor, new_work(ada, price=price and Decimal(price), currency=currency))
    assert (work["price"], work["currency"]) == (said, currency or None)


def test_what_nobody_has_said_yet_is_told_as_nothing(ada, visitor):
    work = told(visitor, new_work(ada))
    assert (work["is_liked"], work["exhibitions"], work["related"], work["galleries"]) == (False, [], [], [])
    assert [work[name] for name in ("like_count", "comment_count", "share_count")] == [0, 0, 0]
    assert (work["category"], work["creation_date"], work["price"], work["currency"]) == (None, None, None, None)


def test_its_artist_is_told_and_alone_more_of_them(full, ada, visitor):
    Artist.objects.filter(pk=ada.pk).update(bio="Paints", location="Leith", contact_info="ada@example.org")
    brief = {"id": str(ada.pk), "username": "ada", "artist_name": "ada", "url": "http://testserver/@ada"}
    more = {"bio": "Paints", "location": "Leith", "specialties": [], "social_links": {}, "follower_count": 0}
    new_work(ada, status="draft")
    assert told(visitor, full)["artist"] == brief | more | {"artwork_count": 1}
    assert works_listed(visitor)[0]["artist"] == brief


def test_the_first_picture_is_the_main_one(kept, adas):
    work = told(adas, kept)
    assert [image["width"] for image in work["images"]] == [400, 401]
    assert work["placeholder"] == work["images"][0]["placeholder"]
    assert work["colors"] == work["images"][0]["colors"]
    assert work["thumbnails"] == work["images"][0]["thumbnails"]
    assert work["image_url"] == f"http://testserver/api/artworks/{kept.pk}/image"


@pytest.mark.parametrize("path", ["artworks/{}", "artworks", "artworks?cursor="])
def test_the_pictures_of_a_work_tell_others_nothing_of_the_library(kept, visitor, bens, path):
    for client in (visitor, bens):
        answer = client.get(f"/api/{path.format(kept.pk)}")
        assert answer.status_code == 200
        assert "secret" not in answer.content.decode()
        work = answer.json().get("results", [answer.json()])[0]
        for image in work["images"]:
            assert (image["view_count"], image["download_count"], image["file_hash"]) == (0, 0, None)
            assert (image["tags"], image["albums"], image["allow_download"]) == ([], [], False)
            assert (image["uploaded_at"], image["updated_at"]) == (work["created_at"], work["updated_at"])


def test_the_pictures_bear_the_works_words_for_others(kept, visitor):
    first, second = told(visitor, kept)["images"]
    assert (first["title"], first["alt_text"], first["description"]) == ("St. Ives / Night", "Boats at rest", "")
    assert (second["title"], second["alt_text"]) == ("St. Ives / Night", "")
    assert [first["original_filename"], second["original_filename"]] == [
        "St. Ives - Night.jpg",
        "St. Ives - Night 2.jpg",
    ]


@pytest.mark.parametrize(("title", "name"), [("...", "artwork.jpg"), ("a" * 200, "a" * 200 + ".jpg"), ("\\", "-.jpg")])
def test_any_title_makes_a_name_of_a_file(ada, visitor, title, name):
    assert told(visitor, new_work(ada, title))["images"][0]["original_filename"] == name


def test_what_the_camera_wrote_is_told_but_for_the_place(kept, ada, adas, visitor):
    def facts(client):
        metadata = told(client, kept)["images"][0]["metadata"]
        return bool(metadata["camera_make"]), metadata["location_lat"] is not None, "GPS" in metadata["exif"]

    assert (facts(visitor), facts(adas)) == ((True, False, False), (True, True, True))
    ada.share_location = True
    ada.save()
    assert facts(visitor) == (True, True, True)


def test_its_artist_is_told_of_their_pictures_as_of_their_library(kept, adas):
    image = told(adas, kept)["images"][0]
    own = adas.get(f"/api/images/{image['id']}").json()
    alike = set(own) - {"thumbnails", "urls", "duplicates"}
    assert {name: image[name] for name in alike} == {name: own[name] for name in alike}


def test_a_picture_that_anyone_may_see_by_itself_is_told_as_it_is(ada, visitor):
    image = new_image(ada, "By itself", tags=("sea",))
    (shown,) = told(visitor, new_work(ada, images=(image,)))["images"]
    assert (shown["title"], shown["tags"], shown["allow_download"]) == ("By itself", ["sea"], True)


def test_every_address_is_the_works_and_within_the_limit(kept, ada, visitor):
    Artist.objects.filter(pk=ada.pk).update(public_image_size="medium")
    work = told(visitor, kept)
    addresses = [each["url"] for image in work["images"] for each in image["thumbnails"].values()]
    assert all(address.startswith(f"http://testserver/api/artworks/{kept.pk}/thumbnail?size=") for address in addresses)
    assert not [address for address in addresses if "large" in address]
    assert json.dumps(work).count("/api/images/") == sum("urls" in image for image in work["images"])  # `self` alone


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
@pytest.mark.parametrize("path", ["", "/history"])
def test_what_is_hidden_and_what_is_absent_are_answered_alike(ada, bens, adas, visitor, hidden, path):
    work = new_work(ada, **hidden)
    assert adas.get(f"/api/artworks/{work.pk}{path}").status_code == 200
    answers = [bens.get(f"/api/artworks/{pk}{path}") for pk in (work.pk, uuid4())]
    assert [(answer.status_code, codes(answer)) for answer in answers] == [(404, {None: "not_found"})] * 2
    assert answers[0].content == answers[1].content
    assert visitor.get(f"/api/artworks/{work.pk}").status_code == 404


@pytest.mark.parametrize("identifier", ["1", "harbour", "%00", "me", "A" * 300])
def test_what_is_no_id_is_nowhere(db, visitor, identifier):
    assert visitor.get(f"/api/artworks/{identifier}").status_code == 404


def also_exhibited(artwork_ids, *, viewer, base):
    return {
        pk: {"is_liked": True, "exhibitions": [{"id": str(pk), "title": "Spring", "year": 2024}]} for pk in artwork_ids
    }


def also_related(artwork_id, *, viewer, base):
    return {"related": [str(artwork_id)]}


def test_other_rooms_add_what_they_know(ada, visitor, settings):
    from gallery.api.works import additions

    settings.ARTWORK_ADDITIONS = [f"{__name__}.also_exhibited"]
    settings.ARTWORK_WHOLE_ADDITIONS = [f"{__name__}.also_related"]
    additions.cache_clear()
    work = told(visitor, new_work(ada))
    (brief,) = works_listed(visitor)
    additions.cache_clear()
    assert work["is_liked"] is brief["is_liked"] is True
    assert work["exhibitions"] == brief["exhibitions"] == [{"id": work["id"], "title": "Spring", "year": 2024}]
    assert (work["related"], "related" in brief) == ([work["id"]], False)

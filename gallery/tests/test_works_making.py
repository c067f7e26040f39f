"""Making works, of files and of pictures in the library."""

import pytest

from accounts.models import Statistics
from gallery.models import Artwork, ArtworkTag, Category, Gallery, GalleryArtwork, Image, UploadAnswer
from gallery.tests.library import new_image, upload
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import leaving_nothing, named, refusals
from gallery.tests.works import new_work, upload_work

ROUTE = "/api/artworks/upload"
FACTS = {
    "title": "Harbour at dawn", "description": "The first ferry.", "alt_text": "Boats in fog", "medium": "Oil on canvas",
    "dimensions": "40 x 60", "width_cm": "60.00", "height_cm": "40.50", "depth_cm": "2.00", "creation_date": "2024-05",
    "price": "1250.00", "currency": "EUR", "availability_status": "sold", "license": "CC BY 4.0", "is_mature": True,
    "status": "published",
}  # fmt: skip


def shown(told):
    return [image["id"] for image in told["images"]]


def make(client, *images, **said):
    """The answer to a work of these pictures of the library."""
    body = {"title": "Harbour", "image_id": [str(image.pk) for image in images], **said}
    return client.post(ROUTE, body, format="json")


def test_every_fact_is_kept_and_told(adas):
    told = upload_work(adas, **FACTS)
    assert {name: told[name] for name in FACTS} == FACTS
    assert told["published_at"] is not None
    assert told["artist"]["username"] == "ada"


def test_only_a_title_and_a_picture_are_needed(adas):
    told = upload_work(adas)
    assert (told["status"], told["availability_status"], told["is_mature"]) == ("published", "available", False)
    nothing = ("price", "currency", "category", "creation_date", "width_cm", "height_cm", "depth_cm")
    assert [told[name] for name in nothing] == [None] * len(nothing)


def test_its_picture_is_private_in_the_library(adas, visitor):
    told = upload_work(adas)
    image = Image.objects.get()
    assert (image.visibility, image.is_public, image.is_shown) == ("private", False, True)
    assert visitor.get("/api/images").json()["count"] == 0
    assert visitor.get(f"/api/artworks/{told['id']}").status_code == 200


def test_several_files_are_its_views_in_their_order(adas):
    files = [named(f"{n}.jpg", jpeg(60 + n, 40)) for n in range(3)]
    answer = adas.post(ROUTE, {"title": "Harbour", "image_file": files}, format="multipart")
    assert answer.status_code == 201
    assert [image["width"] for image in answer.json()["images"]] == [60, 61, 62]
    assert Statistics.objects.get().image_count == 3


def test_pictures_of_the_library_are_its_views_in_their_order(ada, adas):
    images = [new_image(ada, visibility="private") for _ in range(3)]
    answer = make(adas, *images[::-1])
    assert answer.status_code == 201
    assert shown(answer.json()) == [str(image.pk) for image in images[::-1]]


def test_a_picture_named_in_a_form_comes_before_its_files(ada, adas):
    image = new_image(ada, visibility="private")
    told = upload_work(adas, image_id=str(image.pk))
    assert (shown(told)[0], len(shown(told))) == (str(image.pk), 2)


def test_a_file_that_is_here_already_is_not_kept_twice(adas):
    first = upload(adas, jpeg(70, 50))
    told = upload_work(adas, jpeg(70, 50))
    assert shown(told) == [first["id"]]
    assert Image.objects.count() == 1


def test_one_picture_sent_twice_is_one_view(adas):
    files = [named("a.jpg", jpeg(70, 50)), named("b.jpg", jpeg(70, 50))]
    told = adas.post(ROUTE, {"title": "Harbour", "image_file": files}, format="multipart").json()
    assert len(told["images"]) == 1


def test_tags_are_folded(adas):
    assert upload_work(adas, tags=["Sea", " old  Town ,sea"])["tags"] == ["old town", "sea"]
    assert ArtworkTag.objects.count() == 2


def test_it_hangs_last_in_the_gallery_that_is_named(ada, adas):
    room = Gallery.objects.create(owner=ada, name="Room", slug="room")
    first, second = (upload_work(adas, jpeg(50 + n, 40), gallery_id=str(room.pk)) for n in range(2))
    order = GalleryArtwork.objects.order_by("position").values_list("artwork", "position")
    assert [(str(pk), place) for pk, place in order] == [(first["id"], 0), (second["id"], 1)]
    room.refresh_from_db()
    assert (room.artwork_count, room.public_artwork_count) == (2, 2)


@pytest.mark.parametrize("by", ["id", "slug"])
def test_a_category_is_named_by_id_or_slug(adas, by):
    painting = Category.objects.create(name="Painting", slug="painting")
    told = upload_work(adas, category=painting.pk if by == "id" else "painting")
    assert told["category"] == {"id": painting.pk, "name": "Painting", "slug": "painting"}
    painting.refresh_from_db()
    assert painting.public_count == 1


def test_a_slug_of_digits_is_found_unless_it_is_an_id(adas):
    category = Category.objects.create(name="1984", slug="01984")
    assert upload_work(adas, category="01984")["category"]["id"] == category.pk


@pytest.mark.parametrize(
    ("sent", "told"), [("2024", "2024"), (2024, "2024"), ("2024-02", "2024-02"), ("0794-02-29", None), ("0001", "0001")]
)
def test_a_date_is_told_as_far_as_it_is_known(ada, adas, sent, told):
    answer = make(adas, new_image(ada), creation_date=sent)
    assert answer.json().get("creation_date") == told
    assert answer.status_code == (201 if told else 400)


@pytest.mark.parametrize(
    ("price", "currency", "told"),
    [
        ("12.5", "eur", "12.50"),
        (12, "JPY", "12"),
        ("1.250", "KWD", "1.250"),
        ("0", "EUR", "0.00"),
        ("7.00", "JPY", "7"),
    ],
)
def test_a_price_is_told_with_the_decimals_of_its_currency(ada, adas, price, currency, told):
    answer = make(adas, new_image(ada), price=price, currency=currency).json()
    assert (answer["price"], answer["currency"]) == (told, currency.upper())


def test_a_currency_alone_may_stand(ada, adas):
    told = make(adas, new_image(ada), currency="EUR").json()
    assert (told["price"], told["currency"]) == (None, "EUR")


def test_empty_fields_of_a_form_say_nothing(adas):
    names = ("price", "currency", "category", "creation_date", "width_cm", "published_at", "gallery_id", "description")
    told = upload_work(adas, **dict.fromkeys(names, ""))
    assert (told["price"], told["category"], told["creation_date"], told["description"]) == (None, None, None, "")


def test_it_is_counted(ada, adas):
    upload_work(adas)
    new_work(ada, status="draft")
    statistics = Statistics.objects.get()
    assert (statistics.artwork_count, statistics.public_artwork_count) == (2, 1)


def test_a_repeated_request_makes_no_second_work(adas):
    def send(title="Harbour"):
        body = {"title": title, "image_file": named("a.jpg", jpeg(70, 50))}
        return adas.post(ROUTE, body, format="multipart", headers={"Idempotency-Key": "one"})

    first = send()
    with leaving_nothing():
        assert (send().status_code, send().json()) == (201, first.json())
        assert refusals(send("Another")) == [("Idempotency-Key", "idempotency_key_reused")]
    assert (Artwork.objects.count(), UploadAnswer.objects.count()) == (1, 1)


def test_a_repeated_request_in_json_makes_no_second_work(ada, adas):
    body = {"title": "Harbour", "image_id": str(new_image(ada).pk)}
    first, second = (adas.post(ROUTE, body, headers={"Idempotency-Key": "one"}) for _ in range(2))
    assert (first.status_code, second.json()) == (201, first.json())
    assert Artwork.objects.count() == 1

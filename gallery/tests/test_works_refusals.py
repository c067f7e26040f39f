"""What is refused of works: the field is named, and nothing has changed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.models import Reservation, Statistics
from gallery.models import Artwork, Category, Gallery, Image
from gallery.tests.library import codes, new_image
from gallery.tests.pictures import jpeg, truncated
from gallery.tests.uploading import kept, leaving_nothing, named, refusals, some_text
from gallery.tests.works import new_work

ROUTE = "/api/artworks/upload"
LATER = (timezone.now() + timedelta(days=1)).isoformat()
EARLIER = (timezone.now() - timedelta(days=1)).isoformat()
TOMORROW = (timezone.now() + timedelta(days=1)).date().isoformat()
WRONG = [
    ({"title": ""}, {"title": "blank"}),
    ({"title": "  "}, {"title": "blank"}),
    ({"title": "x" * 201}, {"title": "max_length"}),
    ({"title": "a\0b"}, {"title": "null_characters_not_allowed"}),
    ({"price": "-1", "currency": "EUR"}, {"price": "min_value"}),
    ({"price": "100000000", "currency": "EUR"}, {"price": "max_value"}),
    ({"price": "1e30", "currency": "EUR"}, {"price": "max_value"}),
    ({"price": "NaN", "currency": "EUR"}, {"price": "invalid"}),
    ({"price": "much", "currency": "EUR"}, {"price": "invalid"}),
    ({"price": "1.005", "currency": "EUR"}, {"price": "max_decimal_places"}),
    ({"price": "1.5", "currency": "JPY"}, {"price": "max_decimal_places"}),
    ({"price": "1"}, {"currency": "required"}),
    ({"price": "1", "currency": ""}, {"currency": "required"}),
    ({"price": "1", "currency": "XXQ"}, {"currency": "unknown_currency"}),
    ({"currency": "Taler"}, {"currency": "unknown_currency"}),
    ({"creation_date": TOMORROW}, {"creation_date": "future"}),
    ({"creation_date": "9999"}, {"creation_date": "future"}),
    ({"creation_date": "0000"}, {"creation_date": "invalid"}),
    ({"creation_date": "2023-02-29"}, {"creation_date": "invalid"}),
    ({"creation_date": "yesterday"}, {"creation_date": "invalid"}),
    ({"creation_date": True}, {"creation_date": "invalid"}),
    ({"width_cm": "0"}, {"width_cm": "min_value"}),
    ({"height_cm": "-3"}, {"height_cm": "min_value"}),
    ({"depth_cm": "1000000"}, {"depth_cm": "max_whole_digits"}),
    ({"width_cm": "1.234"}, {"width_cm": "max_decimal_places"}),
    ({"availability_status": "lent"}, {"availability_status": "invalid_choice"}),
    ({"status": "hidden"}, {"status": "invalid_choice"}),
    ({"status": "scheduled"}, {"published_at": "required"}),
    ({"status": "scheduled", "published_at": EARLIER}, {"published_at": "past"}),
    ({"published_at": LATER}, {"published_at": "future"}),
    ({"published_at": "soon"}, {"published_at": "invalid"}),
    ({"category": "no-such"}, {"category": "does_not_exist"}),
    ({"category": 99}, {"category": "does_not_exist"}),
    ({"category": "9" * 40}, {"category": "does_not_exist"}),
    ({"category": {"id": 1}}, {"category": "invalid"}),
    ({"gallery_id": "room"}, {"gallery_id": "invalid"}),
    ({"gallery_id": str(uuid4())}, {"gallery_id": "does_not_exist"}),
    ({"license": "x" * 201}, {"license": "max_length"}),
    ({"tags": ["x" * 51]}, {"tags": "max_length"}),
    ({"image_id": ["x"]}, {"image_id": "invalid"}),
    ({"image_ids": [str(uuid4())]}, {"image_ids": "does_not_exist"}),
]  # fmt: skip


def send_files(client, *files, **said):
    body = {"title": "Harbour", "image_file": [named(name, data) for name, data in files], **said}
    return client.post(ROUTE, body, format="multipart")


@pytest.mark.parametrize(("said", "complaints"), WRONG)
def test_a_new_work_is_refused(ada, adas, said, complaints):
    body = {"title": "Harbour", "image_id": [str(new_image(ada).pk)], **said}
    answer = adas.post(ROUTE, body)
    assert (answer.status_code, codes(answer)) == (400, complaints)
    assert not Artwork.objects.exists()


@pytest.mark.parametrize(("said", "complaints"), WRONG)
def test_a_change_is_refused(ada, adas, said, complaints):
    work = new_work(ada)
    before = adas.get(f"/api/artworks/{work.pk}").json()
    answer = adas.patch(f"/api/artworks/{work.pk}", said)
    assert (answer.status_code, codes(answer)) == (400, complaints)
    assert adas.get(f"/api/artworks/{work.pk}").json() == before


def test_all_that_is_wrong_is_told_at_once(adas):
    said = {
        "title": "",
        "price": "5",
        "creation_date": "2999",
        "width_cm": "wide",
        "status": "scheduled",
        "category": "x",
    }
    answer = adas.post(ROUTE, said)
    assert codes(answer) == {
        "title": "blank", "currency": "required", "creation_date": "future", "width_cm": "invalid",
        "published_at": "required", "category": "does_not_exist", "image_file": "required",
    }  # fmt: skip


@pytest.mark.parametrize("form", ["json", "multipart"])
def test_a_picture_is_needed(adas, form):
    answer = adas.post(ROUTE, {"title": "Harbour"}, format=form)
    assert (answer.status_code, codes(answer)) == (400, {"image_file": "required"})


@pytest.mark.parametrize("body", [[], "text", 5, None])
def test_a_body_that_is_no_object_is_refused(adas, body):
    assert adas.post(ROUTE, body, format="json").status_code == 400


def test_others_pictures_galleries_and_proposed_categories_are_refused_as_absent(adas, ben):
    image, room = new_image(ben), Gallery.objects.create(owner=ben, name="Room", slug="room")
    proposal = Category.objects.create(name="Felt", slug="felt", status="proposed")
    said = {"title": "Mine", "image_id": str(image.pk), "gallery_id": str(room.pk), "category": proposal.pk}
    answer = adas.post(ROUTE, said)
    assert codes(answer) == dict.fromkeys(("image_id", "gallery_id", "category"), "does_not_exist")


@pytest.mark.parametrize(
    ("bad", "status", "code"),
    [
        (("b.jpg", truncated(jpeg(80, 60))), 400, "corrupt_image"),
        (("b.jpg", b""), 400, "empty"),
        (("b.txt", some_text()), 415, "unsupported_type"),
        (("b.jpg", some_text()), 415, "type_mismatch"),
        (("b.html", b"<html><script>"), 415, "unsupported_type"),
    ],
)
def test_one_bad_file_refuses_the_whole_and_leaves_nothing(adas, bad, status, code):
    answer = send_files(adas, ("a.jpg", jpeg(80, 60)), bad, ("c.jpg", jpeg(81, 60)))
    assert (answer.status_code, refusals(answer)) == (status, [("image_file.1", code)])
    assert not Artwork.objects.exists()
    assert not Image.objects.exists()


def test_one_bad_file_leaves_no_bytes_and_takes_no_room(adas, settings, django_capture_on_commit_callbacks):
    settings.MAX_UPLOAD_SIZE = 20_000
    before = kept()
    with django_capture_on_commit_callbacks(execute=True):
        answer = send_files(adas, ("a.jpg", jpeg(80, 60)), ("b.jpg", b"\xff\xd8" + b"x" * 30_000))
    assert (kept(), Statistics.objects.get().storage_used, Reservation.objects.count()) == (before, 0, 0)
    assert (answer.status_code, refusals(answer)) == (413, [("image_file.1", "too_large")])


def test_a_picture_that_was_here_before_stays(ada, adas):
    assert send_files(adas, ("a.jpg", jpeg(80, 60))).status_code == 201
    assert send_files(adas, ("a.jpg", jpeg(80, 60)), ("b.txt", some_text())).status_code == 415
    assert (Image.objects.count(), Artwork.objects.count()) == (1, 1)


def test_wrong_words_are_told_before_a_file_is_taken(adas):
    with leaving_nothing():
        answer = send_files(adas, ("a.txt", some_text()), price="-1", currency="EUR")
    assert refusals(answer) == [("price", "min_value")]


def test_no_more_than_fifty_views(adas):
    files = [(f"{n}.jpg", b"x") for n in range(51)]
    with leaving_nothing():
        assert refusals(send_files(adas, *files)) == [("image_file", "max_length")]


@pytest.mark.parametrize("name", ["image_id", "image_ids"])
def test_no_more_than_fifty_pictures_of_the_library_and_the_field_is_named(ada, adas, name):
    ids = [str(new_image(ada).pk) for _ in range(51)]
    answer = adas.post(ROUTE, {"title": "Harbour", name: ids})
    assert (answer.status_code, codes(answer)) == (400, {name: "max_length"})


def test_a_full_storage_refuses(adas, settings):
    settings.STORAGE_QUOTA = 100
    with leaving_nothing():
        answer = send_files(adas, ("a.jpg", jpeg(80, 60)))
    assert refusals(answer) == [("image_file.0", "quota_exceeded")]


@pytest.mark.parametrize(
    ("method", "path"), [("post", "upload"), ("post", "batch"), ("put", "{}"), ("patch", "{}"), ("delete", "{}")]
)
def test_a_visitor_is_asked_to_sign_in(ada, visitor, method, path):
    work = new_work(ada)
    assert getattr(visitor, method)(f"/api/artworks/{path.format(work.pk)}", {}).status_code == 401


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_others_works_are_403_where_seen_and_404_where_not(ada, bens, method):
    seen, hidden = new_work(ada), new_work(ada, status="draft")
    statuses = [
        getattr(bens, method)(f"/api/artworks/{pk}", {"title": "Mine"}).status_code
        for pk in (seen.pk, hidden.pk, uuid4())
    ]
    assert statuses == [403, 404, 404]
    assert set(Artwork.objects.values_list("title", flat=True)) == {"Harbour"}

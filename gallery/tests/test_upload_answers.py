"""What an upload is answered: the status, a verdict for each file in order, and errors in one shape."""

import pytest

from accounts.tests.answers import errors_of
from gallery.models import File
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import leaving_nothing, named, refusals, results, send, some_text

PICTURE = jpeg(80, 60)
PROGRAM = b"\x7fELF" + bytes(200)


def test_a_new_file_is_a_201_with_the_file_in_the_answer(adas):
    body = send(adas, ("notes.txt", b"hello\n")).json()
    assert (body["created"], body["duplicates"], body["rejected"]) == (1, 0, 0)
    (result,) = body["results"]
    assert result | {"id": 0, "url": 0, "file": 0} == {
        "index": 0, "filename": "notes.txt", "status": "created", "id": 0, "kind": "file", "url": 0,
        "image": None, "file": 0, "error": None,
    }  # fmt: skip
    assert result["file"]["id"] == result["id"]


def test_a_picture_is_an_image_and_a_file_of_the_same_id(adas):
    response = send(adas, ("photo.jpg", PICTURE))
    (result,) = response.json()["results"]
    assert (response.status_code, result["kind"]) == (201, "image")
    assert result["image"]["id"] == result["file"]["id"] == result["id"]
    assert (result["image"]["width"], result["image"]["height"]) == (80, 60)


def test_the_url_of_a_result_answers(adas):
    for result in send(adas, ("photo.jpg", PICTURE), ("notes.txt", b"hello\n")).json()["results"]:
        answer = adas.get(result["url"])
        assert (answer.status_code, answer.json()["id"]) == (200, result["id"])


def test_what_is_here_already_is_a_200(adas):
    send(adas, ("a.txt", b"first\n"), ("b.txt", b"second\n"))
    response = send(adas, ("a.txt", b"first\n"), ("b.txt", b"second\n"))
    assert response.status_code == 200
    assert results(response) == [("duplicate", None)] * 2


def test_one_new_file_among_duplicates_is_a_201(adas):
    send(adas, ("a.txt", b"first\n"))
    response = send(adas, ("a.txt", b"first\n"), ("b.txt", b"second\n"))
    assert (response.status_code, results(response)) == (201, [("duplicate", None), ("created", None)])


def test_one_rejected_file_among_others_is_a_207_with_verdicts_in_order(adas):
    response = send(adas, ("a", PROGRAM), ("b.jpg", PICTURE), ("c.txt", b""), ("d.txt", b"text\n"), ("e.jpg", b"text"))
    assert response.status_code == 207
    assert results(response) == [
        ("rejected", "unsupported_type"), ("created", None), ("rejected", "empty"),
        ("created", None), ("rejected", "type_mismatch"),
    ]  # fmt: skip
    assert [result["index"] for result in response.json()["results"]] == [0, 1, 2, 3, 4]
    assert [result["filename"] for result in response.json()["results"]] == ["a", "b.jpg", "c.txt", "d.txt", "e.jpg"]


def test_a_rejected_file_among_others_has_neither_id_nor_url(adas):
    rejected = send(adas, ("a", PROGRAM), ("b.txt", b"text\n")).json()["results"][0]
    assert [rejected[name] for name in ("id", "kind", "url", "image", "file")] == [None] * 5
    assert rejected["error"]["detail"]


def test_duplicates_and_rejected_files_together_are_a_207(adas):
    send(adas, ("a.txt", b"first\n"))
    assert send(adas, ("a.txt", b"first\n"), ("b", PROGRAM)).status_code == 207


def test_the_same_bytes_twice_in_one_request_are_kept_once(adas):
    response = send(adas, ("a.txt", b"same\n"), ("b.txt", b"same\n"))
    one, two = response.json()["results"]
    assert (response.status_code, one["status"], two["status"], one["id"]) == (201, "created", "duplicate", two["id"])
    assert File.objects.count() == 1


@pytest.mark.parametrize(
    ("files", "status"),
    [
        ([("a", PROGRAM)], 415),
        ([("a.jpg", b"text")], 415),
        ([("a", PROGRAM), ("b.jpg", b"text")], 415),
        ([("a.txt", b"a" * 2001), ("b.txt", b"b" * 3000)], 413),
        ([("a.txt", b"a" * 2001), ("b", PROGRAM)], 400),
        ([("a.txt", b"")], 400),
        ([("a.png", b"\x89PNG\r\n\x1a\nnothing")], 400),
        ([("a.txt", b""), ("b", PROGRAM)], 400),
    ],
)
def test_the_status_where_every_file_is_rejected_fits_them_all(adas, settings, files, status):
    settings.MAX_UPLOAD_SIZE = 2000
    with leaving_nothing():
        assert send(adas, *files).status_code == status


def test_every_rejected_file_has_its_own_error_named_by_its_index(adas):
    response = send(adas, ("a", PROGRAM), ("b.txt", b""), ("c.jpg", b"text"))
    assert refusals(response) == [("files.0", "unsupported_type"), ("files.1", "empty"), ("files.2", "type_mismatch")]
    assert response.json()["type"] == "validation_error"
    assert all(error["detail"] for error in response.json()["errors"])


@pytest.mark.parametrize("files", [[("a", PROGRAM)], [("a.txt", b"a" * 2001)]])
def test_a_415_and_a_413_are_client_errors_of_the_same_shape(adas, settings, files):
    settings.MAX_UPLOAD_SIZE = 2000
    body = send(adas, *files).json()
    assert body["type"] == "client_error"
    assert [set(error) for error in body["errors"]] == [{"code", "detail", "attr"}]
    assert body["errors"][0]["attr"] == "files.0"


@pytest.mark.parametrize("field", ["files", "file", "image", "images"])
def test_four_names_of_a_field_are_taken(adas, field):
    assert send(adas, ("a.txt", b"text\n"), field=field).status_code == 201


def test_fields_of_different_names_are_numbered_together(adas):
    body = {"file": named("a.txt", some_text()), "images": [named("b.jpg", PICTURE), named("c.txt", some_text())]}
    answer = adas.post("/api/upload", body, format="multipart").json()
    assert [(each["index"], each["filename"]) for each in answer["results"]] == [
        (0, "a.txt"), (1, "b.jpg"), (2, "c.txt"),
    ]  # fmt: skip


@pytest.mark.parametrize("body", [{}, {"title": "nothing"}, {"other": named("a.txt", b"text\n")}])
def test_a_request_without_files_is_refused(adas, body):
    with leaving_nothing():
        response = adas.post("/api/upload", body, format="multipart")
    assert (response.status_code, errors_of(response)) == (400, {"files": "required"})


def test_a_body_that_is_no_form_is_a_415(adas):
    assert adas.post("/api/upload", {"files": []}, format="json").status_code == 415


def test_an_upload_by_get_is_a_405(adas):
    assert adas.get("/api/upload").status_code == 405


def test_the_first_thumbnail_is_ready_when_the_answer_comes(adas):
    image = send(adas, ("photo.jpg", jpeg(800, 600))).json()["results"][0]["image"]
    small = adas.get(image["thumbnails"]["small"]["url"], headers={"Accept": "image/webp"})
    assert (small.status_code, small["Content-Type"]) == (200, "image/webp")
    assert (image["thumbnails"]["small"]["width"], image["thumbnails"]["small"]["height"]) == (320, 240)
    assert image["placeholder"].startswith("data:image/")

"""A request repeated under its Idempotency-Key gives the first answer again and keeps nothing twice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Statistics
from accounts.tests.answers import errors_of
from gallery.models import File, UploadAnswer
from gallery.tasks import sweep_staging
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import leaving_nothing, multipart, refusals, send, send_raw, some_text

TEXT = ("a.txt", b"some text\n")
PICTURE = ("b.jpg", jpeg(80, 60))
KEY = {"Idempotency-Key": "one"}


def test_the_first_answer_is_given_again(adas):
    first = send(adas, TEXT, PICTURE, key="one", title="Dawn")
    with leaving_nothing():
        second = send(adas, TEXT, PICTURE, key="one", title="Dawn")
    assert (first.status_code, second.status_code) == (201, 201)
    assert second.json() == first.json()


def test_without_a_key_a_repetition_is_a_duplicate(adas):
    send(adas, TEXT)
    assert send(adas, TEXT).json()["duplicates"] == 1


def test_another_boundary_is_no_other_body(adas):
    first = send_raw(adas, multipart(TEXT, boundary="one"), boundary="one", **KEY)
    second = send_raw(adas, multipart(TEXT, boundary="two"), boundary="two", **KEY)
    assert (second.status_code, second.json()) == (201, first.json())


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([("a.txt", b"other text\n")], {}),
        ([("b.txt", b"some text\n")], {}),
        ([TEXT, PICTURE], {}),
        ([TEXT], {"title": "Dusk"}),
    ],
)
def test_another_body_under_the_same_key_is_a_conflict(adas, files, said):
    send(adas, TEXT, key="one", title="Dawn")
    with leaving_nothing():
        response = send(adas, *files, key="one", **said)
    assert (response.status_code, errors_of(response)) == (409, {"Idempotency-Key": "idempotency_key_reused"})


def test_a_key_belongs_to_one_person(adas, bens):
    send(adas, TEXT, key="one")
    assert send(bens, ("c.txt", some_text()), key="one").status_code == 201


def test_a_partial_success_is_given_again_as_it_was(adas):
    files = (TEXT, ("c.txt", b""))
    first, second = send(adas, *files, key="one"), send(adas, *files, key="one")
    assert (first.status_code, second.status_code) == (207, 207)
    assert second.json() == first.json()


def test_the_answer_stands_though_the_file_was_deleted_since(adas):
    (result,) = send(adas, TEXT, key="one").json()["results"]
    adas.delete(f"/api/files/{result['id']}")
    assert send(adas, TEXT, key="one").json()["results"][0]["id"] == result["id"]
    assert not File.objects.exists()


def test_a_retry_succeeds_though_the_first_took_the_last_room(ada, adas):
    Statistics.objects.filter(pk=ada.pk).update(storage_limit=2000)
    first = send(adas, ("a.txt", b"a" * 1990), key="one")
    with leaving_nothing():
        second = send(adas, ("a.txt", b"a" * 1990), key="one")
    assert (second.status_code, second.json()) == (first.status_code, first.json())


def test_a_refusal_of_every_file_is_given_again(adas):
    files = (("a.txt", b""), ("b.jpg", b"no picture"))
    first = send(adas, *files, key="one")
    with leaving_nothing():
        second = send(adas, *files, key="one")
    assert (first.status_code, second.status_code) == (400, 400)
    assert second.json() == first.json()
    assert refusals(second) == [("files.0", "empty"), ("files.1", "type_mismatch")]


def test_another_body_after_a_refusal_is_a_conflict(adas):
    assert send(adas, ("a.jpg", b"no picture"), key="one").status_code == 415
    with leaving_nothing():
        response = send(adas, TEXT, key="one")
    assert (response.status_code, errors_of(response)) == (409, {"Idempotency-Key": "idempotency_key_reused"})


def test_a_refusal_for_want_of_room_alone_is_not_the_last_word(ada, adas):
    Statistics.objects.filter(pk=ada.pk).update(storage_limit=1)
    with leaving_nothing():
        assert refusals(send(adas, TEXT, key="one")) == [("files.0", "quota_exceeded")]
    Statistics.objects.filter(pk=ada.pk).update(storage_limit=1000)
    assert send(adas, TEXT, key="one").status_code == 201


def test_a_key_whose_request_held_no_file_may_be_used_again(adas):
    with leaving_nothing():
        send(adas, key="one", title="Dawn")
    assert send(adas, TEXT, key="one").status_code == 201


def test_a_retry_after_a_lost_connection_is_no_conflict(adas):
    body = multipart(TEXT, PICTURE)
    with leaving_nothing():
        assert send_raw(adas, body[:-500], **KEY).status_code == 400
    assert send_raw(adas, body, **KEY).json()["created"] == 2


@pytest.mark.parametrize("key", ["two words", "ünïcode", "x" * 256, "tab\there"])
def test_a_key_that_is_none_is_refused(adas, key):
    with leaving_nothing():
        response = send(adas, TEXT, key=key)
    assert (response.status_code, errors_of(response)) == (400, {"Idempotency-Key": "invalid"})


def test_the_longest_key_is_taken(adas):
    assert send(adas, TEXT, key="x" * 255).status_code == 201


def test_answers_are_forgotten_after_two_days(adas):
    send(adas, TEXT, key="one")
    send(adas, TEXT, key="two")
    UploadAnswer.objects.filter(key="one").update(created_at=timezone.now() - timedelta(days=3))
    assert sweep_staging.call()["answers"] == 1
    assert UploadAnswer.objects.get().key == "two"

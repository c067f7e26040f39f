"""Room: an upload never takes more than there is, and gives back what it does not use."""

from datetime import timedelta

import pytest

from accounts.models import Reservation, Statistics
from accounts.quota import release_stale, reserve
from gallery.api import arriving
from gallery.intake import reception
from gallery.intake.reception import STEP
from gallery.tests.pictures import jpeg, truncated
from gallery.tests.uploading import BOUNDARY, leaving_nothing, refusals, results, send, some_text


@pytest.fixture
def room(ada):
    """`room(1000)`: ada may store so many bytes; returns her statistics as they are now."""

    def limit(size: int | None = None) -> Statistics:
        if size is not None:
            Statistics.objects.filter(pk=ada.pk).update(storage_limit=size)
        return Statistics.objects.get(pk=ada.pk)

    return limit


def test_a_file_of_exactly_the_room_that_is_left_is_taken(adas, room):
    room(5000)
    assert send(adas, ("a.txt", some_text(2000))).status_code == 201
    assert send(adas, ("b.txt", some_text(3000))).status_code == 201
    assert (room().storage_used, room().storage_free) == (5000, 0)


@pytest.mark.parametrize("size", [1001, 50_000, 2_000_000])
def test_a_byte_more_is_refused_and_leaves_nothing(adas, room, size):
    room(1000)
    with leaving_nothing():
        response = send(adas, ("a.txt", some_text(size)))
    assert (response.status_code, refusals(response)) == (400, [("files.0", "quota_exceeded")])


def test_of_several_files_those_that_fit_are_taken_in_order(adas, room):
    room(1000)
    response = send(adas, ("a.txt", some_text(600)), ("b.txt", some_text(600)), ("c.txt", some_text(400)))
    assert response.status_code == 207
    assert results(response) == [("created", None), ("rejected", "quota_exceeded"), ("created", None)]
    assert (room().storage_used, room().storage_reserved) == (1000, 0)


def test_several_files_that_together_are_the_room_left_are_taken(adas, room):
    room(1000)
    response = send(adas, *((f"{number}.txt", some_text(250)) for number in range(4)))
    assert (response.status_code, room().storage_free) == (201, 0)


def test_a_full_library_still_knows_what_is_here(adas, room):
    room(1000)
    send(adas, ("a.txt", b"a" * 1000))
    response = send(adas, ("a.txt", b"a" * 1000), ("b.txt", some_text(10)))
    assert results(response) == [("duplicate", None), ("rejected", "quota_exceeded")]
    assert send(adas, ("a.txt", b"a" * 1000)).status_code == 200


def test_a_quota_of_nothing_takes_nothing(adas, room):
    room(0)
    with leaving_nothing():
        assert refusals(send(adas, ("a.txt", b"a"))) == [("files.0", "quota_exceeded")]


def test_without_a_limit_of_ones_own_the_sites_quota_holds(adas, settings):
    settings.STORAGE_QUOTA = 100
    assert send(adas, ("a.txt", some_text(101))).status_code == 400
    assert send(adas, ("a.txt", some_text(100))).status_code == 201


def test_room_is_given_back_after_a_rejection(adas, room):
    picture = jpeg(80, 60)
    room(len(picture))
    assert send(adas, ("a.jpg", truncated(picture))).status_code == 400
    assert room().storage_reserved == 0
    assert send(adas, ("a.jpg", picture)).status_code == 201


def test_room_is_given_back_after_a_deletion(adas, room):
    room(1000)
    (result,) = send(adas, ("a.txt", some_text(1000))).json()["results"]
    adas.delete(f"/api/files/{result['id']}")
    assert room().storage_free == 1000
    assert send(adas, ("b.txt", some_text(1000))).status_code == 201


def test_room_reserved_by_an_upload_under_way_is_not_given_twice(ada, adas, room):
    room(1000)
    reserve(ada.pk, 900)
    with leaving_nothing():
        assert refusals(send(adas, ("a.txt", some_text(200)))) == [("files.0", "quota_exceeded")]
    assert send(adas, ("a.txt", some_text(100))).status_code == 201


def test_room_that_a_crash_kept_reserved_is_given_back(ada, adas, room):
    room(1000)
    reserve(ada.pk, 900)
    assert release_stale(timedelta()) == 1
    assert send(adas, ("a.txt", some_text(1000))).status_code == 201
    assert not Reservation.objects.exists()


def test_young_reservations_stand(ada):
    reserve(ada.pk, 900)
    assert release_stale(timedelta(hours=1)) == 0


def test_what_an_upload_takes_is_counted(adas, room):
    picture = jpeg(80, 60)
    send(adas, ("a.jpg", picture), ("b.txt", some_text(50)), ("c.txt", b""))
    statistics = room()
    assert (statistics.image_count, statistics.file_count) == (1, 2)
    assert statistics.storage_used == len(picture) + 50


def test_a_lowered_quota_takes_nothing_away(adas, room):
    send(adas, ("a.txt", some_text(1000)))
    room(10)
    assert (room().storage_used, room().storage_free) == (1000, 0)
    assert send(adas, ("b.txt", some_text(1))).status_code == 400


class Noting:
    """A body that ends at once; what ada had reserved when it was read is in `reserved`."""

    def __init__(self) -> None:
        self.reserved: set[int] = set()

    def read(self, *_: object) -> bytes:
        self.reserved.add(Statistics.objects.get(user__username="ada").storage_reserved)
        return b""

    readline = read


def test_a_declared_length_alone_reserves_one_step(adas, room):
    room(10**12)
    body, form = Noting(), f"multipart/form-data; boundary={BOUNDARY}"
    told = {"CONTENT_LENGTH": str(10**12), "wsgi.input": body}
    with leaving_nothing():
        assert adas.generic("POST", "/api/upload", content_type=form, **told).status_code == 400
    assert body.reserved == {STEP}


@pytest.fixture
def small_steps(monkeypatch) -> None:
    """Room is asked for in steps of 1000 bytes."""
    for module in (reception, arriving):
        monkeypatch.setattr(module, "STEP", 1000)


def test_room_is_asked_for_as_files_come_in(adas, room, small_steps):
    room(900_000)
    response = send(adas, ("a.txt", some_text(600_000)), ("b.txt", some_text(400_000)), ("c.txt", some_text(300_000)))
    assert results(response) == [("created", None), ("rejected", "quota_exceeded"), ("created", None)]
    assert (room().storage_used, room().storage_reserved) == (900_000, 0)


def test_no_more_room_is_asked_for_than_was_declared(ada, room):
    room(10_000)
    reservation = reserve(ada.pk, 1000)
    more = arriving.room_by_steps(reservation, 5000)
    assert [more(3000), more(3000), more(3000)] == [3000, 1000, 0]
    assert room().storage_reserved == 5000

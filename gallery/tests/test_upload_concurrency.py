"""Uploads at the same time: exact counts, nothing twice, never over the quota."""

import os
from contextlib import closing, suppress
from threading import Thread

import pytest
from django.db import connection

from accounts.models import Reservation, Statistics
from gallery import renditions
from gallery.actions.files import delete_file, delete_library_of
from gallery.imaging.renditions import Drawn
from gallery.models import File, Image, Rendition, Tag, UploadAnswer
from gallery.storage import originals
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import kept, results, send, some_text

pytestmark = pytest.mark.django_db(transaction=True)
PICTURE = jpeg(80, 60)


def statuses(answers) -> list[str]:
    """Of every file of every answer, sorted."""
    return sorted(status for answer in answers for status, _ in results(answer))


def test_the_same_picture_at_once_is_kept_once(ada, client_of, at_once):
    answers = at_once(6, lambda _: send(client_of(ada), ("a.jpg", PICTURE), tags=["sea"]))
    assert statuses(answers) == ["created"] + ["duplicate"] * 5
    assert sorted(answer.status_code for answer in answers) == [200] * 5 + [201]
    assert len({answer.json()["results"][0]["id"] for answer in answers}) == 1
    assert (File.objects.count(), Image.objects.count(), Rendition.objects.count()) == (1, 1, 1)
    assert len(kept()) == 2  # the original and its thumbnail


def test_the_same_picture_at_once_is_counted_once(ada, client_of, at_once):
    at_once(6, lambda _: send(client_of(ada), ("a.jpg", PICTURE)))
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.file_count, statistics.image_count) == (1, 1)
    assert (statistics.storage_used, statistics.storage_reserved) == (len(PICTURE), 0)


def test_different_pictures_at_once_are_all_kept_and_counted(ada, client_of, at_once):
    pictures = [jpeg(80, 60, comment=str(number).encode()) for number in range(6)]
    answers = at_once(6, lambda n: send(client_of(ada), (f"{n}.jpg", pictures[n]), tags=["sea", f"tag {n}"]))
    statistics = Statistics.objects.get(pk=ada.pk)
    assert statuses(answers) == ["created"] * 6
    assert (statistics.image_count, statistics.storage_used) == (6, sum(map(len, pictures)))
    assert Tag.objects.count() == 7
    assert all(originals().size(file.stored_name) == file.size for file in File.objects.all())


def test_uploads_at_once_never_exceed_the_quota(ada, client_of, at_once):
    Statistics.objects.filter(pk=ada.pk).update(storage_limit=10_000)
    answers = at_once(10, lambda n: send(client_of(ada), (f"{n}.txt", some_text(3000))))
    statistics = Statistics.objects.get(pk=ada.pk)
    assert {answer.status_code for answer in answers} <= {201, 400}
    taken = sum(answer.status_code == 201 for answer in answers)
    assert 1 <= taken <= 3
    assert (statistics.storage_used, statistics.storage_reserved) == (taken * 3000, 0)
    assert len(kept()) == File.objects.count() == taken
    assert not Reservation.objects.exists()


def test_room_for_all_is_room_for_all_at_once(ada, client_of, at_once):
    Statistics.objects.filter(pk=ada.pk).update(storage_limit=8 * 4000)
    answers = at_once(8, lambda n: send(client_of(ada), (f"{n}.txt", some_text(3000))))
    assert [answer.status_code for answer in answers] == [201] * 8


def test_one_key_at_once_gives_one_answer_and_keeps_one_file(ada, client_of, at_once):
    answers = at_once(6, lambda _: send(client_of(ada), ("a.jpg", PICTURE), key="one"))
    assert all(answer.json() == answers[0].json() for answer in answers)
    assert len({answer.status_code for answer in answers}) == 1
    assert (File.objects.count(), UploadAnswer.objects.count()) == (1, 1)


def test_one_key_for_different_bodies_at_once_is_given_to_one(ada, client_of, at_once):
    texts = [some_text() for _ in range(4)]
    answers = at_once(4, lambda n: send(client_of(ada), ("a.txt", texts[n]), key="one"))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]


def test_the_same_picture_of_different_people_at_once_is_kept_for_each(ada, ben, client_of, at_once):
    clients = [client_of(ada), client_of(ben)] * 2
    answers = at_once(4, lambda n: send(clients[n], ("a.jpg", PICTURE)))
    assert statuses(answers) == ["created", "created", "duplicate", "duplicate"]
    assert File.objects.values("owner").distinct().count() == 2


def test_good_and_bad_pictures_at_once_do_not_mix(ada, client_of, at_once):
    def deed(number: int):
        data = jpeg(80, 60, comment=os.urandom(8).hex().encode())
        return send(client_of(ada), (f"{number}.jpg", data if number % 2 else data[:-300]))

    answers = at_once(8, deed)
    assert [answer.status_code for answer in answers] == [400, 201] * 4
    assert len(kept()) == 2 * File.objects.count() == 8


@pytest.mark.parametrize(
    "delete", [lambda file: delete_file(file=file, by=None), lambda file: delete_library_of(file.owner)]
)
def test_a_copy_that_is_kept_while_its_picture_is_deleted_leaves_no_bytes(ada, client_of, tmp_path, delete):
    send(client_of(ada), ("a.jpg", PICTURE))
    image, drawn = Image.objects.get(), tmp_path / "drawn.avif"
    drawn.write_bytes(b"a copy")

    def keep_copy() -> None:
        with suppress(Image.DoesNotExist), closing(connection):
            renditions.keep(image, Drawn("small", "avif", 4, 3, 6, drawn), "abcdef.avif")

    worker = Thread(target=keep_copy)

    def start_when_copies_are_listed(execute, sql, *call):
        answer = execute(sql, *call)
        if sql.startswith('SELECT "gallery_rendition"."stored_name"'):
            worker.start()
            worker.join(0.5)  # it waits for the deletion, which must go on meanwhile
        return answer

    with connection.execute_wrapper(start_when_copies_are_listed):
        delete(image.file)
    worker.join()
    assert (kept(), Rendition.objects.count()) == ([], 0)

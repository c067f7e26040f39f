"""Batches of five hundred, and two batches at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Statistics
from gallery.models import Album, AlbumImage, File, Image, ImageTag, Kind, Tag
from gallery.tests.batches import inside, new_album, outcome, send_batch
from gallery.tests.library import NOON, new_image

SAID = {"tag": {"tags": ["sea", "sky"]}, "untag": {"tags": ["sea"]}, "visibility": {"visibility": "private"}}


def fill(owner, number):
    """Rows of that many public pictures, tagged `sea`, in an album."""
    files = [
        File(owner=owner, name=f"{n}", stored_name=f"{n:032x}", size=10, mime_type="image/jpeg", kind=Kind.IMAGE,
             checksum=f"{n:064x}", uploaded_at=NOON)
        for n in range(number)
    ]  # fmt: skip
    facts = {
        "visibility": "public",
        "is_public": True,
        "owner": owner,
        "uploaded_at": NOON,
        "file_size": 10,
        "width": 4,
        "height": 3,
    }
    File.objects.bulk_create(files)
    images = Image.objects.bulk_create(Image(file=file, original_filename=file.name, **facts) for file in files)
    tag = Tag.objects.create(name="sea", slug="sea", public_count=number)
    ImageTag.objects.bulk_create(ImageTag(image=image, tag=tag, uploaded_at=NOON) for image in images)
    Statistics.objects.filter(pk=owner.pk).update(image_count=number, file_count=number, storage_used=10 * number)
    new_album(owner, *images, name="source")
    return images


def queries(client, operation, images, **said):
    with CaptureQueriesContext(connection) as captured:
        assert len(outcome(send_batch(client, operation, *images, dry_run=True, **said))) == len(images)
    return len(captured)


@pytest.mark.django_db
@pytest.mark.parametrize("operation", ["delete", "move", "copy", "tag", "untag", "visibility"])
def test_a_batch_of_many_costs_as_many_queries_as_one_of_few(ada, adas, operation):
    images = fill(ada, 200)
    said = SAID.get(operation, {"album_id": str(new_album(ada).pk)} if operation in ("move", "copy") else {})
    few, many = (queries(adas, operation, images[:number], **said) for number in (2, 200))
    assert many <= few + 12  # a statement writes or deletes so many rows at most


@pytest.mark.django_db
def test_five_hundred_are_taken(ada, adas):
    images = fill(ada, 500)
    assert set(outcome(send_batch(adas, "tag", *images, tags=["sky"]))) == {"tagged"}
    assert Tag.objects.get(name="sky").public_count == 500
    assert set(outcome(send_batch(adas, "delete", *images))) == {"deleted"}
    assert (Image.objects.count(), Album.objects.get().image_count) == (0, 0)
    assert set(Tag.objects.values_list("public_count", flat=True)) == {0}
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.image_count, statistics.storage_used) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_batches_at_once_on_the_same_pictures_all_come_through(ada, client_of, at_once):
    images = [new_image(ada, f"{n}") for n in range(20)]
    names = [f"tag {n}" for n in range(6)]

    def tag(turn):
        order = images if turn % 2 else images[::-1]
        return send_batch(client_of(ada), "tag", *order, tags=names if turn % 2 else names[::-1])

    assert {answer.status_code for answer in at_once(6, tag)} == {200}
    assert ImageTag.objects.count() == 120
    assert set(Tag.objects.values_list("public_count", flat=True)) == {20}


@pytest.mark.django_db(transaction=True)
def test_moves_at_once_in_opposite_directions_leave_each_picture_in_one_album(ada, client_of, at_once):
    images = [new_image(ada, f"{n}") for n in range(10)]
    albums = [new_album(ada, *images), new_album(ada)]

    def move(turn):
        return send_batch(client_of(ada), "move", *images[:: (-1) ** turn], album_id=str(albums[turn % 2].pk))

    assert {answer.status_code for answer in at_once(6, move)} == {200}
    assert AlbumImage.objects.count() == 10
    assert sorted(map(len, map(inside, albums))) == [0, 10]
    assert sorted(Album.objects.values_list("image_count", flat=True)) == [0, 10]


@pytest.mark.django_db(transaction=True)
def test_what_two_delete_at_once_is_deleted_and_counted_once(ada, client_of, at_once):
    images = fill(ada, 10)
    answers = at_once(4, lambda turn: send_batch(client_of(ada), "delete", *images[:: (-1) ** turn]))
    assert sorted(answer.status_code for answer in answers) == [200, 404, 404, 404]
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.image_count, statistics.file_count, statistics.storage_used) == (0, 0, 0)


@pytest.mark.django_db
def test_many_different_tags_cost_no_statement_each(ada, adas):
    images = [new_image(ada, tags=tuple(f"tag {n} {step}" for step in range(50))) for n in range(10)]
    few = queries(adas, "visibility", images[:1], visibility="private")
    assert queries(adas, "visibility", images, visibility="private") <= few + 2

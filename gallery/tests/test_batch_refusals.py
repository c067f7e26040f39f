"""`POST images/batch`: all or nothing, and rehearsed on request."""

from uuid import uuid4

import pytest
from django.forms.models import model_to_dict

from gallery.models import AlbumImage, Image, ImageTag, Tag
from gallery.tests.batches import inside, new_album, outcome, send_batch, share
from gallery.tests.library import codes, new_image, upload
from gallery.tests.uploading import leaving_nothing

pytestmark = pytest.mark.django_db
SAID = {"tag": {"tags": ["sea"]}, "untag": {"tags": ["sky"]}, "visibility": {"visibility": "private"}, "delete": {}}


@pytest.fixture
def pair(ada):
    return [new_image(ada, title, tags=("sky",)) for title in ("one", "two")]


def state():
    """Everything that a batch could change."""
    images = [model_to_dict(image, exclude=["tags"]) | {"at": image.updated_at} for image in Image.objects.all()]
    tags = list(Tag.objects.order_by("pk").values_list("name", "public_count"))
    return (
        images,
        tags,
        list(ImageTag.objects.order_by("pk").values()),
        list(AlbumImage.objects.order_by("pk").values()),
    )


def said_for(operation, album):
    return SAID.get(operation, {"album_id": str(album.pk)})


OPERATIONS = ["delete", "move", "copy", "tag", "untag", "visibility"]


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize(("other", "status"), [("foreign", 403), ("hidden", 404), ("unknown", 404)])
def test_one_picture_that_is_not_ones_own_refuses_the_whole(ada, adas, ben, pair, operation, other, status):
    album = new_album(ada)
    foreign = new_image(ben, visibility="private" if other == "hidden" else "public")
    last = Image(pk=uuid4()) if other == "unknown" else foreign
    before = state()
    assert send_batch(adas, operation, *pair, last, **said_for(operation, album)).status_code == status
    assert state() == before


def test_an_unseen_picture_is_told_before_a_foreign_one(adas, ben, pair):
    answer = send_batch(adas, "delete", *pair, new_image(ben), Image(pk=uuid4()))
    assert answer.status_code == 404


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_rehearsal_answers_alike_and_changes_nothing(ada, adas, pair, operation):
    source, album = new_album(ada, *pair), new_album(ada, pair[1])
    before, said = state(), said_for(operation, album)
    rehearsed = send_batch(adas, operation, *pair, dry_run=True, **said)
    assert state() == before
    assert inside(source) == ["one", "two"]
    assert rehearsed.json() == send_batch(adas, operation, *pair, **said).json()


def test_a_rehearsed_deletion_leaves_the_bytes(adas, django_capture_on_commit_callbacks):
    image = Image.objects.get(pk=upload(adas)["id"])
    with leaving_nothing(), django_capture_on_commit_callbacks(execute=True):
        assert outcome(send_batch(adas, "delete", image, dry_run=True)) == ["deleted"]


def test_a_rehearsal_is_refused_as_the_deed_would_be(adas, ben, pair):
    assert send_batch(adas, "delete", *pair, new_image(ben), dry_run=True).status_code == 403


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"operation": "burn"}, {"operation": "invalid_choice"}),
        ({"operation": None}, {"operation": "null"}),
        ({"image_ids": []}, {"image_ids": "empty"}),
        ({"image_ids": ["no id"]}, {"image_ids": "invalid"}),
        ({"image_ids": "no list"}, {"image_ids": "not_a_list"}),
        ({"image_ids": [str(uuid4()) for _ in range(501)]}, {"image_ids": "max_length"}),
        ({"image_ids": [str(Image().pk or uuid4())] * 2}, {"image_ids": "not_unique"}),
        ({"operation": "move"}, {"album_id": "required"}),
        ({"operation": "copy", "album_id": None}, {"album_id": "required"}),
        ({"operation": "copy", "album_id": "no id"}, {"album_id": "invalid"}),
        ({"operation": "tag"}, {"tags": "required"}),
        ({"operation": "untag", "tags": [" ", ","]}, {"tags": "required"}),
        ({"operation": "tag", "tags": ["x" * 51]}, {"tags": "max_length"}),
        ({"operation": "tag", "tags": [str(n) for n in range(51)]}, {"tags": "max_items"}),
        ({"operation": "visibility"}, {"visibility": "required"}),
        ({"operation": "visibility", "visibility": "secret"}, {"visibility": "invalid_choice"}),
        ({"dry_run": "perhaps"}, {"dry_run": "invalid"}),
    ],
)
def test_what_is_sent_wrong_is_named(adas, pair, change, complaint):
    body = {"operation": "delete", "image_ids": [str(image.pk) for image in pair]} | change
    answer = adas.post("/api/images/batch", body, format="json")
    assert (answer.status_code, codes(answer)) == (400, complaint)


def test_an_album_that_is_not_ones_own_is_named(ada, adas, ben, pair):
    anothers, seen = new_album(ben), new_album(ben, privacy_setting="public")
    share(anothers, ada, can_contribute=False)
    for album in (anothers.pk, seen.pk, uuid4()):
        answer = send_batch(adas, "copy", *pair, album_id=str(album))
        assert (answer.status_code, codes(answer)) == (400, {"album_id": "does_not_exist"})


def test_nobody_moves_out_of_an_album_of_anothers(ada, adas, ben, pair):
    anothers, target = new_album(ben, *pair), new_album(ada)
    share(anothers, ada, can_contribute=True)
    answer = send_batch(adas, "move", *pair, album_id=target.pk, from_album_id=anothers.pk)
    assert (answer.status_code, codes(answer)) == (400, {"from_album_id": "does_not_exist"})
    assert (inside(anothers), inside(target)) == (["one", "two"], [])


def test_a_visitor_is_asked_to_sign_in(visitor, pair):
    assert send_batch(visitor, "delete", *pair).status_code == 401
    assert visitor.get("/api/images/batch").status_code == 401


def test_staff_have_no_right_to_what_others_made(mo, client_of, pair):
    assert send_batch(client_of(mo), "delete", *pair).status_code == 403

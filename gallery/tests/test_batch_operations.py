"""`POST images/batch`: what each operation does, and what it says that it did."""

import pytest

from accounts.models import Statistics
from gallery.models import Album, File, Image, Tag
from gallery.tests.batches import inside, new_album, outcome, send_batch, share
from gallery.tests.library import codes, new_image, upload
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(ada):
    return [new_image(ada, title) for title in ("one", "two")]


def tags_on(image):
    return sorted(image.tags.values_list("name", flat=True))


def test_it_answers_what_became_of_each_picture_in_the_order_sent(adas, pair):
    body = send_batch(adas, "tag", *reversed(pair), tags=["sea"]).json()
    assert (body["operation"], body["processed"]) == ("tag", 2)
    assert body["results"] == [{"id": str(image.pk), "status": "tagged"} for image in reversed(pair)]


def test_delete_takes_rows_files_and_counts_along(ada, adas, django_capture_on_commit_callbacks):
    ids = [upload(adas, jpeg(80, 60 + n))["id"] for n in range(3)]
    with django_capture_on_commit_callbacks(execute=True):
        answer = send_batch(adas, "delete", *Image.objects.filter(pk__in=ids[:2]))
    assert outcome(answer) == ["deleted", "deleted"]
    assert [str(pk) for pk in File.objects.values_list("pk", flat=True)] == ids[2:]
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.image_count, statistics.file_count) == (1, 1)
    assert statistics.storage_used == File.objects.get().size
    assert len(kept()) == 2  # the original and its thumbnail


def test_delete_repairs_albums_covers_and_tags(ada, adas, pair):
    album = new_album(ada, *pair, cover_image=pair[0], privacy_setting="public")
    send_batch(adas, "tag", *pair, tags=["sea"])
    send_batch(adas, "delete", pair[0])
    album.refresh_from_db()
    assert (album.image_count, album.cover_image) == (1, None)
    assert Tag.objects.get(name="sea").public_count == 1


def test_copy_puts_them_behind_those_that_are_there(ada, adas, pair):
    album = new_album(ada, new_image(ada, "zero"), pair[1])
    assert outcome(send_batch(adas, "copy", *pair, album_id=album.pk)) == ["copied", "unchanged"]
    assert inside(album) == ["zero", "two", "one"]
    assert Album.objects.get(pk=album.pk).image_count == 3


def test_move_takes_them_out_of_every_album_of_ones_own(ada, adas, pair):
    first, second, target = new_album(ada, *pair), new_album(ada, pair[0]), new_album(ada)
    assert outcome(send_batch(adas, "move", *pair, album_id=target.pk)) == ["moved", "moved"]
    assert [inside(album) for album in (first, second, target)] == [[], [], ["one", "two"]]
    assert [album.image_count for album in Album.objects.order_by("pk")] == [0, 0, 2]


def test_move_from_one_album_leaves_the_others(ada, adas, pair):
    first, second, target = new_album(ada, *pair), new_album(ada, pair[0]), new_album(ada)
    answer = send_batch(adas, "move", pair[0], album_id=target.pk, from_album_id=first.pk)
    assert outcome(answer) == ["moved"]
    assert [inside(album) for album in (first, second, target)] == [["two"], ["one"], ["one"]]


def test_what_is_in_the_album_alone_is_not_moved(ada, adas, pair):
    target = new_album(ada, *pair)
    answer = send_batch(adas, "move", *pair, album_id=target.pk, from_album_id=target.pk)
    assert outcome(answer) == ["unchanged", "unchanged"]
    assert inside(target) == ["one", "two"]


def test_a_move_into_a_private_album_closes_what_a_public_one_opened(ada, adas, visitor):
    image = new_image(ada, visibility="private")
    new_album(ada, image, privacy_setting="public")
    assert visitor.get(f"/api/images/{image.pk}").status_code == 200
    send_batch(adas, "move", image, album_id=new_album(ada).pk)
    assert visitor.get(f"/api/images/{image.pk}").status_code == 404


def test_a_contributor_copies_their_own_into_anothers_album(ada, ben, bens):
    image, album = new_image(ben, "mine"), new_album(ada)
    share(album, ben, can_contribute=True)
    assert outcome(send_batch(bens, "copy", image, album_id=album.pk)) == ["copied"]
    assert album.album_images.get().added_by == ben


def test_a_move_leaves_what_others_albums_hold(ada, ben, bens):
    image = new_image(ben, "mine")
    anothers, target = new_album(ada, image), new_album(ben)
    send_batch(bens, "move", image, album_id=target.pk)
    assert (inside(anothers), inside(target)) == (["mine"], ["mine"])


def test_tags_are_folded_and_added_to_those_that_are_there(adas, pair):
    send_batch(adas, "tag", pair[0], tags=["old"])
    assert outcome(send_batch(adas, "tag", *pair, tags=[" New  York, OLD"])) == ["tagged", "tagged"]
    assert [tags_on(image) for image in pair] == [["new york", "old"]] * 2
    assert outcome(send_batch(adas, "tag", *pair, tags=["old"])) == ["unchanged", "unchanged"]


def test_untag_takes_those_tags_and_no_others(adas, pair):
    send_batch(adas, "tag", pair[0], tags=["old", "sea"])
    assert outcome(send_batch(adas, "untag", *pair, tags=["Old", "unheard of"])) == ["untagged", "unchanged"]
    assert tags_on(pair[0]) == ["sea"]
    assert not Tag.objects.filter(name="unheard of").exists()


def test_tags_are_counted_where_anyone_may_see_them(ada, adas, pair):
    hidden = new_image(ada, visibility="private")
    send_batch(adas, "tag", *pair, hidden, tags=["sea"])
    assert Tag.objects.get(name="sea").public_count == 2
    send_batch(adas, "untag", pair[0], hidden, tags=["sea"])
    assert Tag.objects.get(name="sea").public_count == 1


def test_one_tag_too_many_on_one_picture_refuses_all(ada, adas, pair):
    full = new_image(ada, tags=tuple(f"tag {n}" for n in range(50)))
    answer = send_batch(adas, "tag", pair[0], full, tags=["tag 7", "sea"])
    assert (answer.status_code, codes(answer)) == (400, {"tags": "max_items"})
    assert tags_on(pair[0]) == []
    assert not Tag.objects.filter(name="sea").exists()
    assert outcome(send_batch(adas, "tag", full, tags=["tag 7"])) == ["unchanged"]


def test_visibility_is_set_and_counted(ada, adas, visitor, pair):
    hidden = new_image(ada, visibility="private", tags=("sea",))
    assert outcome(send_batch(adas, "visibility", pair[0], hidden, visibility="public")) == ["unchanged", "changed"]
    assert visitor.get(f"/api/images/{hidden.pk}").status_code == 200
    assert Tag.objects.get(name="sea").public_count == 1
    send_batch(adas, "visibility", hidden, visibility="private")
    assert visitor.get(f"/api/images/{hidden.pk}").status_code == 404


def test_what_was_changed_says_when_and_what_was_not_does_not(adas, pair):
    before = [image.updated_at for image in pair]
    send_batch(adas, "tag", pair[0], tags=["sea"])
    after = [image.updated_at for image in Image.objects.order_by("pk")]
    assert after[0] > before[0]
    assert after[1] == before[1]

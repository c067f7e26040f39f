"""`POST images/<id>/merge`: several pictures made one."""

from uuid import uuid4

import pytest

from accounts.models import Statistics
from gallery.models import Access, Album, File, Image, Tag, Watermark
from gallery.tests.batches import inside, new_album
from gallery.tests.library import NOON, codes, new_image, upload
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import kept, leaving_nothing

pytestmark = pytest.mark.django_db


def merge(client, image, *others, **said):
    body = {"image_ids": [str(other.pk) for other in others], **said}
    return client.post(f"/api/images/{image.pk}/merge", body, format="json")


@pytest.fixture
def three(ada):
    return [new_image(ada, title) for title in ("one", "two", "three")]


def test_the_one_kept_is_told_and_the_others_are_gone(adas, three):
    answer = merge(adas, *three)
    assert (answer.status_code, answer.json()["id"]) == (200, str(three[0].pk))
    assert list(Image.objects.all()) == three[:1]


def test_it_takes_the_places_of_the_others_in_their_albums(ada, adas, three):
    one, two, three_ = three
    a, b = new_image(ada, "a"), new_image(ada, "b")
    albums = [new_album(ada, a, two, b), new_album(ada, three_, a, two), new_album(ada, a, two, one)]
    merge(adas, one, two, three_)
    assert [inside(album) for album in albums] == [["a", "one", "b"], ["one", "a"], ["a", "one"]]
    assert list(Album.objects.order_by("pk").values_list("image_count", flat=True)) == [3, 2, 2]


def test_it_becomes_the_cover_where_another_was(ada, adas, three):
    album = new_album(ada, *three[1:], cover_image=three[2])
    merge(adas, *three)
    album.refresh_from_db()
    assert album.cover_image == three[0]


def test_it_takes_the_tags_and_counts_them(ada, adas):
    image, other = new_image(ada, tags=("sea", "sky")), new_image(ada, tags=("sea", "dawn"))
    assert merge(adas, image, other).json()["tags"] == ["dawn", "sea", "sky"]
    assert set(Tag.objects.values_list("public_count", flat=True)) == {1}


def test_of_more_tags_than_there_is_room_for_the_frequent_are_taken(ada, adas):
    image = new_image(ada, tags=tuple(f"own {n}" for n in range(49)))
    others = [new_image(ada, tags=("a rare one",)), *(new_image(ada, tags=("often",)) for _ in range(2))]
    tags = merge(adas, image, *others).json()["tags"]
    assert len(tags) == 50
    assert "often" in tags


def test_empty_texts_are_filled_and_others_stay(ada, adas):
    image = new_image(ada, "", description="mine")
    others = [new_image(ada, "", alt_text="a boat"), new_image(ada, "two", description="theirs", alt_text="a ship")]
    told = merge(adas, image, *others).json()
    assert [told[name] for name in ("title", "description", "alt_text")] == ["two", "mine", "a boat"]


def test_views_and_downloads_are_added_with_their_history(ada, adas):
    image, other = (new_image(ada, view_count=n, download_count=10 * n) for n in (1, 2))
    Access.objects.create(file=other.file, action="view", at=NOON, viewer_key="x")
    told = merge(adas, image, other).json()
    assert (told["view_count"], told["download_count"]) == (3, 30)
    assert adas.get(f"/api/images/{image.pk}/history").json()["count"] == 1


def test_who_sees_it_stays_as_it_was(ada, adas, visitor):
    image, other = new_image(ada, visibility="private"), new_image(ada)
    assert merge(adas, image, other).json()["visibility"] == "private"
    assert visitor.get(f"/api/images/{image.pk}").status_code == 404


def test_a_watermark_of_another_is_made_of_it(ada, adas, three):
    Watermark.objects.create(owner=ada, image=three[1])
    merge(adas, *three)
    assert Watermark.objects.get().image == three[0]


def test_the_files_of_the_others_go_and_their_room_is_free(ada, adas, django_capture_on_commit_callbacks):
    first, second = (Image.objects.get(pk=upload(adas, jpeg(80, 60 + n))["id"]) for n in range(2))
    with django_capture_on_commit_callbacks(execute=True):
        merge(adas, first, second)
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.image_count, statistics.storage_used) == (1, File.objects.get().size)
    assert len(kept()) == 2


def test_a_rehearsal_changes_nothing(ada, adas, three):
    album = new_album(ada, three[1], cover_image=three[1])
    with leaving_nothing():
        answer = merge(adas, *three, dry_run=True)
    assert (answer.status_code, inside(album)) == (200, ["two"])
    assert Album.objects.get().cover_image == three[1]


@pytest.mark.parametrize(
    ("which", "status"), [("itself", 400), ("none", 400), ("unknown", 404), ("hidden", 404), ("foreign", 403)]
)
def test_what_is_not_anothers_own_picture_refuses_all(adas, ben, three, which, status):
    foreign = new_image(ben, visibility="private" if which == "hidden" else "public")
    other = {"itself": three[0], "unknown": Image(pk=uuid4())}.get(which, foreign)
    answer = merge(adas, three[0]) if which == "none" else merge(adas, three[0], three[1], other)
    assert answer.status_code == status
    assert status != 400 or set(codes(answer)) == {"image_ids"}
    assert Image.objects.count() == 4


def test_only_its_owner_merges_into_a_picture(ben, client_of, visitor, three):
    mine = new_image(ben)
    assert merge(client_of(ben), three[0], mine).status_code == 403
    assert merge(visitor, three[0], mine).status_code == 401
    assert merge(client_of(ben), Image(pk=uuid4()), mine).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_of_merges_into_each_other_at_once_exactly_one_wins(ada, client_of, at_once):
    pair = [new_image(ada, title) for title in ("one", "two")]
    answers = at_once(4, lambda turn: merge(client_of(ada), *pair[:: (-1) ** turn]))
    assert sorted(answer.status_code for answer in answers) == [200, 404, 404, 404]
    assert Image.objects.count() == 1
    assert Statistics.objects.get(pk=ada.pk).image_count == 0  # of rows alone nothing was counted

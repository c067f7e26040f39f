"""Tags on works: counted with those of pictures, for who sees them; renamed, merged and deleted with them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.actions.vocabulary import delete_tags, merge_tags, rename_tag
from gallery.models import Artwork, ArtworkTag, Tag
from gallery.tests.library import new_image
from gallery.tests.searching import found
from gallery.tests.test_tags_listing import tags
from gallery.tests.works import new_work

pytestmark = pytest.mark.django_db

HIDDEN = [{"status": "draft"}, {"availability_status": "private"}]


def whole(client, name, **query):
    """What the list tells of one tag: usage, images, artworks."""
    rows = {row["name"]: row for row in client.get("/api/tags", query).json()["results"]}
    return tuple(rows[name][key] for key in ("usage_count", "image_count", "artwork_count")) if name in rows else None


def counts():
    return dict(Tag.objects.values_list("name", "public_count"))


def tag(name):
    return Tag.objects.get(name=name)


def test_pictures_and_works_are_counted_together_and_apart(ada, visitor):
    new_image(ada, tags=("sea",))
    for _each in range(2):
        new_work(ada, tags=["sea", "oil"])
    assert whole(visitor, "sea") == (3, 1, 2)
    assert whole(visitor, "oil") == (2, 0, 2)
    assert list(tags(visitor)) == ["sea", "oil"]


@pytest.mark.parametrize(
    "hidden", [*HIDDEN, {"status": "scheduled", "published_at": timezone.now() + timedelta(days=9)}]
)
def test_a_tag_of_a_hidden_work_alone_is_its_artists_to_see(ada, adas, bens, visitor, hidden):
    new_work(ada, tags=["secret"], **hidden)
    assert whole(adas, "secret") == (1, 0, 1)
    assert whole(adas, "secret", prefix="sec", ordering="trending") == (1, 0, 1)
    assert whole(bens, "secret") == whole(visitor, "secret") is None


@pytest.mark.parametrize("hidden", HIDDEN)
def test_a_hidden_work_changes_no_byte_of_what_others_get(ada, bens, visitor, hidden):
    new_work(ada, tags=["sea", "sky"])
    queries = [{"ordering": order} for order in ("popular", "name", "trending")] + [{"prefix": "s"}]
    asked = [(client, query) for client in (visitor, bens) for query in queries]
    before = [client.get("/api/tags", query).content for client, query in asked]
    new_work(ada, tags=["sky", "secret"], **hidden)
    assert [client.get("/api/tags", query).content for client, query in asked] == before


def test_a_private_picture_of_a_public_work_counts_for_the_work_alone(ada, adas, visitor):
    image = new_image(ada, visibility="private", tags=("sea",))
    new_work(ada, images=(image,), tags=["sea"])
    assert whole(visitor, "sea") == (1, 0, 1)
    assert whole(adas, "sea") == (2, 1, 1)


def test_counts_follow_a_work_that_is_hidden_and_deleted(ada, visitor):
    work = new_work(ada, tags=["sea"])
    change_artwork(artwork=work, by=ada, status="draft")
    assert tags(visitor) == {}
    change_artwork(artwork=work, by=ada, status="published")
    assert tags(visitor) == {"sea": 1}
    delete_artwork(artwork=work, by=ada)
    assert tags(visitor) == {}


def test_works_make_a_trend_by_when_they_were_published(ada, visitor):
    now = timezone.now()
    for days, name in ((0, "new"), (14, "older"), (14, "older"), (14, "older"), (91, "gone"), (91, "gone")):
        new_work(ada, tags=[name], published_at=now - timedelta(days=days))
    new_image(ada, tags=("new",), uploaded_at=now)
    assert list(tags(visitor, ordering="trending")) == ["new", "older", "gone"]


def test_what_is_still_to_appear_makes_no_trend(ada, adas):
    new_work(ada, tags=["later"], status="scheduled", published_at=timezone.now() + timedelta(days=365))
    new_work(ada, tags=["now", "later"])
    new_work(ada, tags=["now"], published_at=timezone.now() - timedelta(days=30))
    assert list(tags(adas, ordering="trending")) == ["now", "later"]


@pytest.mark.parametrize("order", ["popular", "-popular", "name", "trending"])
def test_pages_follow_each_other_without_gap_or_repetition(ada, adas, order):
    for number in range(6):
        new_work(ada, tags=[f"tag {each}" for each in range(number)])
        new_work(ada, tags=["tag 3", f"hidden {number}"], status="draft")
    everything = tags(adas, ordering=order, page_size=100)
    paged = [name for page in range(1, 5) for name in tags(adas, ordering=order, page_size=3, page=page)]
    assert (len(everything), paged) == (11, list(everything))


def test_a_tag_is_renamed_on_works_which_are_found_by_it(ada, mo, visitor):
    new_work(ada, "Harbour", tags=["teh sea"])
    rename_tag(tag=tag("teh sea"), name="the sea", by=mo)
    assert whole(visitor, "the sea") == (1, 0, 1)
    assert found(visitor, 'tag:"the sea"', type="artwork") == ["Harbour"]


def test_merging_leaves_one_tag_once_on_each_work_and_counts_it(ada, mo, visitor):
    for names in (["sea"], ["see", "sky"], ["sea", "see", "meer"]):
        new_work(ada, "Harbour", tags=names)
    new_work(ada, "Draft", tags=["meer"], status="draft")
    new_image(ada, tags=("see", "meer"))
    merge_tags(into=tag("sea"), others=[tag("see"), tag("meer")], by=mo)
    assert counts() == {"sea": 4, "sky": 1}
    assert ArtworkTag.objects.filter(tag__name="sea").count() == 4
    assert whole(visitor, "sea") == (4, 1, 3)
    assert found(visitor, "tag:sea", type="artwork") == ["Harbour"] * 3


def test_deleting_a_tag_takes_it_from_works_and_from_search(ada, mo, visitor):
    new_work(ada, tags=["spam", "sea"])
    new_work(ada, tags=["spam"], status="draft")
    delete_tags(tags=[tag("spam")], by=mo)
    assert (counts(), Artwork.objects.count()) == ({"sea": 1}, 2)
    assert found(visitor, "tag:spam") == []


def test_merging_a_common_tag_costs_no_query_for_each_work(ada, mo, django_assert_max_num_queries):
    for number in range(30):
        new_work(ada, tags=["see", f"tag {number}"])
    new_work(ada, tags=["sea"])
    with django_assert_max_num_queries(70):
        merge_tags(into=tag("sea"), others=[tag("see")], by=mo)
    assert counts()["sea"] == 31


def test_a_tag_of_signs_that_addresses_write_out_fits(ada, visitor):
    new_image(ada, tags=("\ufdfa" * 50,))
    assert len(Tag.objects.get().slug) <= 60

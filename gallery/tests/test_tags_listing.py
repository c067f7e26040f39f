"""`GET tags`: what there is to be found by, counted for who asks."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from gallery.actions.tags import fold_tag, slug_of
from gallery.models import Tag
from gallery.tests.batches import new_album, share
from gallery.tests.library import codes, new_image

pytestmark = pytest.mark.django_db


def tags(client, **query):
    answer = client.get("/api/tags", query)
    assert answer.status_code == 200, answer.content
    return {tag["name"]: tag["usage_count"] for tag in answer.json()["results"]}


def test_a_tag_is_told_with_its_name_its_slug_and_its_counts(ada, visitor):
    new_image(ada, tags=("new york",))
    body = visitor.get("/api/tags").json()
    assert set(body) == {"count", "next", "previous", "results"}
    told = {"name": "new york", "slug": "new-york", "usage_count": 1, "image_count": 1, "artwork_count": 0}
    assert body["results"] == [told]


def test_the_most_used_come_first_and_then_by_name(ada, visitor):
    for each in (("sea", "sky"), ("sea", "dawn"), ("éclair",)):
        new_image(ada, tags=each)
    assert list(tags(visitor)) == list(tags(visitor, ordering="popular")) == ["sea", "dawn", "sky", "éclair"]
    assert list(tags(visitor, ordering="name")) == ["dawn", "sea", "sky", "éclair"]
    assert list(tags(visitor, ordering="-name")) == ["éclair", "sky", "sea", "dawn"]


def test_what_is_hidden_is_counted_for_its_owner_alone(ada, ben, client_of, visitor):
    new_image(ada, tags=("sea",))
    new_image(ada, tags=("sea", "secret"), visibility="private")
    assert tags(client_of(ada)) == {"sea": 2, "secret": 1}
    assert tags(client_of(ben)) == tags(visitor) == {"sea": 1}


def test_a_hidden_picture_changes_no_byte_of_what_others_get(ada, ben, client_of, visitor):
    new_image(ada, tags=("sea", "sky"))
    asked = [(client, order) for client in (visitor, client_of(ben)) for order in ("popular", "name", "trending")]
    before = [client.get("/api/tags", {"ordering": order}).content for client, order in asked]
    new_image(ada, tags=("sky", "secret"), visibility="private", uploaded_at=timezone.now())
    assert [client.get("/api/tags", {"ordering": order}).content for client, order in asked] == before


def test_what_is_shared_is_counted_once_however_often_it_is_shared(ada, ben, client_of):
    image = new_image(ada, tags=("secret",), visibility="private")
    open_too = new_image(ada, tags=("secret",))
    for _ in range(2):
        share(new_album(ada, image, open_too), ben)
    assert tags(client_of(ben)) == {"secret": 2}


def test_what_a_public_album_opens_is_counted_for_all(ada, adas, visitor):
    image = new_image(ada, tags=("sea",), visibility="private")
    new_album(ada, image, privacy_setting="public")
    assert tags(visitor) == tags(adas) == {"sea": 1}


@pytest.mark.parametrize(
    ("prefix", "found"),
    [
        ("se", ["sea", "seal"]),
        ("SE", ["sea", "seal"]),
        (" new  y", ["new york"]),
        ("e", []),
        ("é", ["été"]),
        ("%", []),
        ("_", ["_x"]),
        ("100%", ["100% wool"]),
        ("100_", []),
        ("\\", ["\\o/"]),
        ("'", []),
        ("\x00", ["100% wool", "\\o/", "_x", "new york", "sea", "seal", "été"]),
        ("\U0010ffff", []),
        ("x" * 3000, []),
    ],
)
def test_a_prefix_is_folded_and_its_wildcards_are_plain_letters(ada, visitor, prefix, found):
    new_image(ada, tags=("sea", "seal", "new york", "été", "_x", "100% wool", "\\o/"))
    assert list(tags(visitor, prefix=prefix, ordering="name")) == found


@given(prefix=st.text(max_size=4), names=st.sets(st.text(min_size=1, max_size=6), max_size=6))
@tried(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_prefix_finds_what_python_finds(db, prefix, names):
    Tag.objects.all().delete()
    folded = {fold_tag(name.replace("\0", "")) for name in names} - {""}
    Tag.objects.bulk_create(Tag(name=name, slug=slug_of(name), public_count=1) for name in folded)
    found = Tag.objects.beginning(fold_tag(prefix)).by_name().values_list("name", flat=True)
    assert list(found) == sorted(name for name in folded if name.startswith(fold_tag(prefix)))


def test_a_tag_trends_by_what_is_new_and_less_with_every_fortnight(ada, visitor):
    now = timezone.now()
    for days, name in (
        (0, "new"),
        (14, "older"),
        (14, "older"),
        (14, "older"),
        (30, "oldest"),
        (91, "gone"),
        (91, "gone"),
    ):
        new_image(ada, tags=(name,), uploaded_at=now - timedelta(days=days))
    assert list(tags(visitor, ordering="trending")) == ["older", "new", "oldest", "gone"]
    assert list(tags(visitor, ordering="-trending")) == ["gone", "oldest", "new", "older"]


def test_ones_own_hidden_pictures_make_a_trend_for_oneself(ada, adas, visitor):
    new_image(ada, tags=("sea",))
    new_image(ada, tags=("secret",), visibility="private", uploaded_at=timezone.now())
    assert list(tags(adas, ordering="trending")) == ["secret", "sea"]
    assert list(tags(visitor, ordering="trending")) == ["sea"]


@pytest.mark.parametrize("order", ["popular", "-popular", "name", "trending"])
def test_pages_follow_each_other_without_gap_or_repetition(ada, adas, order):
    for number in range(7):
        new_image(ada, tags=tuple(f"tag {n}" for n in range(number)))
        new_image(ada, tags=("tag 3", f"hidden {number}"), visibility="private", uploaded_at=timezone.now())
    whole = tags(adas, ordering=order, page_size=100)
    paged = [name for page in range(1, 6) for name in tags(adas, ordering=order, page_size=3, page=page)]
    assert (len(whole), paged) == (13, list(whole))
    assert adas.get("/api/tags", {"ordering": order, "page_size": 3}).json()["count"] == 13


@pytest.mark.parametrize("query", [{"ordering": "size"}, {"page": "x"}, {"page_size": "0"}])
def test_what_is_asked_wrong_is_named(visitor, query):
    answer = visitor.get("/api/tags", query)
    assert (answer.status_code, set(codes(answer))) == (400, set(query))


def test_a_page_past_the_end_is_absent(visitor):
    assert visitor.get("/api/tags?page=2").status_code == 404


@pytest.mark.parametrize(("order", "most"), [("popular", 2), ("name", 2), ("trending", 4)])
def test_it_costs_a_fixed_number_of_queries(ada, visitor, django_assert_num_queries, order, most):
    for number in range(30):
        new_image(ada, tags=(f"tag {number}", "sea"), uploaded_at=timezone.now())
    with django_assert_num_queries(most):
        assert len(tags(visitor, ordering=order)) == 24

"""Copies made to order are drawn once, found again, and forgotten."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.actions import change_preferences
from gallery import copies
from gallery.models import Image, Rendition
from gallery.storage import originals, renditions
from gallery.tasks import forget_unused_copies, render_image, renew_credits
from gallery.tests.library import codes, upload
from gallery.tests.ordering import order, ordered
from gallery.tests.pictures import jpeg

NOON = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)


@pytest.fixture
def picture(adas):
    return upload(adas, visibility="public")["id"]


def made():
    return Rendition.objects.exclude(used_at=None)


def test_what_was_drawn_is_found_again(adas, picture):
    first = order(adas, picture, width=100)
    (row,) = made()
    assert (row.width, row.height, row.bytes) == (100, 75, len(first.getvalue()))
    originals().delete(Image.objects.get().file.stored_name)
    again = order(adas, picture, width=100)
    assert (again.status_code, again.getvalue(), again.headers["ETag"]) == (
        200,
        first.getvalue(),
        first.headers["ETag"],
    )


@pytest.mark.parametrize(
    "other", [{"height": 75}, {"width": 100, "height": 100}, {"crop": "0,0,400,300", "width": 100}]
)
def test_other_words_for_the_same_find_it_too(adas, picture, other):
    order(adas, picture, width=100)
    order(adas, picture, **other)
    assert made().count() == 1


def test_a_client_that_has_it_is_not_sent_it_again(visitor, picture):
    tag = order(visitor, picture, width=100).headers["ETag"]
    again = visitor.get(f"/api/images/{picture}/rendition?width=100&format=png", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("who", "visibility", "caching"),
    [
        ("visitor", "public", "public, max-age=300, stale-while-revalidate=60"),
        ("owner", "public", "private, max-age=300"),
        ("owner", "private", "private, max-age=300"),
    ],
)
def test_what_its_owner_gets_enters_no_shared_cache(adas, visitor, who, visibility, caching):
    picture = upload(adas, visibility=visibility)["id"]
    answer = order(visitor if who == "visitor" else adas, picture)
    headers = answer.headers
    assert (headers["Cache-Control"], headers["X-Content-Type-Options"]) == (caching, "nosniff")
    assert {"Authorization", "Cookie"} <= {name.strip() for name in headers["Vary"].split(",")}
    assert "Last-Modified" in headers


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"cut")])
def test_one_that_is_missing_or_cut_short_on_the_shelf_is_drawn_again(adas, picture, harm):
    whole = order(adas, picture, width=100).getvalue()
    harm(renditions().path(made().get().stored_name))
    assert order(adas, picture, width=100).getvalue() == whole
    assert renditions().size(made().get().stored_name) == len(whole)


def test_without_the_original_nothing_can_be_drawn_and_nothing_is_left(adas, picture):
    originals().delete(Image.objects.get().file.stored_name)
    adas.raise_request_exception = False
    answer = order(adas, picture, width=100)
    assert (answer.status_code, codes(answer)) == (503, {None: "unavailable"})
    assert list((renditions().root.parent / "staging").iterdir()) == []


def test_a_use_is_noted_once_a_day(adas, picture):
    noted = []
    for hours in (0, 23, 25):
        with time_machine.travel(NOON + timedelta(hours=hours), tick=False):
            order(adas, picture, width=100)
        noted.append((made().get().used_at - NOON) // timedelta(hours=1))
    assert noted == [0, 0, 25]


def test_what_nobody_asked_for_in_a_month_goes_and_the_standing_ones_stay(
    adas, picture, django_capture_on_commit_callbacks
):
    with time_machine.travel(NOON - timedelta(days=31), tick=False):
        order(adas, picture, width=100)
    order(adas, picture, width=200)
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_unused_copies.call() == 1
    assert [row.width for row in made()] == [200]
    assert set(renditions().names()) == set(Rendition.objects.values_list("stored_name", flat=True))
    assert Rendition.objects.filter(used_at=None).exists()


def test_of_too_many_those_longest_unused_go(adas, picture, monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(copies, "MOST_OF_ONE", 2)
    with django_capture_on_commit_callbacks(execute=True):
        for day, width in enumerate((100, 200, 300)):
            with time_machine.travel(NOON + timedelta(days=day), tick=False):
                order(adas, picture, width=width)
    assert {row.width for row in made()} == {200, 300}
    assert set(renditions().names()) == set(Rendition.objects.values_list("stored_name", flat=True))


def test_a_change_of_credit_forgets_them_and_draws_the_standing_ones_anew(
    ada, adas, picture, django_capture_on_commit_callbacks
):
    render_image.call(picture)
    ordered(adas, picture, width=100)
    standing = Rendition.objects.filter(used_at=None).count()
    change_preferences(user=ada, changes={"copyright_notice": "© Ada Ltd"})
    with django_capture_on_commit_callbacks(execute=True):
        assert renew_credits.call(str(ada.pk)) == standing
    assert not made().exists()
    assert set(renditions().names()) == set(Rendition.objects.values_list("stored_name", flat=True))


def test_even_before_that_no_old_credit_is_handed_out(ada, adas, picture):
    before = ordered(adas, picture, width=100).getexif()[0x8298]
    change_preferences(user=ada, changes={"copyright_notice": "(c) Ada Ltd"})
    assert ordered(adas, picture, width=100).getexif()[0x8298] == "(c) Ada Ltd" != before
    assert made().count() == 1


def test_they_go_with_their_picture(adas, picture, django_capture_on_commit_callbacks):
    ordered(adas, picture, width=100)
    with django_capture_on_commit_callbacks(execute=True):
        adas.delete(f"/api/images/{picture}")
    assert list(renditions().names()) == []


def test_pictures_do_not_share_them(adas, picture):
    other = upload(adas, jpeg(200, 200))["id"]
    assert ordered(adas, picture, width=100).size == (100, 75)
    assert ordered(adas, other, width=100).size == (100, 100)


def test_one_that_is_kept_costs_few_queries(visitor, picture, django_assert_max_num_queries):
    order(visitor, picture, width=100)
    with django_assert_max_num_queries(3):
        order(visitor, picture, width=100)

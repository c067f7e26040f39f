"""The copies of works under their mark are drawn beforehand, bear the credit, and go when they are outdated."""

import pytest
from django_tasks_db.models import DBTaskResult

from gallery.actions.artworks import change_artwork
from gallery.actions.presentation import change_public_size
from gallery.imaging.darkroom import DarkroomBusy
from gallery.models import Image, Rendition
from gallery.storage import originals, renditions
from gallery.tasks import mark_images, render_image, renew_credit, renew_shown
from gallery.tests.library import codes
from gallery.tests.pictures import jpeg
from gallery.tests.showing import ask, is_marked, mark, opened, seen, show, view_of


@pytest.fixture
def work(adas, ada):
    return show(adas, ada)


def asked(task):
    """With what this task waits to be run."""
    return [row.args_kwargs["args"][0] for row in DBTaskResult.objects.filter(task_path=f"gallery.tasks.{task}")]


def marked_rows():
    return Rendition.objects.filter(size__contains="-w")


def drawn():
    """Which sizes are drawn under a mark, in which formats."""
    return sorted((row.size.partition("-")[0], row.format) for row in marked_rows())


def test_the_task_draws_every_size_within_the_limit_and_draws_nothing_twice(work, ada, adas):
    change_public_size(by=ada, size="medium")
    mark(adas)
    assert mark_images.call([view_of(work)]) == 6
    assert drawn() == [(size, kind) for size in ("medium", "small", "square") for kind in ("jpeg", "webp")]
    assert mark_images.call([view_of(work)]) == renew_shown.call(str(ada.pk)) == 0


def test_what_the_task_draws_bears_the_mark_and_is_what_a_request_would_draw(work, ada, adas, visitor):
    mark(adas)
    requested = ask(visitor, work, format="jpeg")
    Rendition.objects.all().delete()
    renew_shown.call(str(ada.pk))
    assert ask(visitor, work, format="jpeg")["ETag"] == requested["ETag"]
    for row in marked_rows():
        assert is_marked(opened(renditions().path(row.stored_name).read_bytes())), row


def test_a_work_that_becomes_public_asks_for_them(work, ada, adas):
    change_artwork(artwork=work, by=ada, status="draft")
    mark(adas)
    assert asked("mark_images") == []
    change_artwork(artwork=work, by=ada, status="published")
    assert asked("mark_images") == [[view_of(work)]]


def test_without_a_mark_nobody_asks_for_any(work, ada):
    assert asked("mark_images") == []
    assert mark_images.call([view_of(work)]) == 0


@pytest.mark.parametrize(
    ("changes", "times"),
    [
        ([{}], 1), ([{}, {}], 1), ([{}, {"text": "© Ben"}], 2), ([{}, {"enabled": False}], 2),
        ([{"enabled": False}], 0), ([{"enabled": False}, {"enabled": False, "text": "other"}], 0),
    ],
)  # fmt: skip
def test_a_change_of_the_mark_that_others_see_asks_for_them_and_no_other(work, ada, adas, changes, times):
    for change in changes:
        mark(adas, **change)
    assert asked("renew_shown") == [str(ada.pk)] * times


def test_another_limit_asks_for_them_and_the_same_one_does_not(work, ada):
    change_public_size(by=ada, size="large")
    assert asked("renew_shown") == []
    change_public_size(by=ada, size="xlarge")
    assert asked("renew_shown") == [str(ada.pk)]


def test_those_under_another_mark_go_with_their_bytes(work, ada, adas, django_capture_on_commit_callbacks):
    mark(adas)
    renew_shown.call(str(ada.pk))
    before = set(marked_rows().values_list("stored_name", flat=True))
    mark(adas, text="© Ben")
    with django_capture_on_commit_callbacks(execute=True):
        assert renew_shown.call(str(ada.pk)) == len(before)
    assert before.isdisjoint(marked_rows().values_list("stored_name", flat=True))
    assert before.isdisjoint(renditions().names())


def test_turning_it_off_and_on_again_draws_nothing(work, ada, adas):
    mark(adas)
    renew_shown.call(str(ada.pk))
    for enabled in (False, True):
        mark(adas, enabled=enabled)
        assert renew_shown.call(str(ada.pk)) == 0
    assert len(marked_rows()) == 8


def test_they_are_not_taken_for_the_copies_of_the_library(work, ada, adas):
    mark(adas)
    renew_shown.call(str(ada.pk))
    render_image.call(view_of(work))
    assert not is_marked(opened(adas.get(f"/api/images/{view_of(work)}/thumbnail?format=webp").getvalue()))
    assert render_image.call(view_of(work)) == 0


def test_they_say_the_credit_and_are_drawn_anew_when_it_changes(work, ada, adas):
    mark(adas)
    renew_shown.call(str(ada.pk))
    adas.patch(f"/api/images/{view_of(work)}", {"copyright_notice": "(c) the museum"})
    renew_credit.call(view_of(work))
    assert {is_told(row) for row in marked_rows()} == {True}
    assert len(marked_rows()) == 8


def is_told(row):
    return b"(c) the museum" in renditions().path(row.stored_name).read_bytes()


def test_one_that_is_lost_from_the_shelf_is_drawn_again(work, adas, visitor):
    mark(adas)
    first = ask(visitor, work).getvalue()
    renditions().delete(marked_rows().get().stored_name)
    assert ask(visitor, work).getvalue() == first


def test_one_picture_that_cannot_be_drawn_holds_up_no_other(work, ada, adas):
    other = show(adas, ada, jpeg())
    mark(adas)
    originals().delete(Image.objects.get(pk=view_of(work)).file.stored_name)
    assert renew_shown.call(str(ada.pk)) == 8
    assert set(marked_rows().values_list("image", flat=True)) == {Image.objects.get(pk=view_of(other)).pk}


def test_while_too_many_are_being_drawn_it_is_told_to_come_again(work, adas, visitor, monkeypatch):
    mark(adas)

    def busy(*_args, **_options):
        raise DarkroomBusy("for the test")

    monkeypatch.setattr("gallery.imaging.darkroom._do", busy)
    visitor.raise_request_exception = False
    answer = ask(visitor, work)
    assert (answer.status_code, codes(answer), answer["Retry-After"]) == (503, {None: "busy"}, "5")


def test_a_work_thumbnail_costs_one_query(work, adas, visitor, django_assert_num_queries):
    mark(adas)
    for _ in range(2):
        seen(visitor, work)
    with django_assert_num_queries(1):
        ask(visitor, work)
    picture = view_of(work)
    with django_assert_num_queries(1):
        ask(visitor, work, image=picture)

"""Works one after the other, as a portfolio laid out as a slideshow includes them."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string

from gallery.tests.works import new_work
from portfolio.hanging.slides import slides
from portfolio.hanging.works import tell_cards
from portfolio.tests.reading import Page

pytestmark = pytest.mark.same_on_any_database


@pytest.fixture
def shown(ada, show):
    works = [new_work(ada, "Wide", images=(show(ada),)), new_work(ada, "Tall", images=(show(ada, width=1000),))]
    return slides(tell_cards([work.pk for work in works], viewer=AnonymousUser()))


def test_each_work_has_room_in_its_own_proportions(shown):
    assert [(slide.title, slide.width, slide.height) for slide in shown] == [("Wide", 1280, 853), ("Tall", 640, 1280)]


def test_copies_are_chosen_by_the_height_of_the_screen_too(shown):
    assert [slide.sizes for slide in shown] == ["min(100vw, 117.0svh)", "min(100vw, 39.0svh)"]


def test_the_first_is_loaded_at_once_and_the_others_as_they_come(shown):
    assert [slide.is_first for slide in shown] == [True, False]


def test_a_mature_work_is_veiled_here_as_elsewhere(ada, show):
    work = new_work(ada, images=(show(ada),), is_mature=True)
    assert [slide.is_veiled for slide in slides(tell_cards([work.pk], viewer=AnonymousUser()))] == [True]
    assert [slide.is_veiled for slide in slides(tell_cards([work.pk], viewer=ada))] == [False]


def test_the_strip_is_a_named_region_that_keys_reach_without_script(shown):
    page = Page(render_to_string("portfolio/_slides.html", {"slides": shown}))
    strip = page.one("div", role="region")
    assert (strip["tabindex"], strip["aria-label"]) == ("0", "Works, one beside the other")
    assert [link["href"] for link in page.all("a")] == [slide.href for slide in shown]


def test_what_needs_script_is_hidden_until_script_shows_it(shown):
    page = Page(render_to_string("portfolio/_slides.html", {"slides": shown}))
    assert all("hidden" in button.attributes for button in page.all("button"))

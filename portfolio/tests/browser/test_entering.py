"""The steps of an entry in a browser: nobody is kept out of them, and nothing runs over the edge."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from gallery.tests.works import upload_work
from portfolio.tests.entries import new_exhibition


@pytest.fixture
def call(ada, ben, client_of):
    for title in ("Dunes", "Harbour"):
        upload_work(client_of(ada), title=title)
    return new_exhibition(ben)


def walk(site, call, look: Callable[[], None]) -> None:
    """From the works to the question whether it shall be withdrawn, with a look at each page."""
    site.sign_in("ada")
    page = site.open(f"/exhibitions/{call.pk}/submit")
    page.get_by_role("checkbox", name="Dunes").check()
    page.get_by_role("button", name="On to the statement").click()
    look()
    page.get_by_label("Your statement").fill("Of the sea.")
    page.get_by_role("button", name="Back to the works").click()
    look()
    page.get_by_role("button", name="On to the statement").click()
    expect(page.get_by_label("Your statement")).to_have_value("Of the sea.")
    for way in ("button", "On to a last look"), ("button", "Send it"), ("link", "Withdraw"):
        page.get_by_role(way[0], name=way[1]).click()
        look()
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_role("link", name="Submit it again")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (768, "light"), (1440, "light")])
def test_each_step_is_open_to_everyone_at_any_width(site, axe, call, width, scheme):
    def look() -> None:
        site.page.wait_for_load_state()
        assert site.overflow() <= 0
        axe(site)

    site.look(width=width, scheme=scheme)
    walk(site, call, look)


def test_all_steps_are_walked_without_script(site_without_script, call):
    walk(site_without_script, call, site_without_script.page.wait_for_load_state)

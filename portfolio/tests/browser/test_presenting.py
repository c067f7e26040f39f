"""Works full screen, and in a strip on a portfolio's page: one after the other, by key, click and address."""

import pytest
from playwright.sync_api import expect

from accounts.models import Artist
from gallery.tests.pictures import jpeg
from gallery.tests.works import upload_work
from portfolio.models import Portfolio

TITLES = ["Ebb", "Dusk", "Coast"]  # newest first


@pytest.fixture
def works(ada, client_of) -> list[str]:
    """The ids of three works of hers, newest first."""
    Artist.objects.filter(pk=ada.pk).update(artist_name="Ada Brand")
    client = client_of(ada)
    made = [upload_work(client, jpeg(400 + number, 300), title=title) for number, title in enumerate(TITLES[::-1])]
    return [work["id"] for work in made[::-1]]


def is_seen(page, title: str) -> None:
    expect(page.get_by_role("figure", name=title).locator("img")).to_be_in_viewport(ratio=0.9)


def test_it_is_walked_through_by_key_and_the_address_follows(site, works, axe):
    page = site.open("/@ada/present")
    is_seen(page, "Ebb")
    axe(site)
    for key, number in [("ArrowRight", 1), (" ", 2), ("ArrowRight", 2), ("Shift+ ", 1), ("Home", 0), ("End", 2)]:
        page.keyboard.press(key)
        expect(page.locator(".bar .counter")).to_have_text(f"{number + 1} / 3")
        is_seen(page, TITLES[number])
    assert page.url.endswith(f"#{works[2]}")
    expect(page.get_by_role("status")).to_have_text("3 of 3: Coast")
    page.keyboard.press("Escape")
    page.wait_for_url("**/@ada")


def test_a_click_at_either_side_turns(site, works):
    page = site.open("/@ada/present")
    for x, title in [(1300, "Dusk"), (720, "Dusk"), (1300, "Coast"), (100, "Dusk")]:
        page.mouse.click(x, 450)
        is_seen(page, title)


@pytest.mark.parametrize("fragment", ["2", "id"])
def test_it_opens_at_the_work_that_the_address_names(site, works, fragment):
    page = site.open(f"/@ada/present#{works[1] if fragment == 'id' else fragment}")
    is_seen(page, "Dusk")
    expect(page.locator(".bar .counter")).to_have_text("2 / 3")


def test_what_is_not_the_work_goes_while_nothing_moves_and_comes_back(site, works):
    page = site.page
    page.clock.install()
    site.open("/@ada/present")
    element = page.locator("atelier-presentation")
    page.clock.run_for(3100)
    expect(element).to_have_class("resting")
    page.mouse.move(300, 300)
    expect(element).not_to_have_class("resting")
    page.clock.run_for(3100)
    page.get_by_role("link", name="Leave the presentation").focus()
    expect(page.locator(".bar")).to_have_css("opacity", "1")


def test_it_fills_the_screen_at_a_key_and_gives_it_back(site, works):
    page = site.open("/@ada/present")
    button = page.get_by_role("button", name="Full screen")
    page.keyboard.press("f")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_without_script_it_scrolls_and_leads_back(site_without_script, works):
    page = site_without_script.open(f"/@ada/present#{works[1]}")
    is_seen(page, "Dusk")
    page.get_by_role("link", name="Leave the presentation").click()
    page.wait_for_url("**/@ada")


def test_a_strip_on_a_page_turns_by_button_and_key_and_says_where_it_is(site, ada, works):
    Portfolio.objects.create(artist=ada, layout="slideshow")
    page = site.open("/@ada")
    strip = page.locator("atelier-slideshow")
    expect(strip.get_by_role("status")).to_have_text("1 / 3")
    strip.get_by_role("button", name="Next work").click()
    expect(strip.get_by_role("status")).to_have_text("2 / 3")
    is_seen(strip, "Dusk")
    strip.locator(".strip").focus()
    page.keyboard.press("ArrowRight")
    is_seen(strip, "Coast")
    expect(strip.get_by_role("button", name="Next work")).to_have_attribute("aria-disabled", "true")


def test_a_strip_stays_at_its_first_work_where_for_a_moment_all_are_seen(site, ada, works):
    Portfolio.objects.create(artist=ada, layout="slideshow")
    page = site.open("/@ada")
    expect(page.locator(".slides .counter")).to_have_text("1 / 3")
    for basis in ("20%", "100%"):
        page.evaluate(
            "basis => document.querySelectorAll('.strip li').forEach(item => { item.style.flexBasis = basis; })", basis
        )
        page.wait_for_timeout(200)
    expect(page.locator(".slides .counter")).to_have_text("1 / 3")

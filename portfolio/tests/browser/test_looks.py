"""A portfolio in each of its looks, in a browser."""

import re
from itertools import cycle

import pytest
from playwright.sync_api import expect

from gallery.tests.pictures import jpeg
from gallery.tests.showing import opened
from gallery.tests.works import upload_work
from portfolio.actions.profiles import change_artist
from portfolio.looks.themes import Theme
from portfolio.models import Layout
from portfolio.tests.browser.accessibility import barriers
from portfolio.tests.browser.site import DESK, PHONE, SCHEMES, TABLET

SHAPES = ((640, 420), (420, 600), (800, 400))


@pytest.fixture
def works(ada, client_of):
    """A few of hers, wide and tall; their titles, newest first."""
    adas = client_of(ada)
    for number, shape in enumerate(SHAPES):
        upload_work(adas, jpeg(*shape), title=f"Study {number}")
    return [f"Study {number}" for number in reversed(range(len(SHAPES)))]


@pytest.mark.parametrize("layout", Layout.values)
def test_a_portfolio_shows_every_work_on_every_screen_and_nothing_jumps(site, ada, works, layout):
    change_artist(by=ada, portfolio={"layout": layout, "sections": ["works"]})
    for width in (PHONE, TABLET, DESK):
        site.look(width=width)
        page = site.open("/@ada")
        for title in works:
            expect(page.locator("main").get_by_role("link", name=title)).to_have_count(1)
        expect(page.locator("main img").first).to_be_in_viewport()
        page.wait_for_load_state("networkidle")
        assert site.overflow() <= 0
        assert site.shifted() < 0.01


def test_a_portfolio_keeps_nobody_out_in_any_theme(site, ada, works):
    found = []
    for theme, layout in zip(Theme.values, cycle(Layout.values), strict=False):
        change_artist(by=ada, portfolio={"theme": theme, "layout": layout})
        page = site.open("/@ada")
        expect(page.locator("html")).to_have_attribute("data-theme", theme)
        for scheme in SCHEMES:
            site.look(scheme=scheme)
            found += barriers(page, where=f"{theme}, {layout}, {scheme}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", ["classic", "dark", "salon"])
def test_no_shadow_of_a_frame_falls_on_a_title(site, ada, works, theme):
    change_artist(by=ada, portfolio={"theme": theme, "sections": ["works"]})
    site.look(width=PHONE)
    title = site.open("/@ada").locator("figcaption .title").first
    seen = site.page.evaluate("getComputedStyle(document.body).color")
    ink = tuple(int(part) for part in re.findall(r"\d+", seen))
    shot = opened(title.screenshot()).convert("RGB")
    shades = shot.getcolors(shot.width * shot.height)
    assert min(sum(abs(a - b) for a, b in zip(ink, shade, strict=True)) for _count, shade in shades) < 60

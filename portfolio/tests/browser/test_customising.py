"""The look of a portfolio, chosen in a browser."""

import pytest
from playwright.sync_api import expect

from gallery.tests.works import upload_work
from portfolio.models import Portfolio


@pytest.fixture
def adas(ada, client_of):
    return upload_work(client_of(ada), title="Harbour")


def test_each_change_shows_in_the_preview_and_is_kept_when_saved(site, axe, adas):
    site.sign_in("ada")
    page = site.open("/studio/portfolio")
    frame = page.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("data-theme", "paper")
    page.get_by_label("Salon").check(force=True)
    expect(frame.locator("html")).to_have_attribute("data-theme", "salon")
    page.get_by_label("Accent", exact=True).fill("#111111")
    expect(frame.get_by_role("status")).to_contain_text("nearest tone")
    page.get_by_label("Accent", exact=True).fill("#ffcc00")
    expect(frame.get_by_role("status")).to_have_count(0)
    page.get_by_role("button", name="Move “All works” up").click()
    expect(page.get_by_role("button", name="Move “All works” up")).to_be_focused()
    axe(site)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_have_text("Saved.")
    kept = Portfolio.objects.get()
    assert (kept.theme, kept.accent, kept.sections[1]) == ("salon", "#ffcc00", "works")


def test_without_script_a_button_fills_the_preview(site_without_script, adas):
    site = site_without_script
    site.sign_in("ada")
    page = site.open("/studio/portfolio")
    page.get_by_label("Bold").check(force=True)
    page.get_by_label("Place of “All works”").fill("1")
    page.get_by_role("button", name="Preview").click()
    expect(page.frame_locator("iframe").locator("html")).to_have_attribute("data-theme", "bold")
    assert not Portfolio.objects.exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_portfolio_in_every_theme_and_layout_is_open_to_everyone(site, axe, ada, adas, scheme):
    site.look(scheme=scheme)
    looks = zip(
        ["paper", "minimal", "classic", "modern", "dark", "bold", "salon"],
        ["grid", "columns", "slideshow", "justified"] * 2,
        strict=False,
    )
    for theme, layout in looks:
        look = {"theme": theme, "layout": layout, "accent": "", "cover_id": adas["id"]}
        Portfolio.objects.update_or_create(artist=ada, defaults=look)
        site.open("/@ada")
        axe(site)

"""In a browser: the settings are open to everyone, and the watermark is seen before it is saved."""

import pytest
from playwright.sync_api import expect

from accounts.models import AccessToken
from gallery.models import Watermark
from gallery.tests.pictures import jpeg
from gallery.tests.works import upload_work
from portfolio.tests.browser.site import DESK, PHONE, wait_until

PAGES = (
    "/studio/profile",
    "/studio/profile/portrait",
    "/studio/portfolio",
    "/studio/watermark",
    "/studio/rights",
    "/studio/commissions",
    "/studio/account",
)
DRAWN = "document.querySelector('[data-preview]').naturalWidth > 0 && !document.querySelector('[aria-busy]')"


@pytest.fixture
def adas(ada, client_of):
    return upload_work(client_of(ada), title="Harbour")


def test_every_page_of_the_settings_is_open_to_everyone_in_either_scheme(site, axe, adas, ada):
    AccessToken.objects.create(user=ada, name="Backup of an atelier " * 4, prefix="atl_abcd", digest="0" * 64)
    site.sign_in("ada")
    for path in PAGES:
        site.look(width=DESK, scheme="light")
        page = site.open(path)
        page.locator("details").evaluate_all("(all) => all.forEach((each) => (each.open = true))")
        axe(site)
        site.look(width=PHONE, scheme="dark")
        axe(site)
        assert site.overflow() == 0, path


def test_the_picture_follows_each_change_of_the_mark_and_it_is_kept_when_saved(site, adas):
    site.sign_in("ada")
    page = site.open("/studio/watermark")
    picture = page.get_by_alt_text("Your picture under this watermark")
    wait_until(page, DRAWN)
    bare = page.request.get(site.base + picture.get_attribute("src")).body()
    page.get_by_label("Text", exact=True).fill("© Ada")
    page.get_by_label("Place").select_option("tile")
    page.get_by_label("Opacity").fill("90")
    expect(page.get_by_text("90 %")).to_be_visible()
    wait_until(page, f"document.querySelector('[data-preview]').src.includes('opacity=90') && {DRAWN}")
    assert page.request.get(picture.get_attribute("src")).body() != bare
    assert not Watermark.objects.exists()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").filter(has_text="Saved.")).to_be_visible()
    assert Watermark.objects.values_list("text", "position", "opacity").get() == ("© Ada", "tile", 0.9)


def test_a_portrait_is_seen_before_it_is_sent(site, ada):
    site.sign_in("ada")
    page = site.open("/studio/profile/portrait")
    seen = page.get_by_role("img", name="How it will look")
    expect(seen).to_be_hidden()
    page.get_by_label("A new picture").set_input_files({"name": "me.jpg", "mimeType": "image/jpeg", "buffer": jpeg()})
    expect(seen).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").filter(has_text="Your portrait is saved.")).to_be_visible()

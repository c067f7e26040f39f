"""Liking, passing on and following, in a browser: in place with script, and by the page without."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import Statistics
from gallery.models import Artwork
from gallery.tests.works import upload_work
from social.actions.blocks import set_block


@pytest.fixture
def harbour(ada, client_of):
    """A work of hers, and its address."""
    return f"/artworks/{upload_work(client_of(ada), title='Harbour')['id']}"


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def bens(request, enter, ben):
    """The site with him signed in, in a browser that runs scripts, and in one that runs none."""
    site = enter(java_script_enabled=request.param)
    site.sign_in("ben")
    return site


def heart(page):
    return page.get_by_role("button", name="Like")


def test_a_work_is_liked_and_liked_no_longer(bens, harbour):
    page = bens.open(harbour)
    heart(page).click()
    expect(heart(page)).to_have_attribute("aria-pressed", "true")
    expect(heart(page)).to_have_accessible_name("Like 1 like")
    assert Artwork.objects.get().like_count == 1
    heart(page).press("Enter")
    expect(heart(page)).to_have_attribute("aria-pressed", "false")
    expect(heart(page)).to_have_accessible_name("Like 0 likes")


def test_with_script_the_focus_and_the_place_stay(site, ben, harbour):
    site.sign_in("ben")
    page = site.open(harbour)
    heart(page).focus()
    page.keyboard.press("Space")
    expect(heart(page)).to_have_attribute("aria-pressed", "true")
    expect(heart(page)).not_to_have_attribute("aria-busy", "true")
    expect(heart(page)).to_be_focused()
    expect(page).to_have_url(site.base + harbour)


def test_what_is_refused_is_taken_back_and_told_in_words(site, ada, ben, harbour):
    site.sign_in("ben")
    page = site.open(harbour)
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    with site.expecting(403):
        heart(page).click()
        expect(page.locator("atelier-toggle [role=alert]")).to_have_text("You have been blocked from this.")
    expect(heart(page)).to_have_attribute("aria-pressed", "false")


def test_where_nobody_answers_it_says_so(site, ben, harbour):
    site.sign_in("ben")
    page = site.open(harbour)
    page.route(
        "**/like", lambda route: route.fulfill(status=502, body="<h1>Bad gateway</h1>", content_type="text/html")
    )
    with site.expecting(502):
        heart(page).click()
        expect(page.locator("atelier-toggle [role=alert]")).to_have_text("That did not work. Please try again.")
    expect(heart(page)).to_have_attribute("aria-pressed", "false")


def test_who_is_signed_out_meanwhile_is_led_to_sign_in(site, ben, harbour):
    site.sign_in("ben")
    page = site.open(harbour)
    page.context.clear_cookies(name="sessionid")
    with site.expecting(401):
        heart(page).click()
        page.wait_for_url(re.compile("/login"))
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_an_address_is_copied_and_counted(site, harbour):
    site.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = site.open(harbour)
    page.get_by_text("Share", exact=False).first.click()
    page.get_by_role("button", name="Copy the address").click()
    expect(page.locator("atelier-share [role=status]")).to_have_text("The address is copied.")
    assert page.evaluate("() => navigator.clipboard.readText()") == site.base + harbour
    expect(page.locator("summary [data-number=share_count]")).to_have_text("1")


def test_the_browsers_own_sheet_goes_before(site, harbour):
    site.page.add_init_script("navigator.share = async (told) => { window.told = told; }")
    page = site.open(harbour)
    page.locator("#share summary").click()
    expect(page.locator("summary [data-number=share_count]")).to_have_text("1")
    assert page.evaluate("() => window.told") == {"title": "Harbour, ada", "url": site.base + harbour}
    expect(page.locator("#share form")).to_be_hidden()


def test_who_closes_the_sheet_has_passed_nothing_on(site, harbour):
    site.page.add_init_script("navigator.share = async () => { throw new DOMException('closed', 'AbortError'); }")
    page = site.open(harbour)
    page.locator("#share summary").click()
    expect(page.locator("#share form")).to_be_hidden()
    assert Artwork.objects.get().share_count == 0


def test_without_script_the_page_comes_back_with_the_address(site_without_script, harbour):
    page = site_without_script.open(harbour)
    page.locator("#share summary").click()
    page.get_by_role("button", name="Copy the address").click()
    expect(page).to_have_url(re.compile(r"\?share=link#share$"))
    expect(page.get_by_label("Address of this work")).to_have_value(site_without_script.base + harbour)
    page.get_by_role("button", name="Write a mail").click()
    expect(page.get_by_role("link", name="Open your mail program")).to_have_attribute("href", re.compile("^mailto:"))
    assert Artwork.objects.get().share_count == 2


def test_an_artist_is_followed_and_followed_no_longer(bens, ada):
    page = bens.open("/@ada")
    page.get_by_role("button", name="Follow").click()
    expect(page.get_by_role("button", name="Following (stop following)")).to_be_visible()
    expect(page.get_by_role("link", name="1 follower", exact=True)).to_be_visible()
    assert Statistics.objects.get(user=ada).follower_count == 1
    page.get_by_role("button", name="Following").click()
    expect(page.get_by_role("button", name="Follow", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="0 followers")).to_be_visible()


def test_an_artist_is_blocked_and_let_near_again(bens, axe, ada):
    page = bens.open("/@ada")
    page.locator("#standing summary").click()
    page.get_by_role("link", name="Block").click()
    page.get_by_role("button", name="Block").click()
    expect(page.get_by_text("You have blocked this artist.")).to_be_visible()
    page.locator("#standing summary").click()
    page.get_by_role("link", name="Lift the block").click()
    page.get_by_role("button", name="Lift the block").click()
    expect(page.get_by_role("button", name="Follow", exact=True)).to_be_visible()


def test_the_menu_and_the_sheet_are_open_to_everyone(site, axe, ben, ada, harbour):
    site.sign_in("ben")
    page = site.open(harbour)
    page.locator("#share summary").click()
    axe(site)
    page.keyboard.press("Escape")
    expect(page.locator("#share form")).to_be_hidden()
    site.open("/@ada").locator("#standing summary").click()
    axe(site)

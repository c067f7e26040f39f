"""In a browser: what is typed in the studio is not lost, whatever happens to the session or the line."""

import pytest
from playwright.sync_api import expect

from accounts.models import Artist, Session
from conftest import PASSWORD

PROFILE, ABOUT = "/studio/profile", "Paints the harbour, mostly at night."
IMPATIENT_CLICKS = """() => {
    const button = document.querySelector("atelier-kept [type=submit]");
    for (const moment of [0, 1200, 1800]) setTimeout(() => button.click(), moment);
}"""


@pytest.fixture
def page(site, ada):
    site.sign_in("ada")
    page = site.open(PROFILE)
    page.get_by_label("About you").fill(ABOUT)
    return page


def about_ada() -> str:
    return Artist.objects.get(user__username="ada").bio


def test_a_reload_gives_back_what_was_typed_and_saving_it_ends_that(site, axe, page):
    site.open(PROFILE)
    back = page.get_by_role("status").filter(has_text="What you had typed is back.")
    expect(back).to_be_visible()
    expect(page.get_by_label("About you")).to_have_value(ABOUT)
    axe(site)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_have_text("Saved.")
    assert about_ada() == ABOUT
    site.open(PROFILE)
    expect(page.get_by_label("About you")).to_have_value(ABOUT)
    expect(back).to_have_count(0)
    page.get_by_label("About you").fill("Something else")
    for number in range(4):
        page.get_by_role("button", name="Another link").click()
        page.get_by_label("Address").last.fill(f"https://example.org/{number}")
    page.reload()
    expect(page.get_by_label("Address").last).to_have_value("https://example.org/3")
    page.get_by_role("button", name="Discard it").click()
    expect(back).to_have_count(0)
    expect(page.get_by_label("About you")).to_have_value(ABOUT)


def test_an_ended_session_asks_for_the_password_and_goes_on(site, axe, page):
    Session.objects.all().delete()
    page.context.clear_cookies()
    with site.expecting(401):
        page.get_by_role("button", name="Save").click()
        dialog = page.get_by_role("dialog", name="Sign in again")
        expect(dialog.get_by_label("Username")).to_have_value("ada")
        expect(dialog.get_by_label("Password")).to_be_focused()
        axe(site)
        dialog.get_by_label("Password").fill("wrong")
        dialog.get_by_role("button", name="Sign in").click()
        expect(dialog.get_by_role("alert")).to_have_text("Name and password do not belong together.")
        dialog.get_by_role("button", name="Not now").click()
        expect(page.get_by_label("About you")).to_have_value(ABOUT)
        assert about_ada() == ""
        page.get_by_role("button", name="Save").click()
        dialog.get_by_label("Password").fill(PASSWORD)
        dialog.get_by_label("Password").press("Enter")
        expect(page.get_by_role("status")).to_have_text("Saved.")
    assert about_ada() == ABOUT


def test_without_a_line_nothing_is_sent_and_what_was_typed_stays(site, page):
    page.context.set_offline(True)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("There is no connection.")
    expect(page.get_by_label("About you")).to_have_value(ABOUT)
    page.context.set_offline(False)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_have_text("Saved.")
    assert about_ada() == ABOUT
    site.troubles = [trouble for trouble in site.troubles if "ERR_INTERNET_DISCONNECTED" not in trouble]


def test_only_what_was_typed_comes_back_and_lines_that_were_removed_stay_away(site, page):
    ada, address = Artist.objects.filter(user__username="ada"), page.get_by_label("Address")
    ada.update(social_links={each: f"https://example.org/{each}" for each in ("one", "two")})
    site.open(PROFILE)
    page.get_by_label("About you").fill("Something else")
    page.get_by_role("button", name="Remove this link").first.click()
    ada.update(location="Lisbon")
    site.open(PROFILE)
    expect(page.get_by_label("About you")).to_have_value("Something else")
    expect(page.get_by_label("Where you work")).to_have_value("Lisbon")
    expect(address).to_have_count(1)
    expect(address).to_have_value("https://example.org/two")


def test_impatient_clicks_send_a_form_once(site, page):
    held = []
    page.route(f"**{PROFILE}", lambda route: held.append(route))
    page.evaluate(IMPATIENT_CLICKS)
    page.wait_for_timeout(3000)  # behind the last click, and what it would have sent
    assert len(held) == 1
    held[0].continue_()
    expect(page.get_by_role("status")).to_have_text("Saved.")

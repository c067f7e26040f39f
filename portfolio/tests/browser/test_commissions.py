"""A commission in a browser, from the request to the work that it becomes; and what script adds to its forms."""

import re

import pytest
from playwright.sync_api import expect

from gallery.models import Artwork
from gallery.tests.pictures import jpeg
from portfolio.commissions.taking import taking
from portfolio.models import Commission
from portfolio.tests.commission_rooms import asked, quoted, room

PICTURE = {"name": "wall.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def both(request, enter, ada, ben):
    """The artist at her desk, and a visitor who is to be her client, each in a browser of their own."""
    adas, bens = (enter(java_script_enabled=request.param) for _ in range(2))
    adas.sign_in("ada")
    return adas, bens


def test_from_the_request_to_the_work_that_it_becomes(both):
    adas, bens = both
    ask_before_signing_in(bens)
    path = bens.page.url.removeprefix(bens.base).removesuffix("#latest")
    quote_what_is_asked(adas)
    accept_the_quote(bens, path)
    finish_it(adas, path)
    expect(bens.open(path).locator("[aria-current=step]")).to_have_text("Completed")
    make_a_work_of_it(adas, path)


def ask_before_signing_in(site) -> None:
    page = site.open("/@ada/commissions")
    page.get_by_label("Title").fill("A view for the stairwell")
    page.get_by_label("What you wish for").fill("Tall and narrow.")
    page.get_by_label("Budget").fill("900")
    page.get_by_label("Currency").select_option("EUR")
    page.get_by_role("button", name="Sign in and send").click()
    page.locator("main input[name=username]").fill("ben")
    page.locator("main input[name=password]").fill("correct horse battery")
    page.locator("main button[type=submit]").click()
    expect(page.get_by_label("What you wish for")).to_have_value("Tall and narrow.")
    page.get_by_role("button", name="Send the request").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A view for the stairwell")
    page.get_by_label("Message").fill("This is the wall.")
    page.get_by_label("Files").set_input_files([PICTURE])
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#latest .brought-picture img")).to_be_visible()


def quote_what_is_asked(site) -> None:
    page = site.open("/commissions")
    page.get_by_role("link", name="A view for the stairwell").click()
    expect(page.get_by_text("This is the wall.")).to_be_visible()
    page.get_by_text("Make a quote", exact=True).click()
    page.get_by_label("Amount").fill("1200")
    page.locator("#quote-form").get_by_label("Currency").select_option("EUR")
    page.get_by_label("Terms").fill("Half now, half when it hangs.")
    page.get_by_role("button", name="Send the quote").click()
    expect(page.get_by_text("ben has your quote, and will answer it.")).to_be_visible()


def accept_the_quote(site, path) -> None:
    page = site.open(path)
    page.get_by_role("button", name="Accept the quote").click()
    expect(page.get_by_role("status").filter(has_text="You accepted the quote.")).to_be_visible()
    expect(page.locator(".quoted")).to_contain_text("€1,200.00 accepted")


def finish_it(site, path) -> None:
    page = site.open(path)
    page.get_by_role("button", name="Begin the work").click()
    expect(page.locator("[aria-current=step]")).to_have_text("In progress")
    page.get_by_label("Files").set_input_files([PICTURE | {"buffer": jpeg(410, 300), "name": "done.jpg"}])
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("link", name="It is finished").click()
    page.get_by_label("A word about it").fill("Varnished and dry.")
    page.get_by_role("button", name="It is finished").click()
    expect(page.get_by_text("Varnished and dry.")).to_be_visible()


def make_a_work_of_it(site, path) -> None:
    page = site.open(path)
    page.get_by_role("link", name="Make a work of it").click()
    page.get_by_label("done.jpg").check()
    page.get_by_role("button", name="Make the draft").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A view for the stairwell")
    expect(page.get_by_text("A draft: only you see this work.")).to_be_visible()
    assert Artwork.objects.get().owner == Commission.objects.get().artist


@pytest.fixture
def commission(ada, ben):
    return asked(ben, ada)


def test_what_is_grave_asks_on_a_page_of_its_own(both, commission):
    page = both[0].open(room(commission))
    page.get_by_role("link", name="Decline").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Decline the request?")
    page.get_by_role("link", name="Go back").click()
    page.get_by_role("link", name="Decline").click()
    page.get_by_role("button", name="Decline").click()
    expect(page.locator("[aria-current=step]")).to_have_text("Declined")


def test_a_bad_file_is_named_beside_the_field_and_the_text_stays(both, commission):
    page = both[0].open(room(commission))
    page.get_by_label("Message").fill("See this.")
    page.get_by_label("Files").set_input_files(
        [{"name": "x.html", "mimeType": "text/html", "buffer": b"<script></script>"}]
    )
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_label("Files")).to_have_accessible_description(re.compile(r"x\.html: "))
    expect(page.get_by_label("Message")).to_have_value("See this.")


def test_files_are_listed_and_what_is_too_large_is_not_sent(site, settings, ada, commission):
    settings.MAX_UPLOAD_SIZE = 20_000
    site.sign_in("ada")
    page = site.open(room(commission))
    files = page.locator("atelier-files")
    page.get_by_label("Files").set_input_files([{"name": "a.txt", "mimeType": "text/plain", "buffer": b"x" * 2048}])
    expect(files.locator("li")).to_have_text("a.txt 2 kB")
    page.get_by_label("Files").set_input_files([{"name": "b.txt", "mimeType": "text/plain", "buffer": b"x" * 20_001}])
    expect(files.get_by_role("alert")).to_contain_text("b.txt is too large")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page).to_have_url(site.base + room(commission))
    assert not commission.messages.exists()


def test_a_picture_that_was_sent_fills_the_screen(site, ada, commission):
    site.sign_in("ada")
    page = site.open(room(commission))
    page.get_by_label("Files").set_input_files([PICTURE])
    page.get_by_role("button", name="Send", exact=True).click()
    page.locator(".brought-picture").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator(".lightbox .caption")).to_contain_text("wall.jpg")


def test_lines_of_the_price_list_are_added_and_taken_away(site, ada):
    site.sign_in("ada")
    page = site.open("/studio/commissions")
    rows = page.locator(".price-row")
    expect(rows).to_have_count(1)
    for place, title in enumerate(("Small", "Medium", "Large")):
        if place:
            page.get_by_role("button", name="Another line").click()
            expect(rows.nth(place).get_by_label("What")).to_be_focused()
        rows.nth(place).get_by_label("What").fill(title)
        rows.nth(place).get_by_label("Price").fill("280")
        rows.nth(place).get_by_label("Currency").select_option("EUR")
    rows.nth(1).get_by_role("button", name="Remove this line").click()
    expect(rows).to_have_count(2)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_have_text("Saved.")
    assert [price["title"] for price in taking(ada.pk).prices] == ["Small", "Large"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_room_and_its_list_are_open_to_everyone(site, axe, ada, ben, commission, scheme):
    quoted(commission, terms="Half now.")
    site.look(scheme=scheme)
    site.sign_in("ben")
    for path in ("/commissions", room(commission), room(commission, "to/cancelled"), "/@ada/commissions"):
        site.open(path)
        axe(site)

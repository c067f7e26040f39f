"""What people come for, in a browser."""

import re

import pytest
from playwright.sync_api import expect

from conftest import PASSWORD
from gallery.actions.shares import share_by_link
from gallery.models import Image
from gallery.tests.albums import album_of
from gallery.tests.library import upload
from gallery.tests.works import upload_work
from portfolio.tests.browser.site import PHONE

NEWCOMER = {"username": "dora", "email": "dora@example.org", "password": PASSWORD}


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def anyones(request, enter):
    """The site in a browser that runs scripts, and in one that runs none."""
    return enter(java_script_enabled=request.param)


@pytest.fixture
def harbour(ada, client_of):
    """A work of hers that hangs at home."""
    return upload_work(
        client_of(ada), title="Harbour", tags=["sea"], medium="Oil on linen", price="500.00", currency="EUR"
    )


@pytest.fixture
def closed_album(ada, client_of):
    """The address of a private album of hers, which asks for a password."""
    image = Image.objects.get(pk=upload(client_of(ada), title="Dunes")["id"])
    return f"/s/{share_by_link(album=album_of(ada, image), by=ada, password=PASSWORD).token}"


def fill(page, **fields):
    """Into the form of the page, then sent."""
    for name, text in fields.items():
        page.locator(f"main input[name={name}]").fill(text)
    page.locator("main form button[type=submit]").last.click()


def expect_told_beside(page, field, words):
    """What is wrong stands beside the field, and is read out with it."""
    wrong = page.locator(f"main input[name={field}]")
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(wrong).to_have_accessible_description(re.compile(words))
    expect(page.locator(".errors").get_by_text(re.compile(words))).to_be_visible()


def test_a_visitor_finds_a_work_from_home_and_reads_its_label(anyones, harbour):
    page = anyones.open("/")
    page.get_by_role("link", name="Harbour").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour")
    expect(page.get_by_text("Oil on linen")).to_be_visible()
    expect(page.get_by_text("€500")).to_be_visible()
    page.get_by_role("link", name="ada").first.click()
    expect(page).to_have_url(f"{anyones.base}/@ada")


def test_a_visitor_finds_a_work_by_searching_and_by_its_tag(anyones, harbour):
    page = anyones.open("/")
    page.get_by_role("link", name="Search").first.click()
    page.locator("main input[name=query]").fill("harb*")
    page.locator("main input[name=query]").press("Enter")
    page.locator("main").get_by_role("link", name="Harbour").first.click()
    page.get_by_role("list", name="Tags").get_by_role("link", name="sea").click()
    expect(page).to_have_url(f"{anyones.base}/tags/sea")
    expect(page.get_by_role("link", name="Harbour")).to_have_count(1)


def test_a_visitor_explores_on_a_phone(enter, harbour):
    phone = enter(has_touch=True, is_mobile=True, viewport={"width": PHONE, "height": 740})
    page = phone.open("/")
    page.get_by_role("link", name="Explore").first.tap()
    page.locator("main").get_by_role("link", name="Harbour").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour")


def test_a_share_link_asks_for_its_password_until_it_is_right(anyones, closed_album):
    page = anyones.open(closed_album)
    with anyones.expecting(403):
        fill(page, password="high tide")
        expect_told_beside(page, "password", "not the password")
    expect(page.locator("input[name=password]")).to_have_value("")
    fill(page, password=PASSWORD)
    expect(page).to_have_url(re.compile("/albums/"))
    expect(page.get_by_role("link", name="Dunes").locator("img")).to_be_visible()


def test_someone_registers_corrects_what_is_wrong_and_leaves(anyones, ada):
    page = anyones.open("/register")
    fill(page, **NEWCOMER | {"username": "ada"})
    expect_told_beside(page, "username", "taken")
    expect(page.locator("main input[name=email]")).to_have_value(NEWCOMER["email"])
    expect(page.locator("main input[name=password]")).to_have_value("")
    fill(page, username=NEWCOMER["username"], password=PASSWORD)
    expect(page.get_by_role("link", name="dora")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def test_someone_signs_in_after_a_slip_and_arrives_where_they_wanted_to_be(anyones, ada):
    page = anyones.open("/login?next=/@ada")
    fill(page, username="ada", password="wrong horse")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("main input[name=username]")).to_have_value("ada")
    fill(page, password=PASSWORD)
    expect(page).to_have_url(f"{anyones.base}/@ada")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()

"""What holds for every page, as a browser shows it: nobody is kept out, nothing runs over the edge, nothing jumps."""

from itertools import product

import pytest
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from portfolio.tests.browser.accessibility import barriers
from portfolio.tests.browser.site import DESK, PHONE
from portfolio.tests.browser.town import LONG_USER, build

PAGES = [
    "home", "explore", "search", "found", "nothing found", "tag", "category", "artists", "portfolio", "about", "present",
    "gallery", "artwork", "image", "album", "share", "register", "login", "reset", "missing", "tags", "categories",
    "customise", "styleguide",
    "comments", "thread", "followers", "following", "block",
    "feed", "notifications", "settings", "report", "blocks", "decisions", "decision",
    "exhibitions", "exhibition", "call",
    "asking", "offering", "commissions", "commission", "declining", "making",
    "yours", "new", "edit", "jurors", "submissions", "announce", "cancelling",
    "entering", "submission", "withdrawing", "jury", "judging", "conflicts",
]  # fmt: skip
EMPTY = [
    "empty feed", "empty notifications", "empty blocks", "empty decisions", "empty followers", "empty portfolio",
    "empty about", "empty gallery", "empty album", "empty present", "empty commissions", "empty making",
]  # fmt: skip
LONGEST = [
    "longest portfolio", "longest about", "longest gallery", "longest artwork", "longest image", "longest album",
    "longest present", "longest found", "longest comments", "longest followers",
    "longest feed", "longest notifications", "longest decision", "longest report", "longest exhibition", "longest call",
    "longest commission", "longest asking", "longest commissions",
    "longest yours", "longest edit", "longest jurors", "longest submissions", "longest announce", "longest cancelling",
    "longest entering", "longest submission", "longest withdrawing",
    "longest jury", "longest judging", "longest conflicts",
]  # fmt: skip
OWN = {
    "feed": "ben", "notifications": "ada", "settings": "ada", "report": "ben", "blocks": "ada", "decisions": "ada",
    "decision": "ada", "empty feed": "moe", "empty notifications": "moe", "empty blocks": "moe", "empty decisions": "moe",
    "longest feed": "ada", "longest notifications": LONG_USER, "longest decision": LONG_USER, "longest report": "ada",
    "offering": "ada", "commissions": "ada", "commission": "ada", "declining": "ada", "making": "ada",
    "empty commissions": "moe", "empty making": "ben", "longest commissions": LONG_USER, "longest commission": "ada",
}  # fmt: skip
ORGANISING = ("yours", "new", "edit", "jurors", "submissions", "announce", "cancelling")
ENTERING = ("entering", "submission", "withdrawing")
JUDGING = ("jury", "judging", "conflicts")
TAKING_PART = {
    f"{kind}{name}": who
    for kind, people in (("", ("ben", "ada", "moe")), ("longest ", ("ada", LONG_USER, "ben")))
    for names, who in zip((ORGANISING, ENTERING, JUDGING), people, strict=True)
    for name in names
}
WHOSE = (
    {"customise": "ada", "styleguide": "moe", "block": "ben", "comments": "ben", "longest comments": "ben"}
    | OWN
    | TAKING_PART
)
OVER_THE_EDGE = """() => [...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1
        && !each.closest("[data-scrolls], dialog:not([open])"))
    .map((each) => `${each.tagName.toLowerCase()}.${each.className}`)"""
# Where the focus is: an outline of at least two pixels, within the screen.
IN_SIGHT = """() => {
    const focused = document.activeElement;
    const outline = getComputedStyle(focused);
    const box = focused.getBoundingClientRect();
    return focused !== document.body && outline.outlineStyle !== "none" && parseFloat(outline.outlineWidth) >= 2
        && box.bottom > 0 && box.top < innerHeight;
}"""
MOST_SHIFTED = 0.01


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker, browser_type_launch_args):
    """The database for all of these tests, which only look at it: filled once, emptied at the end."""
    with django_db_blocker.unblock():
        yield
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture(scope="module")
def town(db, tmp_path_factory):
    """The filled site: where its pictures lie, the addresses of its pages, and a server."""
    media = tmp_path_factory.mktemp("town")
    plain = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with override_settings(MEDIA_ROOT=media, RATE_LIMITS={}, PASSWORD_HASHERS=plain):
        server = LiveServer("localhost")
        yield media, build(), server
        server.stop()


@pytest.fixture
def visit(town, settings, site_at):
    """`visit("portfolio", width=360)`: the page of that name, opened at a desk unless said otherwise."""
    settings.MEDIA_ROOT, addresses, server = town
    site = site_at(server.url)

    def open_page(name, width=DESK):
        site.look(width=width)
        site.page.context.clear_cookies()
        if name in WHOSE:
            site.sign_in(WHOSE[name])
        site.open(addresses[name], status=404 if name == "missing" else 200)
        return site

    return open_page


@pytest.mark.parametrize("name", PAGES + EMPTY)
def test_nobody_is_kept_out_of_it_in_either_scheme(visit, name):
    site = visit(name)
    found = []
    for scheme, width in (("light", DESK), ("dark", PHONE)):
        site.look(scheme=scheme, width=width)
        found += barriers(site.page, where=f"{scheme}, {width}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("names", [PAGES, LONGEST], ids=["usual", "longest"])
def test_nothing_runs_over_the_edge_of_a_phone(visit, names):
    over = {}
    for name in names:
        site = visit(name, width=PHONE)
        if site.overflow() > 0:
            over[name] = site.measured(OVER_THE_EDGE)
    assert not over


def test_nothing_jumps_while_it_loads(visit):
    shifted = {}
    for name, width in product(["home", "explore", "portfolio", "artwork", "longest portfolio"], (DESK, PHONE)):
        site = visit(name, width=width)
        site.page.wait_for_load_state("networkidle")
        shifted[name, width] = site.shifted()
    assert {page: sum_ for page, sum_ in shifted.items() if sum_ >= MOST_SHIFTED} == {}


def test_whoever_comes_by_keyboard_sees_where_they_are_and_skips_what_is_above(visit):
    page = visit("home").page
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate(IN_SIGHT)


@pytest.mark.parametrize("name", ["home", "search", "register", "artwork"])
def test_whatever_is_focused_is_seen_to_be(visit, name):
    page = visit(name).page
    unseen = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        if not page.evaluate(IN_SIGHT):
            unseen.add(page.evaluate("() => document.activeElement.outerHTML.slice(0, 120)"))
    assert not unseen

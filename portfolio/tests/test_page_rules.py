"""What holds for every page."""

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings

from gallery.models import Category, Gallery
from gallery.tests.library import new_file, new_image
from gallery.tests.tables import in_turn
from gallery.tests.works import new_work
from portfolio.actions.messages import write_message
from portfolio.tests.commission_rooms import asked
from portfolio.tests.entries import new_exhibition, new_juror, new_submission
from portfolio.tests.reading import Element, Page
from portfolio.tests.talking import say
from social.actions.blocks import set_block
from social.actions.follows import set_follow
from social.tests.moderation import decided, moderator, report, thing_of

pytestmark = pytest.mark.same_on_any_database

PAGES = [
    "/",
    "/register",
    "/login",
    "/reset",
    "/images/",
    "/albums/",
    "/artworks/",
    "/@ada",
    "/@ada/about",
    "/@ada/galleries/coast",
    "/@ada/commissions",
    "/@ada/present",
    "/@ada/followers",
    "/@ada/following",
    "/artworks/{}/comments",
    "/explore",
    "/search",
    "/artists",
    "/tags",
    "/tags/sea",
    "/categories",
    "/categories/coastal",
    "/exhibitions",
    "/exhibitions/",
]


@pytest.fixture
def address_of(ada, show, hang_album) -> Callable[[str], str]:
    """What a page is called where something stands on each."""
    image = show(ada)
    album = hang_album(ada, privacy_setting="public", images=[image])
    hang_album(ada, "Below", parent=album, privacy_setting="public", images=[image])
    gallery = Gallery.objects.create(owner=ada, name="Coast", slug="coast")
    category = Category.objects.create(name="Coastal", slug="coastal")
    work = new_work(
        ada, images=(image,), gallery=gallery, category=category, tags=["sea"], medium="Oil", price=500, currency="EUR"
    )
    ids = {"/images/": image.pk, "/albums/": album.pk, "/artworks/": work.pk}
    exhibition = new_exhibition(ada, status="running", cover=image, description="Salt.", location="Bergen")
    new_submission(exhibition, ada, work, status="accepted")
    new_exhibition(ada, requirements="Frames are yours.", blind=True)
    ids["/exhibitions/"] = exhibition.pk
    say(work, ada, "Half of it outside.", to=say(work, ada))
    return lambda page: f"{page.format(work.pk)}{ids.get(page, '')}"


CHOSEN = {"checkbox", "radio", "file"}
"""The attribute does not apply to these (HTML, 4.10.18.7)."""
DATA = {"application/ld+json", "application/json"}
POINTERS = ("aria-labelledby", "aria-describedby", "aria-controls")

OWN_PAGES = [
    "/feed",
    "/notifications",
    "/notifications/settings",
    "/blocks",
    "/decisions",
    "/decisions/{decision}",
    "/report/artwork/{work}",
    "/commissions",
    "/commissions/{commission}",
    "/commissions/{commission}/to/declined",
    "/commissions/{completed}/artwork",
    "/studio/commissions",
    "/exhibitions/new",
    "/exhibitions/yours",
    "/exhibitions/{exhibition}/edit",
    "/exhibitions/{exhibition}/jurors",
    "/exhibitions/{exhibition}/jurors/{juror}/remove",
    "/exhibitions/{exhibition}/submissions",
    "/exhibitions/{exhibition}/announce",
    "/exhibitions/{exhibition}/move/cancelled",
    "/exhibitions/{call}/submit",
    "/exhibitions/{call}/submit/statement",
    "/exhibitions/{call}/submit/send",
    "/exhibitions/{call}/submission",
    "/exhibitions/{call}/submission/withdraw",
    "/exhibitions/{judged}/jury",
    "/exhibitions/{judged}/jury/{entry}",
    "/exhibitions/{judged}/conflicts",
]


@pytest.fixture
def own_address_of(ada, ben, cyn) -> Callable[[str], str]:
    """What a page of ben's own is called, where something stands on each."""
    work = new_work(ada)
    set_follow(artist_id=ada.pk, by=ben, following=True)
    set_follow(artist_id=ben.pk, by=ada, following=True)
    set_block(artist_id=cyn.pk, by=ben, blocked=True)
    decision = decided(report(thing_of(ben, "image"), ada, "image"), moderator())
    exhibition = new_exhibition(ben, status="jurying", submission_fee=20, currency="EUR")
    new_juror(exhibition, cyn)
    new_submission(exhibition, ada, work, new_work(ada, "Pier"), status="accepted")
    ids = {"work": work.pk, "decision": decision.pk, "exhibition": exhibition.pk, "juror": cyn.pk}
    return partial(str.format, **ids, **commissions(ada, ben), **entered_and_judged(work, ben))


def entered_and_judged(work, person) -> dict:
    """The ids of a call to which a person has submitted, and of an exhibition that they judge with an entry there."""
    call = new_exhibition(work.owner)
    new_submission(call, person, new_work(person, "Ebb"), new_work(person, "Flood"))
    judged = new_exhibition(work.owner, status="jurying")
    new_juror(judged, person)
    entry = new_submission(judged, work.owner, work, new_work(work.owner, "Salt"))
    return {"call": call.pk, "judged": judged.pk, "entry": entry.pk}


def commissions(client, artist) -> dict:
    """The ids of one that waits for its artist, and of one of which a work may be made."""
    completed = asked(client, artist, "completed")
    write_message(commission=completed, by=artist, text="Done.", files=[new_image(artist).pk, new_file(artist).pk])
    return {"commission": asked(client, artist, budget=900, currency="EUR").pk, "completed": completed.pk}


def it_has_a_language_one_heading_one_main_and_a_title(page: Page) -> None:
    assert page.one("html")["lang"] == "en"
    assert page.one("h1").text
    assert page.one("main")["id"] == page.one("a", **{"class": "skip"})["href"].lstrip("#")
    assert next(title for title in page.all("title") if "svg" not in title.within).text


def every_field_has_a_label_and_says_what_completes_it(page: Page) -> None:
    labelled = {label.attributes.get("for") for label in page.all("label")}
    fields = [field for field in page.all("input") if field["type"] != "hidden" and "template" not in field.within]
    named = [field for field in fields if "label" in field.within or "aria-label" in field.attributes]
    assert {field["id"] for field in fields if field not in named} <= labelled
    typed = [field for field in fields if field.attributes.get("type") not in CHOSEN]
    assert [field for field in typed if "autocomplete" not in field.attributes] == []


def every_image_has_words_and_room(page: Page) -> None:
    images = [image for image in page.all("img") if "template" not in image.within]
    assert [image for image in images if not {"alt", "width", "height"} <= image.attributes.keys()] == []


def nothing_in_it_needs_what_the_policy_forbids(page: Page) -> None:
    assert not page.all("style")
    assert [script for script in page.all("script") if script["type"] not in DATA and not is_module(script)] == []
    assert not [element for element in page.elements if "style" in element.attributes]
    assert not [name for element in page.elements for name in element.attributes if name.startswith("on")]


def is_module(script: Element) -> bool:
    return script["type"] == "module" and script["src"].startswith("/static/js/") and not script.text


def nothing_comes_from_elsewhere(page: Page) -> None:
    sources = [element.attributes.get("src") or "" for element in page.elements]
    sources += [link["href"] for link in page.all("link") if link["rel"] not in {"canonical", "alternate"}]
    assert all(source.startswith(("/", "data:image/")) or not source for source in sources)


def every_class_that_a_page_names_is_one_that_a_style_sheet_or_a_script_knows(page: Page) -> None:
    static = Path(settings.BASE_DIR, "static")
    known = "".join(each.read_text() for each in [*static.rglob("css/**/*.css"), *static.rglob("js/**/*.js")])
    named = {name for element in page.elements for name in element.attributes.get("class", "").split()}
    assert named <= set(re.findall(r"\.([a-z][a-z0-9-]*)", known))


def headings_step_down_one_at_a_time(page: Page) -> None:
    levels = [int(element.name[1]) for element in page.elements if re.fullmatch("h[1-6]", element.name)]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def no_two_things_have_one_id(page: Page) -> None:
    ids = [element["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def what_is_pointed_at_by_id_is_there(page: Page) -> None:
    ids = {element.attributes.get("id") for element in page.elements}
    named = [element.attributes.get(name, "") for element in page.elements for name in POINTERS]
    assert {each for ids_named in named for each in ids_named.split()} <= ids


RULES = [
    it_has_a_language_one_heading_one_main_and_a_title,
    every_field_has_a_label_and_says_what_completes_it,
    every_image_has_words_and_room,
    nothing_in_it_needs_what_the_policy_forbids,
    nothing_comes_from_elsewhere,
    every_class_that_a_page_names_is_one_that_a_style_sheet_or_a_script_knows,
    headings_step_down_one_at_a_time,
    no_two_things_have_one_id,
    what_is_pointed_at_by_id_is_there,
]


@in_turn("path", PAGES)
def test_a_page_keeps_every_rule(subtests, read, visitor, address_of, path):
    address = address_of(path)
    page = read(visitor, f"{address}?next=/x")
    shown = address.removesuffix("/present")  # the page that it presents
    with subtests.test("its canonical address is without query"):
        assert page.one("link", rel="canonical")["href"] == f"http://testserver{shown}"
    for rule in RULES:
        with subtests.test(rule.__name__.replace("_", " ")):
            rule(page)


@in_turn("path", OWN_PAGES)
def test_a_page_of_ones_own_keeps_every_rule_and_is_for_no_search_engine_and_no_cache(
    subtests, read, client_of, ben, own_address_of, path
):
    own_address = own_address_of(path)
    page = read(client_of(ben), f"{own_address}?next=/x")
    assert page.one("link", rel="canonical")["href"] == f"http://testserver{own_address}"
    assert page.meta("robots") == "noindex"
    assert "no-store" in client_of(ben).get(own_address).headers["Cache-Control"]
    for rule in RULES:
        with subtests.test(rule.__name__.replace("_", " ")):
            rule(page)


@in_turn("path", OWN_PAGES)
def test_to_a_page_of_ones_own_a_visitor_signs_in_first(visitor, own_address_of, path):
    own_address = own_address_of(path)
    answer = visitor.get(own_address)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/login?next={own_address}")

"""Judging in a browser: keys, what is kept as it is given, and what is told where that fails."""

import re

import pytest
from playwright.sync_api import expect

from gallery.models import Artwork
from gallery.tests.pictures import jpeg
from gallery.tests.works import upload_work
from portfolio.models import Exhibition, Score
from portfolio.tests.entries import new_exhibition, new_juror, new_submission

SCORE = "**/score"


@pytest.fixture
def call(ben):
    return new_exhibition(ben, status="jurying", blind=True)


@pytest.fixture
def submissions(client_of, call, ada, mo):
    """Two works of ada's, and one of mo's."""
    made = []
    for number, (artist, titles) in enumerate(((ada, ("Dunes", "Harbour")), (mo, ("Pier",)))):
        told = [
            upload_work(client_of(artist), jpeg(size=(600 + 10 * number, 400 + place)), title=title)
            for place, title in enumerate(titles)
        ]
        made.append(new_submission(call, artist, *(Artwork.objects.get(pk=work["id"]) for work in told)))
    return made


@pytest.fixture
def first(call, submissions) -> str:
    return f"/exhibitions/{call.pk}/jury/{submissions[0].pk}"


@pytest.fixture
def second(call, submissions) -> str:
    return f"/exhibitions/{call.pk}/jury/{submissions[1].pk}"


@pytest.fixture
def cyns(site, call, cyn):
    new_juror(call, cyn)
    site.sign_in("cyn")
    return site


def given() -> dict[str, int]:
    return dict(Score.objects.values_list("work__artwork__title", "score"))


def kept(page, number=0):
    """What is said to have become of a work's score."""
    return page.locator("[data-work]").nth(number).locator(".kept")


def test_digits_score_and_n_leads_on_to_what_is_not_scored(cyns, first, second):
    page = cyns.open(first)
    page.keyboard.press("7")
    expect(kept(page)).to_have_text("Saved")
    page.keyboard.press("n")
    expect(page.locator("[data-work]").nth(1)).to_be_focused()
    page.keyboard.press("0")
    expect(kept(page, 1)).to_have_text("Saved")
    expect(page.locator("[data-way=queue]").first).to_have_text("1 of 2 scored")
    page.keyboard.press("n")
    expect(page).to_have_url(cyns.base + second)
    page.keyboard.press("3")
    expect(kept(page)).to_have_text("Saved")
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile("/jury$"))
    assert given() == {"Dunes": 7, "Harbour": 10, "Pier": 3}


def test_j_and_k_walk_through_works_and_submissions_and_arrows_through_these(cyns, first, second):
    page = cyns.open(first)
    for key, address, place in (("j", first, 1), ("k", first, 0), ("j", first, 1), ("j", second, 0), ("k", first, 0)):
        page.keyboard.press(key)
        expect(page).to_have_url(cyns.base + address)
        expect(page.locator("[data-work]").nth(place)).to_have_attribute("aria-current", "true")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(cyns.base + second)
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(cyns.base + first)


def test_the_last_of_several_digits_counts_and_all_works_are_scored_alike(cyns, first):
    page = cyns.open(first)
    for digit in "1928":
        page.keyboard.press(digit)
    expect(kept(page)).to_have_text("Saved")
    expect(page.locator("[data-work] :checked")).to_have_value("8")
    page.keyboard.press("a")
    page.keyboard.press("6")
    expect(kept(page, 1)).to_have_text("Saved")
    expect(kept(page)).to_have_text("Saved")
    assert given() == {"Dunes": 6, "Harbour": 6}


def test_on_a_long_scale_digits_stand_one_behind_the_other(cyns, first):
    Exhibition.objects.update(score_scale=50)
    page = cyns.open(first)
    page.keyboard.press("4")
    page.keyboard.press("2")
    expect(page.locator("[data-work] input[type=number]").first).to_have_value("42")
    page.keyboard.press("9")
    expect(page.locator("[data-work] input[type=number]").first).to_have_value("9")
    expect(kept(page)).to_have_text("Saved")
    assert given() == {"Dunes": 9}


def test_in_a_note_keys_write_and_it_is_kept_with_the_score(cyns, first):
    page = cyns.open(first)
    note = page.get_by_label("Note for the organiser").first
    note.fill("j7n?")
    note.press("k")
    page.locator("h1").click()
    expect(kept(page)).to_have_text("Choose a score: the note is kept with it.")
    page.locator(".score-scale label", has_text=re.compile("^7$")).first.click()
    expect(kept(page)).to_have_text("Saved")
    assert list(Score.objects.values_list("score", "note")) == [(7, "j7n?k")]


def test_a_failure_is_told_the_score_stays_and_is_sent_again(cyns, first):
    page = cyns.open(first)
    with cyns.expecting(503):
        page.route(SCORE, lambda route: route.fulfill(status=503, body=""))
        page.keyboard.press("7")
        expect(kept(page)).to_contain_text("Not saved.")
    expect(page.locator("[data-work] :checked")).to_have_value("7")
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Next", exact=True).first.click()
    expect(page).to_have_url(cyns.base + first)
    assert asked == ["beforeunload"]
    page.unroute(SCORE)
    page.get_by_role("button", name="Try again").click()
    expect(kept(page)).to_have_text("Saved")
    assert given() == {"Dunes": 7}


def test_what_the_server_refuses_is_told_in_its_words(cyns, first):
    page = cyns.open(first)
    Exhibition.objects.update(status="announced")
    with cyns.expecting(409):
        page.keyboard.press("7")
        expect(kept(page)).to_contain_text("This is not the time for scores.")
    assert given() == {}


def test_the_keys_are_shown_and_can_be_given_up(cyns, axe, first):
    page = cyns.open(first)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    axe(cyns)
    page.get_by_label("Use these keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("7")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-work] :checked")).to_have_count(0)
    page.reload()
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_label("Use these keys")).not_to_be_checked()


def test_without_script_the_form_does_it(enter, call, cyn, first, second):
    site = enter(java_script_enabled=False)
    new_juror(call, cyn)
    site.sign_in("cyn")
    page = site.open(first)
    expect(page.get_by_role("button", name="Keys")).to_have_count(0)
    for number in (0, 1):
        page.locator("[data-work]").nth(number).get_by_label("8", exact=True).check(force=True)
    page.get_by_role("button", name="Save, and on to the next unscored").click()
    expect(page).to_have_url(site.base + second)
    expect(page.get_by_role("status")).to_contain_text(["Saved."])
    assert given() == {"Dunes": 8, "Harbour": 8}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nobody_is_kept_out_and_nothing_runs_over_the_edge(cyns, axe, call, first, width, scheme):
    cyns.look(width=width, scheme=scheme)
    for path in (first, f"/exhibitions/{call.pk}/jury", f"/exhibitions/{call.pk}/conflicts"):
        cyns.open(path)
        axe(cyns)
        assert cyns.overflow() == 0, path

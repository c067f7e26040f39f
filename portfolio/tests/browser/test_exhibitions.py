"""A call for entry in browsers, from opening to announcement: one organises, three submit, two judge; the organiser's table."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from conftest import person
from gallery.tests.works import upload_work
from portfolio.models import Exhibition, Score, Submission
from portfolio.tests.browser.site import DESK, PHONE
from portfolio.tests.entries import new_exhibition, new_juror, new_submission
from portfolio.tests.organising import LOCAL, page_of

ARTISTS = ("ben", "cyn", "dan")
JURORS = ("jil", "kim")


@pytest.fixture
def people(ada, ben, cyn, client_of):
    """Everyone by name; each artist has a work."""
    named = {"ada": ada, "ben": ben, "cyn": cyn} | {name: person(name) for name in ("dan", *JURORS)}
    for name in ARTISTS:
        upload_work(client_of(named[name]), title=f"Harbour of {name}")
    return named


@pytest.fixture
def come(enter, people):
    """`come("ada")`: the site with her signed in, in a browser of her own; the first of each kind runs no script."""

    def arrive(name):
        site = enter(java_script_enabled=name not in (ARTISTS[0], JURORS[0]))
        site.sign_in(name)
        return site

    return arrive


def call_for_works(site):
    page = site.open("/exhibitions/new")
    page.get_by_label("Title").fill("Salt and Light")
    page.get_by_label("Time zone").select_option("Europe/Oslo")
    page.get_by_label("Deadline for entry").fill(f"{timezone.now() + timedelta(days=3):{LOCAL}}")
    page.get_by_label("Blind", exact=False).check()
    expect(page.locator("atelier-deadline")).to_contain_text("by the clocks of Europe/Oslo")
    page.get_by_role("button", name="Keep it as a draft").click()
    for name in JURORS:
        page.get_by_label("Username").fill(name)
        page.get_by_role("button", name="Invite").click()
        expect(page.get_by_role("status")).to_have_text(f"@{name} is on the jury.")
    page.get_by_role("button", name="Open it for entry").click()
    expect(page.locator(".state")).to_have_text("Open for entry")
    return Exhibition.objects.get()


def submit(site, exhibition):
    page = site.open(f"/exhibitions/{exhibition.pk}")
    page.get_by_role("link", name="Submit your work").click()
    page.locator(".choices-of-works [type=checkbox]").check()
    page.get_by_role("button", name="On to the statement").click()
    page.locator("main textarea").fill("Painted in one winter.")
    page.get_by_role("button", name="On to a last look").click()
    page.get_by_role("button", name="Send it").click()
    page.wait_for_url("**/submission*")


def judge(site, exhibition, score, *, by_keys):
    """All of them alike: by keys with script, by the form without."""
    page = site.open(page_of(exhibition, "jury"))
    assert not any(name in page.content() for name in ("@ben", "Harbour of ben", "@cyn", "@dan"))
    page.get_by_role("link", name="Begin").click()
    for number in range(len(ARTISTS)):
        if by_keys:
            expect(page.get_by_role("button", name="Keys")).to_be_visible()
            page.keyboard.press(str(score))
            expect(page.locator(".kept").first).to_have_text("Saved")
            if number < len(ARTISTS) - 1:
                page.keyboard.press("n")
                page.wait_for_load_state()
        else:
            page.locator(".score-scale input").nth(score - 1).check(force=True)
            page.get_by_role("button", name="Save, and on to the next unscored").click()
    expect(site.open(page_of(exhibition, "jury")).locator("main")).to_contain_text("3 of 3 submissions scored")


def decide(site, exhibition):
    """One is accepted by its own button, the others stay to be declined."""
    page = site.open(page_of(exhibition))
    expect(page.locator(".line")).to_have_count(3)
    ben = page.locator(".line", has_text="@ben")
    expect(ben.locator(".marks")).to_contain_text("5.5")
    ben.get_by_role("button", name="Accept").click()
    expect(ben.locator(".state")).to_have_text("Accepted")
    page.get_by_role("link", name="Announcing").click()
    page.get_by_label("Decline what is not decided").check()
    page.get_by_role("button", name="Announce the decisions").click()
    expect(page.get_by_role("status")).to_have_text("The decisions are announced.")


def test_a_call_goes_from_opening_to_announcement(come, people, axe):
    organiser = come("ada")
    exhibition = call_for_works(organiser)
    artists = {name: come(name) for name in ARTISTS}
    for site in artists.values():
        submit(site, exhibition)
    organiser.open(page_of(exhibition, "move/jurying")).get_by_role("button", name="Begin jurying").click()
    for score, name in zip((4, 7), JURORS, strict=True):
        judge(come(name), exhibition, score, by_keys=name != JURORS[0])
    assert Score.objects.count() == 6
    told = artists["ben"].open(page_of(exhibition, "submission")).locator("main")
    decided = artists["ben"].page.content()
    expect(told).to_contain_text("You are told when the decisions are announced.")
    decide(organiser, exhibition)
    assert "accepted" not in decided
    for name, words in (("ben", "Your submission is accepted."), ("cyn", "not accepted")):
        expect(artists[name].open(page_of(exhibition, "submission")).locator("main")).to_contain_text(words)
    axe(organiser)


@pytest.fixture
def table(ada, people):
    """Three submissions before the organiser, of which two are scored."""
    exhibition = new_exhibition(ada, status="jurying", submission_fee=20, currency="EUR")
    juror = new_juror(exhibition, people["jil"])
    for name in ARTISTS:
        made = new_submission(exhibition, people[name], people[name].artworks.get())
        Score.objects.create(juror=juror, work=made.works.get(), score=len(name))
    return exhibition


def test_the_table_is_decided_by_keys_where_it_stands(site, table, axe):
    site.sign_in("ada")
    page = site.open(page_of(table))
    axe(site)
    lines = page.locator(".line")
    page.get_by_label("Tick ben").focus()
    page.keyboard.press("x")
    expect(page.get_by_label("Tick ben")).to_be_checked()
    page.keyboard.press("j")
    expect(lines.nth(1)).to_be_focused()
    page.keyboard.press("2")
    expect(lines.nth(1).locator(".state")).to_have_text("Accepted")
    expect(lines.nth(1)).to_be_focused()
    expect(page.get_by_label("Tick ben")).to_be_checked()
    page.get_by_label("Tick dan").check()
    page.locator(".at-once").get_by_role("button", name="Decline").click()
    expect(lines.nth(0).locator(".state")).to_have_text("Not accepted")
    expect(lines.nth(2).locator(".state")).to_have_text("Not accepted")
    expect(page.locator("#told")).to_have_text("2 submissions: not accepted.")
    assert Submission.objects.filter(status="rejected").count() == 2


def test_a_fee_is_ticked_off_and_the_line_stays_in_sight(site, table):
    site.sign_in("ada")
    page = site.open(page_of(table, "submissions?order=newest"))
    button = page.locator(".line").first.get_by_role("button", name="Fee received")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".line").first).to_be_focused()


def test_without_script_several_are_decided_and_the_page_comes_back(site_without_script, table):
    site_without_script.sign_in("ada")
    page = site_without_script.open(page_of(table))
    for name in ("ben", "cyn"):
        page.get_by_label(f"Tick {name}").check()
    page.get_by_label("Tick cyn").press("Enter")  # decides nothing: which button would it be?
    page.locator(".at-once").get_by_role("button", name="Shortlist").click()
    expect(page.get_by_role("status")).to_have_text("2 submissions: shortlisted.")
    assert Submission.objects.filter(status="shortlisted").count() == 2


@pytest.mark.parametrize("rest", ["submissions", "jurors", "edit", "announce", "move/cancelled", "../yours", "../new"])
def test_a_page_of_an_organiser_keeps_nobody_out(site, table, axe, rest):
    site.sign_in("ada")
    for scheme, width in (("light", DESK), ("dark", PHONE)):
        site.look(scheme=scheme, width=width)
        site.open(page_of(table, rest).replace(f"{table.pk}/../", ""))
        axe(site)
        assert site.overflow() <= 0

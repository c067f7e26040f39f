"""What is one's own, in a browser: the bell, notifications, the feed, a report and a decision."""

import pytest
from playwright.sync_api import expect

from conftest import PASSWORD
from gallery.models import Image
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg
from gallery.tests.works import new_work, upload_work
from social.actions.follows import set_follow
from social.actions.likes import set_like
from social.models import Appeal, Block, Report
from social.tests.moderation import decided, moderator, report

COUNT = "**/api/notifications/count"
MINUTE = 61_000


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def anyones(request, enter):
    return enter(java_script_enabled=request.param)


@pytest.fixture
def work(ada, client_of):
    return upload_work(client_of(ada), title="Harbour")


def test_the_number_beside_the_bell_follows_and_an_unchanged_one_is_not_sent_again(site, work, ben, axe):
    site.sign_in("ada")
    site.page.clock.install()
    page = site.open("/artists")
    expect(page.locator(".badge")).to_be_hidden()
    set_like(artwork_id=work["id"], by=ben, liked=True)
    with page.expect_response(COUNT) as told:
        page.clock.fast_forward(MINUTE)
    assert told.value.status == 200
    expect(page.locator(".badge [data-number]")).to_have_text("1")
    expect(page.get_by_role("link", name="Notifications unread: 1")).to_be_visible()
    with page.expect_response(COUNT) as told:
        page.clock.fast_forward(MINUTE)
    assert told.value.status == 304
    expect(page.locator(".badge [data-number]")).to_have_text("1")
    axe(site)


def test_a_line_leads_to_what_it_is_about_and_is_read_when_one_comes_back(anyones, work, ben):
    set_like(artwork_id=work["id"], by=ben, liked=True)
    anyones.sign_in("ada")
    page = anyones.open("/")
    page.locator(".bell").click()
    expect(page.locator(".dot")).to_have_count(1)
    page.get_by_role("link", name="ben liked “Harbour”").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour")
    anyones.open("/notifications")
    expect(page.locator(".news li")).to_have_count(1)
    expect(page.locator(".dot")).to_have_count(0)


def test_all_are_read_by_one_button(anyones, work, ben):
    set_like(artwork_id=work["id"], by=ben, liked=True)
    anyones.sign_in("ada")
    page = anyones.open("/notifications?show=unread")
    page.get_by_role("button", name="Mark all as read").click()
    expect(page.locator(".dot")).to_have_count(0)
    expect(page.locator(".badge")).to_be_hidden()


def test_what_one_is_told_of_is_chosen_and_kept(anyones, ada):
    anyones.sign_in("ada")
    page = anyones.open("/notifications/settings")
    likes = page.get_by_role("group", name="Somebody likes a work of yours")
    likes.get_by_label("On the site").uncheck()
    likes.get_by_label("By mail").select_option("never")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_have_text("Saved.")
    expect(likes.get_by_label("On the site")).not_to_be_checked()
    ada.refresh_from_db()
    assert (ada.notifications["like"], ada.notification_mails["like"]) == (False, "never")


def test_the_feed_goes_on_by_itself(site, ada, ben, client_of):
    image = Image.objects.get(pk=upload(client_of(ada), jpeg(400, 300))["id"])
    for number in range(14):
        new_work(ada, f"Work {number}", images=(image,))
    set_follow(artist_id=ada.pk, by=ben, following=True)
    site.sign_in("ben")
    page = site.open("/")
    page.get_by_role("link", name="Your feed").first.click()
    expect(page.locator(".entry")).to_have_count(12)
    page.get_by_role("link", name="More").focus()
    expect(page.locator(".entry")).to_have_count(14)
    expect(page.locator("atelier-more [role=status]")).to_have_text("2 more works")
    expect(page.locator(".entry h2 a").nth(12)).to_be_focused()


def test_something_is_reported_and_the_faults_of_the_form_are_told(anyones, work, ben):
    anyones.sign_in("ben")
    page = anyones.open(f"/report/artwork/{work['id']}")
    page.get_by_label("Something else").check()
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_label("What moderators should know")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Something else")).to_be_checked()
    page.get_by_label("What moderators should know").fill("It is of my aunt’s house.")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert Report.objects.get().detail == "It is of my aunt’s house."


def test_who_is_shut_out_learns_why_at_the_door_and_appeals(anyones, ada, ben):
    decided(report(ada.artist, ben, "artist"), moderator(), "suspend")
    page = anyones.open("/login")
    page.locator("main input[name=username]").fill("ada")
    page.locator("main input[name=password]").fill(PASSWORD)
    with anyones.expecting(403):
        page.locator("main button[type=submit]").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("This account is suspended")
    page.get_by_role("link", name="Read why, and answer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account is suspended")
    page.get_by_label("Your appeal").fill("That was my brother.")
    page.get_by_role("button", name="Appeal").click()
    expect(page.get_by_role("status")).to_contain_text("Another moderator")
    assert Appeal.objects.get().text == "That was my brother."


def test_somebody_is_let_near_again(anyones, ada, ben):
    Block.objects.create(blocker=ada, blocked=ben)
    anyones.sign_in("ada")
    page = anyones.open("/blocks")
    page.get_by_role("button", name="Unblock ben").click()
    expect(page.get_by_role("status")).to_have_text("You no longer block ben.")
    assert not Block.objects.exists()

"""The desk of staff in a browser."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from playwright.sync_api import expect

from gallery.models import Artwork, Gallery
from gallery.tests.works import upload_work
from portfolio.actions.features import feature
from portfolio.models import Feature
from portfolio.tests.browser.accessibility import barriers
from portfolio.tests.browser.site import PHONE
from portfolio.tests.entries import new_exhibition
from social.models import Case
from social.tests.moderation import appealed, decided, moderator, report

pytestmark = [pytest.mark.same_on_any_database, pytest.mark.django_db(transaction=True)]
HOME = "/admin/portfolio/feature/home/"
DEEP = ("accounts_user", "gallery_artwork", "social_appeal", "social_case", "portfolio_feature", "auth_group")
"""Of these lists a thing is opened too: forms, pages of decisions, and what is only read."""


@pytest.fixture
def root(mo):
    mo.is_superuser = True
    mo.save()
    return mo


@pytest.fixture
def picks(ada, root, client_of):
    """Three works, of which the last one comes first."""
    told = [upload_work(client_of(ada), title=title) for title in ("Dune", "Harbour", "Mill")]
    return [feature(target_type="artwork", target_id=work["id"], by=root)[0] for work in told]


def order():
    ids = Feature.objects.standing().in_order().values_list("target_id", flat=True)
    titles = dict(Artwork.objects.values_list("pk", "title"))
    return [titles[pk] for pk in ids]


def told_to(site, username):
    """The page of the last decision about somebody's things, to themselves."""
    site.page.context.clear_cookies()
    site.sign_in(username)
    page = site.open("/decisions")
    page.locator("main a[href*='/decisions/']").first.click()
    return page


def test_a_report_is_decided_appealed_and_the_decision_taken_back(site, ada, ben, visitor, client_of):
    work = upload_work(client_of(ada), title="Dune")
    path = f"/api/artworks/{work['id']}"
    max_, zoe = moderator("max"), moderator("zoe")
    report(Artwork.objects.get(pk=work["id"]), ben, detail="I painted this.")
    site.sign_in("max")
    page = site.open("/admin/")
    page.get_by_role("link", name="Reports to decide").click()
    page.get_by_role("link", name="Dune").click()
    expect(page.locator(".desk-report")).to_contain_text("I painted this.")
    page.get_by_label("Hide from others").check()
    page.get_by_label("Statement to the owner").fill("Ben painted it.")
    page.get_by_role("button", name="Decide").click()
    expect(page.locator(".messagelist")).to_contain_text("Decided.")
    assert visitor.get(path).status_code == 404

    page = told_to(site, "ada")
    expect(page.locator("main")).to_contain_text("Ben painted it.")
    page.get_by_label("Your appeal").fill("Here is my sketch.")
    page.get_by_role("button", name="Appeal").click()
    expect(page.get_by_role("status")).to_contain_text("Another moderator")

    page.context.clear_cookies()
    site.sign_in("zoe")
    page = site.open("/admin/")
    page.get_by_role("link", name="Appeals to judge").click()
    page.locator("#result_list tbody a").first.click()
    expect(page.locator(".desk")).to_contain_text("Here is my sketch.")
    page.get_by_label("the decision is taken back").check()
    page.get_by_role("button", name="Judge").click()
    expect(page.locator(".messagelist")).to_contain_text("Judged.")
    assert visitor.get(path).status_code == 200
    assert (max_.pk, zoe.pk) == (
        Case.objects.get().decision.decided_by_id,
        Case.objects.get().decision.appeal.decided_by_id,
    )


def test_the_home_page_is_put_in_order_by_mouse_by_keys_and_by_numbers(site, picks, root):
    site.sign_in("moe")
    page = site.open(HOME)
    items = page.locator("#shelf-artwork ~ atelier-sorting li")
    expect(items.locator(".handle")).to_have_count(3)
    with page.expect_response("**/api/featured/order"):
        items.nth(2).locator(".handle").drag_to(items.nth(0))
    assert order() == ["Dune", "Mill", "Harbour"]
    items.nth(0).locator(".handle").focus()
    with page.expect_response("**/api/featured/order"):
        for key in ("Space", "End", "Space"):
            page.keyboard.press(key)
    assert order() == ["Mill", "Harbour", "Dune"]
    expect(page.locator("atelier-sorting [role=status]").first).to_contain_text("place 3 of 3")
    items.nth(2).locator(".place").fill("1")
    with page.expect_response("**/api/featured/order"):
        items.nth(2).locator(".place").blur()
    assert order() == ["Dune", "Mill", "Harbour"]
    page.reload()
    expect(items.nth(0)).to_contain_text("Dune")


def test_without_script_the_home_page_is_kept_by_numbers_and_a_search(site_without_script, picks, ada, client_of):
    site = site_without_script
    snow = upload_work(client_of(ada), title="Snow")
    site.sign_in("moe")
    page = site.open(HOME)
    page.get_by_label("Place of Mill, ada").fill("3")
    page.get_by_label("Place of Dune, ada").fill("1")
    page.get_by_role("button", name="Save these places (Works)").click()
    expect(page.locator(".messagelist")).to_contain_text("Put in order.")
    assert order() == ["Dune", "Harbour", "Mill"]
    page.get_by_label("Name", exact=False).last.fill("sno")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("button", name="Put forward Snow, ada").click()
    assert str(Feature.objects.standing().in_order().first().target_id) == snow["id"]
    page.get_by_role("button", name="Take back Dune, ada").click()
    assert order() == ["Snow", "Harbour", "Mill"]


def filled(ada, ben):
    """Something in most lists, and of what waits."""
    room = Gallery.objects.create(owner=ada, name="Room", slug="room")
    feature(target_type="gallery", target_id=room.pk, by=moderator("zoe"))
    new_exhibition(ada)
    for work in Artwork.objects.order_by("pk")[:2]:
        report(work, ben)
    appealed(decided(Case.objects.order_by("pk")[0], moderator()), ada)
    late = timezone.now() - timedelta(hours=1)
    told = {"task_path": "gallery.tasks.render_image", "args_kwargs": {"args": [], "kwargs": {}}, "run_after": late}
    error = "Traceback:\n" + f"OSError: {'no room ' * 60}"
    DBTaskResult.objects.create(status="FAILED", finished_at=late, backend_name="default", traceback=error, **told)


def pages(somebody):
    """The front page, all lists, and pages of our own."""
    names = [f"{model._meta.app_label}_{model._meta.model_name}" for model in admin.site._registry]
    lists = [reverse(f"admin:{name}_changelist") for name in names]
    asking = f"/admin/accounts/user/suspend/?chosen={somebody.pk}"
    return ["/admin/", HOME, "/admin/portfolio/feature/add/", asking, *sorted(lists)]


def walk(site, path):
    """Opens a page of the desk; whether it is wider than a phone, and what else keeps people out of it."""
    site.open(path)
    wide = [f"{path} is too wide"] if site.overflow() > 0 else []
    return [*barriers(site.page, where=path), *wide]


def test_the_whole_desk_is_open_to_everyone_and_keeps_to_the_policy(site, picks, ada, ben):
    filled(ada, ben)
    site.look(width=PHONE)
    found = walk(site, "/admin/login/")
    site.sign_in("moe")
    deep = {reverse(f"admin:{name}_changelist") for name in DEEP}
    for path in pages(ada):
        found += walk(site, path)
        link = site.page.locator("#result_list tbody :is(th, td) a").first
        if path in deep and link.count():
            found += walk(site, link.evaluate("(element) => new URL(element.href).pathname"))
    assert found == []

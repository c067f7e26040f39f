"""Works and galleries of the studio in a browser: the table in which pictures become works, the wall, the way to the public."""

import pytest
from playwright.sync_api import expect

from gallery.models import Artwork, Image
from gallery.tests.galleries import gallery_of
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg
from gallery.tests.works import upload_work
from portfolio.tests.browser.site import PHONE

pytestmark = pytest.mark.same_on_any_database

PASTE = """(text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def pictures(ada, client_of):
    """Three pictures of ada's that no work shows."""
    client = client_of(ada)
    told = [
        upload(client, jpeg(300 + 10 * place, 200), title=name) for place, name in enumerate(("Dunes", "Pier", "Salt"))
    ]
    return [each["id"] for each in told]


@pytest.fixture
def adas(site, ada):
    site.sign_in("ada")
    return site


def cell(page, row: int, name: str):
    return page.locator(f'tr[data-row="{row}"] [data-cell="{name}"] :is(input, select)')


def hung(gallery) -> list[str]:
    return list(gallery.artworks.order_by("hangings__position").values_list("title", flat=True))


def test_pictures_become_works_in_a_table_and_what_was_wrong_is_all_that_is_sent_again(adas, pictures, axe):
    page = adas.open(f"/studio/works/new?images={','.join(pictures)}")
    axe(adas)
    cell(page, 0, "medium").fill("oil")
    page.get_by_role("button", name="Fill down: Medium").click()
    cell(page, 0, "price").focus()
    page.evaluate(PASTE, "120\tEUR\n95\tEUR\n80\tGold\n")
    cell(page, 0, "title").focus()
    page.keyboard.press("Enter")
    expect(cell(page, 1, "title")).to_be_focused()
    with adas.expecting(400):
        page.get_by_role("button", name="Make the works").click()
        expect(page.locator("[data-told]")).to_contain_text("2 of 3 are made.")
    expect(cell(page, 2, "currency")).to_have_attribute("aria-invalid", "true")
    expect(cell(page, 2, "currency")).to_be_focused()
    axe(adas)
    page.reload()
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(cell(page, 0, "price")).to_have_value("80")
    cell(page, 0, "currency").fill("USD")
    page.get_by_role("button", name="Make the works").click()
    expect(page.locator("[data-told]")).to_have_text("All works are made.")
    made = Artwork.objects.order_by("title").values_list("title", "medium", "price", "currency")
    assert [(title, medium, int(price), currency) for title, medium, price, currency in made] == [
        ("Dunes", "oil", 120, "EUR"), ("Pier", "oil", 95, "EUR"), ("Salt", "oil", 80, "USD"),
    ]  # fmt: skip


def test_without_script_one_fault_keeps_everything_and_everything_typed(site_without_script, pictures):
    site_without_script.sign_in("ada")
    page = site_without_script.open("/studio/works/new")
    for box in page.locator("input[name=images]").all():
        box.check()
    page.get_by_role("button", name="Go on").click()
    cell(page, 1, "title").fill("West pier")
    cell(page, 1, "creation_date").fill("soon")
    page.get_by_role("button", name="Make the works").click()
    expect(page.locator('tr[data-row="1"] .errors').first).to_contain_text("Write it as 2024")
    expect(cell(page, 1, "title")).to_have_value("West pier")
    assert not Artwork.objects.exists()
    cell(page, 1, "creation_date").fill("2024")
    page.get_by_role("button", name="Make the works").click()
    expect(page.locator(".told").first).to_have_text("3 works were made.")
    assert Artwork.objects.filter(title="West pier").exists()


def test_works_are_hung_by_mouse_and_put_in_order_by_keys(adas, ada, client_of, axe):
    for title in ("Harbour", "Dunes", "Gale"):
        upload_work(client_of(ada), title=title)
    coast = gallery_of(ada, Artwork.objects.get(title="Harbour"), name="Coast")
    page = adas.open(f"/studio/galleries/{coast.pk}")
    axe(adas)
    wall = page.locator(".hanging-wall > li")
    page.locator(".tray-works > li", has_text="Dunes").locator("img").hover()
    page.mouse.down()
    box = wall.first.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] / 2, steps=8)
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.mouse.up()
    expect(wall).to_have_count(2)
    page.get_by_role("button", name="Hang Gale").click()
    expect(wall).to_have_count(3)
    assert hung(coast) == ["Dunes", "Harbour", "Gale"]
    page.get_by_role("button", name="Move Gale").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Home")
    with page.expect_response(lambda answer: answer.url.endswith("/order")):
        page.keyboard.press("Space")
    assert hung(coast) == ["Gale", "Dunes", "Harbour"]
    page.get_by_role("button", name="Take down Dunes").click()
    expect(page.locator(".tray-works > li")).to_have_count(1)
    assert hung(coast) == ["Gale", "Harbour"]


def test_a_draft_is_scheduled_by_ones_own_clocks_then_previewed_then_published(enter, ada, client_of, axe):
    work = upload_work(client_of(ada), title="Dunes", status="draft")
    site = enter(timezone_id="Europe/Berlin")
    site.sign_in("ada")
    page = site.open(f"/studio/works/{work['id']}")
    axe(site)
    page.get_by_label("Status").select_option("scheduled")
    page.get_by_label("To be published at").fill("2999-01-01T11:00")
    expect(page.get_by_text("By your clocks (Europe/Berlin).")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".told").first).to_have_text("Saved.")
    assert Artwork.objects.get().published_at.isoformat() == "2999-01-01T10:00:00+00:00"
    expect(page.get_by_label("To be published at")).to_have_value("2999-01-01T11:00")
    page.get_by_role("link", name="See it as a visitor").click()
    expect(page.locator(".preview-banner")).to_contain_text("Only you see this work until")
    axe(site)
    page.get_by_role("link", name="Back to the studio").click()
    page.get_by_label("Status").select_option("published")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".told").first).to_have_text("Saved.")
    assert Artwork.objects.get().is_public


def test_chosen_works_are_changed_after_it_was_seen_what_would_change(adas, ada, client_of, axe):
    for title in ("Harbour", "Dunes", "Gale"):
        upload_work(client_of(ada), title=title)
    page = adas.open("/studio/works")
    axe(adas)
    for title in ("Dunes", "Gale"):
        page.get_by_role("checkbox", name=f"Choose {title}").check()
    page.get_by_role("button", name="Change…").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Price").fill("12")
    with adas.expecting(400):
        dialog.get_by_role("button", name="See what would change").click()
        expect(dialog.locator("[data-fault]")).to_have_text("A price needs its currency.")
    axe(adas)
    dialog.get_by_label("Currency").select_option("EUR")
    dialog.get_by_role("button", name="See what would change").click()
    expect(dialog.locator("[data-came]")).to_have_text("2 works change")
    assert not Artwork.objects.exclude(price=None).exists()
    with page.expect_navigation():
        dialog.get_by_role("button", name="Do it").click()
    assert Artwork.objects.filter(price=12).count() == 2


def test_nothing_runs_over_the_edge_of_a_phone(adas, ada, client_of, pictures, axe):
    work = upload_work(client_of(ada), title="W" * 80)
    coast = gallery_of(ada, Artwork.objects.get(), name="G" * 80)
    adas.look(width=PHONE, scheme="dark")
    room = f"/studio/works/{work['id']}"
    ways = [
        "/studio/works",
        "/studio/works?view=list",
        "/studio/works/new",
        f"/studio/works/new?images={pictures[0]}",
        room,
    ]
    for way in [*ways, f"{room}/pictures", f"{room}/delete", "/studio/galleries", f"/studio/galleries/{coast.pk}"]:
        adas.open(way)
        assert adas.overflow() <= 0, way
        axe(adas)
    assert Image.objects.count() == 4

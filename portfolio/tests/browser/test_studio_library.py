"""The library in a browser: pictures are chosen by any hand, and what is done with them is looked at first."""

import re

import pytest
from playwright.sync_api import expect

from gallery.models import Image
from gallery.tests.batches import inside, new_album
from gallery.tests.library import upload
from gallery.tests.pictures import camera_jpeg, jpeg
from portfolio.tests.browser.site import wait_until

pytestmark = pytest.mark.same_on_any_database

LIBRARY = "/studio/library?ordering=name"
CHOSEN = ".choosable :checked"
# The widths of copies are asked for in three requests at once; what matters here is told by the server.
BATCHED = """async () => {
    const { deed, run } = await import("/static/js/studio/batches.js");
    const asked = [], told = [], stopping = new AbortController();
    window.fetch = async (address, { body }) => {
        const { image_ids } = JSON.parse(body);
        asked.push(image_ids.length);
        const results = image_ids.map((id) => ({ id, status: "tagged" }));
        return new Response(JSON.stringify({ results }), { headers: { "Content-Type": "application/json" } });
    };
    const ids = Array.from({ length: 1200 }, (_, number) => `id ${number}`);
    const what = deed({ operation: "tag", tags: ["sea"] }, ids);
    const all = await run("/api/images/batch", [what], { tell: (number, of) => told.push(`${number}/${of}`) });
    const tell = (number) => number === 1 && stopping.abort();
    const some = await run("/api/images/batch", [what], { signal: stopping.signal, tell });
    return [asked, told, all.get("tagged").length, some.get("tagged").length];
}"""


@pytest.fixture
def six(ada, client_of):
    """Ids of ada's pictures, in the order of their titles."""
    client = client_of(ada)
    return [upload(client, jpeg(64 + number, 48), title=f"Picture {number}")["id"] for number in range(6)]


def box(page, number: int):
    return page.get_by_role("checkbox", name=f"Choose Picture {number}")


def chosen(page) -> list[int]:
    titles = page.eval_on_selector_all(CHOSEN, "boxes => boxes.map((box) => box.closest('li, tr').innerText)")
    return [int(re.search(r"Picture (\d)", title)[1]) for title in titles]


def see(page, operation: str) -> None:
    page.get_by_label("What to do with them").select_option(operation)
    page.get_by_role("button", name="See what happens").click()


def test_pictures_are_chosen_by_mouse_and_by_keys(site, six):
    site.sign_in("ada")
    page = site.open(LIBRARY)
    box(page, 1).click()
    box(page, 4).click(modifiers=["Shift"])
    assert chosen(page) == [1, 2, 3, 4]
    expect(page.get_by_text("4 chosen")).to_be_visible()
    box(page, 2).click(modifiers=["Shift"])
    assert chosen(page) == [1, 2]
    page.keyboard.press("Shift+ArrowRight")
    assert chosen(page) == [1, 2, 3]
    page.keyboard.press("End")
    page.keyboard.press("Space")
    assert chosen(page) == [1, 2, 3, 5]
    page.keyboard.press("Control+a")
    assert chosen(page) == list(range(6))
    page.keyboard.press("Escape")
    assert chosen(page) == []
    expect(page.get_by_role("button", name="See what happens")).to_be_hidden()
    site.open("/studio/library?ordering=name&view=list")
    box(page, 0).focus()
    page.keyboard.press("Shift+ArrowDown")
    assert chosen(page) == [0, 1]


def test_pictures_are_chosen_by_touch(enter, six):
    site = enter(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    site.sign_in("ada")
    page = site.open(LIBRARY)
    picture = page.locator(".tile").first
    picture.scroll_into_view_if_needed()
    around = picture.bounding_box()
    finger = page.context.new_cdp_session(page)
    point = {"x": around["x"] + 40, "y": around["y"] + 60}
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    wait_until(page, f"() => document.querySelectorAll('{CHOSEN}').length === 1")
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.locator(".tile").nth(1).tap()
    assert chosen(page) == [0, 1]
    page.get_by_role("button", name="Choose", exact=True).tap()
    assert chosen(page) == []
    page.locator(".tile").first.tap()
    page.wait_for_url(f"**/studio/images/{six[0]}?**")


def test_a_batch_is_looked_at_left_done_and_undone(site, ada, six):
    def tagged() -> list[str]:
        return list(Image.objects.filter(tags__name="sea").values_list("title", flat=True).order_by("title"))

    site.sign_in("ada")
    page = site.open(f"/studio/images/{six[2]}")
    page.get_by_label("Tags", exact=True).fill("sea")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    site.open(LIBRARY)
    for number in (0, 1, 2):
        box(page, number).check()
    page.get_by_label("Tags, with commas between").fill("sea")
    see(page, "tag")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("2 pictures will be tagged.")).to_be_visible()
    expect(dialog.get_by_text("1 stays as it is")).to_be_visible()
    dialog.get_by_role("button", name="Leave it as it is").click()
    assert tagged() == ["Picture 2"]
    see(page, "tag")
    dialog.get_by_role("button", name="Do it").click()
    expect(page.get_by_text("2 pictures were tagged.")).to_be_visible()
    assert tagged() == ["Picture 0", "Picture 1", "Picture 2"]
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("That was undone.")).to_be_visible()
    assert tagged() == ["Picture 2"]


def test_what_works_show_is_left_out_and_moving_is_undone(site, ada, client_of, six):
    client_of(ada).post("/api/artworks/upload", {"image_id": six[0], "title": "The storm"}, format="multipart")
    first, second = new_album(ada, *Image.objects.order_by("title")[:3], name="First"), new_album(ada, name="Second")
    site.sign_in("ada")
    page = site.open(f"{LIBRARY}&album={first.pk}")
    dialog = page.get_by_role("dialog")
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="All of this page").click()
    page.get_by_label("What to do with them").select_option("move")
    page.locator("#deed-album").select_option("Second")
    page.get_by_role("button", name="See what happens").click()
    dialog.get_by_role("button", name="Do it").click()
    expect(page.get_by_text("No picture of yours is like this.")).to_be_visible()
    assert inside(second) == ["Picture 0", "Picture 1", "Picture 2"]
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("That was undone.")).to_be_visible()
    assert (inside(first), inside(second)) == (["Picture 0", "Picture 1", "Picture 2"], [])
    box(page, 0).check()
    box(page, 1).check()
    with site.expecting(409):
        see(page, "delete")
        expect(dialog.get_by_text("The storm")).to_be_visible()
    dialog.get_by_role("button", name="Leave out those that works show").click()
    expect(dialog.get_by_text("1 picture will be deleted.")).to_be_visible()
    dialog.get_by_role("button", name="Do it").click()
    expect(page.get_by_text("1 picture was deleted.")).to_be_visible()
    assert Image.objects.count() == 5


def test_all_that_match_are_chosen_across_pages(site, six, monkeypatch):
    monkeypatch.setattr("portfolio.views.studio.library.ON_A_SHEET", 2)
    site.sign_in("ada")
    page = site.open(LIBRARY)
    box(page, 0).check()
    page.get_by_role("button", name="All 6 that there are").click()
    expect(page.get_by_text("6 chosen")).to_be_visible()
    page.get_by_label("What to do with them").select_option("visibility")
    page.locator("#deed-visibility").select_option("public")
    page.get_by_role("button", name="See what happens").click()
    page.get_by_role("dialog").get_by_role("button", name="Do it").click()
    expect(page.get_by_text("6 pictures were changed.")).to_be_visible()
    assert Image.objects.filter(visibility="public").count() == 6
    assert page.evaluate(BATCHED) == [[500, 500, 200, 500], ["1/3", "2/3", "3/3"], 1200, 500]


def test_the_whole_way_is_walked_without_script(site_without_script, six):
    site = site_without_script
    site.sign_in("ada")
    page = site.open(LIBRARY)
    for number in (1, 3):
        box(page, number).check()
    page.get_by_label("Tags, with commas between").fill("sea, light")
    see(page, "tag")
    expect(page.get_by_text("2 pictures will be tagged.")).to_be_visible()
    assert not Image.objects.filter(tags__name="sea").exists()
    page.get_by_role("button", name="Add tags").click()
    expect(page.get_by_text("2 pictures were tagged.")).to_be_visible()
    assert Image.objects.filter(tags__name="sea").count() == 2
    page.get_by_role("link", name="Picture 3").click()
    page.get_by_label("Title").fill("Dunes")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dunes")


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
def test_each_page_is_open_to_everyone_at_any_width(site, axe, ada, client_of, six, width, scheme):
    told = upload(client_of(ada), camera_jpeg(), title="A title without any end " * 5, tags=["a tag of some length"])
    Image.objects.filter(pk=six[0]).update(title="W" * 200)
    site.look(width=width, scheme=scheme)
    site.sign_in("ada")
    pages = (
        "/studio/library?search=nothing",
        "/studio/library?view=list",
        f"/studio/images/{told['id']}",
        f"/studio/images/{told['id']}/history",
        f"/studio/images/{told['id']}/delete",
        "/studio/duplicates",
        "/studio/tags",
        "/studio/tags/change?name=a+tag+of+some+length",
        "/studio/library?view=grid",
    )
    for path in pages:
        page = site.open(path)
        assert site.overflow() <= 0, path
        axe(site)
    page.locator(".choosable input").first.check()
    axe(site)
    see(page, "delete")
    expect(page.get_by_role("dialog").get_by_text("will be deleted")).to_be_visible()
    assert site.overflow() <= 0
    axe(site)
    site.open("/studio/duplicates").get_by_role("button", name="Keep this one").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep one of them")
    assert site.overflow() <= 0
    axe(site)

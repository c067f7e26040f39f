"""Albums, shares and files of the studio in a browser: what is carried by mouse, finger and keys."""

import re

import pytest
from playwright.sync_api import Page, expect

from gallery.models import AlbumShare, Image
from gallery.tests.albums import album_of, held
from gallery.tests.documents import PDF
from gallery.tests.library import new_file, upload
from gallery.tests.pictures import jpeg
from portfolio.studio import album_pictures
from portfolio.tests.browser.site import PHONE

pytestmark = pytest.mark.same_on_any_database

NAMES = ("Dunes", "Harbour", "Pier", "Salt", "Ropes")


@pytest.fixture
def album(ada, client_of):
    """Five pictures of ada's, in the order of NAMES."""
    client = client_of(ada)
    told = [upload(client, jpeg(300 + 10 * place, 200), title=name) for place, name in enumerate(NAMES)]
    return album_of(ada, *(Image.objects.get(pk=each["id"]) for each in told))


@pytest.fixture
def adas(site, album):
    site.sign_in("ada")
    return site


def room(album) -> str:
    return f"/studio/albums/{album.pk}"


def shown(page: Page) -> list[str]:
    return page.locator(".hung > li").evaluate_all("items => items.map((item) => item.dataset.name)")


def standing(album) -> list[str]:
    titles = dict(Image.objects.values_list("pk", "title"))
    return [titles[pk] for pk in held(album)]


def handle(page: Page, name: str):
    return page.get_by_role("button", name=f"Move {name}")


def carry(page: Page, source, target) -> None:
    """By mouse, from the middle of one thing to the middle of another, and not let go yet."""
    source.hover()
    page.mouse.down()
    box = target.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=8)


def saved(page: Page):
    return page.expect_response(re.compile("/images/order$"))


def test_a_mouse_carries_a_picture_to_its_place_and_what_is_refused_goes_back(adas, album):
    page = adas.open(room(album))
    items = page.locator(".hung > li")
    carry(page, items.filter(has_text="Dunes").locator("img"), items.filter(has_text="Salt"))
    expect(items.nth(3)).to_have_class("carried")
    with saved(page):
        page.mouse.up()
    order = ["Harbour", "Pier", "Salt", "Dunes", "Ropes"]
    expect(page.get_by_role("status").filter(has_text="Dunes: place 4 of 5.")).to_be_attached()
    assert shown(page) == standing(album) == order
    assert page.url == adas.base + room(album)  # the link that was carried is not followed
    carry(page, items.filter(has_text="Ropes").locator("img"), items.nth(0))
    page.keyboard.press("Escape")
    page.mouse.up()
    assert shown(page) == order
    with adas.expecting(400):
        album.album_images.filter(image__title="Pier").delete()
        carry(page, handle(page, "Ropes"), items.nth(0))
        page.mouse.up()
        expect(page.get_by_role("alert")).to_have_text("Name every picture of the album once, and no other.")
    assert shown(page) == order


def test_keys_lift_move_drop_and_put_back_and_a_number_names_a_place(adas, album, monkeypatch):
    page = adas.open(room(album))
    handle(page, "Pier").focus()
    page.keyboard.press("Space")
    expect(handle(page, "Pier")).to_have_attribute("aria-pressed", "true")
    for key in ("ArrowLeft", "Home", "End", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    expect(handle(page, "Pier")).to_be_focused()
    with saved(page):
        page.keyboard.press("Enter")
    assert shown(page) == standing(album) == ["Dunes", "Harbour", "Salt", "Pier", "Ropes"]
    page.keyboard.press("Space")
    page.keyboard.press("Home")
    page.keyboard.press("Escape")
    expect(page.get_by_role("status").filter(has_text="Pier is back at place 4 of 5.")).to_be_attached()
    assert shown(page) == standing(album)
    place = page.get_by_label("Place of Ropes")
    with saved(page):
        place.fill("2")
        place.press("Enter")
    assert shown(page) == standing(album) == ["Dunes", "Ropes", "Harbour", "Salt", "Pier"]
    expect(place).to_have_value("2")
    monkeypatch.setattr(album_pictures, "ON_A_PAGE", 2)
    adas.open(f"{room(album)}?page=2")
    with saved(page):
        page.get_by_label("Place of Harbour").fill("1")
        page.get_by_label("Place of Salt").focus()
    assert shown(page) == ["Salt"]  # it is on another page now
    assert standing(album) == ["Harbour", "Dunes", "Ropes", "Salt", "Pier"]
    expect(page.get_by_label("Place of Salt")).to_have_value("4")


def test_a_finger_carries_by_the_handle_and_chooses_nothing_by_it(enter, album):
    site = enter(has_touch=True, is_mobile=True, viewport={"width": PHONE, "height": 740})
    site.sign_in("ada")
    page = site.open(room(album))
    fingers = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        told = [{"x": x, "y": y} for x, y in points]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})

    handle(page, "Harbour").scroll_into_view_if_needed()
    start, end = (middle(handle(page, name)) for name in ("Harbour", "Dunes"))
    touch("touchStart", start)
    for part in range(1, 9):
        touch("touchMove", (start[0] + (end[0] - start[0]) * part / 8, start[1] + (end[1] - start[1]) * part / 8))
    with saved(page):
        touch("touchEnd")
    assert shown(page) == standing(album) == ["Harbour", "Dunes", "Pier", "Salt", "Ropes"]
    assert not page.locator("atelier-choosing").get_attribute("choosing")


def middle(thing) -> tuple[float, float]:
    box = thing.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_what_is_dropped_on_another_album_moves_there_with_all_that_is_chosen(adas, album, ada):
    other = album_of(ada, name="Nets", parent=album)
    page = adas.open(room(album))
    for name in ("Dunes", "Salt"):
        page.get_by_label(f"Choose {name}").check()
    carry(page, handle(page, "Salt"), page.locator(".onto"))
    expect(page.locator(".onto")).to_have_class("onto aimed-at")
    page.mouse.up()
    expect(page.get_by_role("status").filter(has_text="2 pictures are in “Nets” now.")).to_be_visible()
    expect(page.locator(".onto .hint")).to_have_text("2 pictures")
    assert shown(page) == standing(album) == ["Harbour", "Pier", "Ropes"]
    assert sorted(standing(other)) == ["Dunes", "Salt"]
    page.get_by_label("Choose Pier").check()
    page.get_by_label("Move to").select_option(label="Sea / Nets")
    page.get_by_role("button", name="Move", exact=True).click()
    expect(page.locator(".told").first).to_be_attached()
    assert standing(album) == ["Harbour", "Ropes"]


def test_a_link_is_made_opened_by_a_visitor_logged_and_revoked(adas, enter, album):
    page = adas.open(f"{room(album)}/shares")
    page.locator("input[name=password]").fill("gulls")
    page.get_by_role("button", name="Open the album").click()
    expect(page.get_by_role("status").filter(has_text="The link is there.")).to_be_visible()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("The address is copied.")).to_be_visible()
    address = page.evaluate("() => navigator.clipboard.readText()")
    visitors = enter()
    with visitors.expecting(403):
        visitors.page.goto(address)
        visitors.page.locator("main input[name=password]").fill("gulls")
        visitors.page.locator("main [type=submit]").click()
        expect(visitors.page.get_by_role("heading", level=1)).to_have_text("Sea")
    page.get_by_role("link", name=re.compile("^Log")).click()
    expect(page.get_by_role("row")).to_contain_text(["When", "somebody"])
    page.go_back()
    page.get_by_role("button", name=re.compile("^Revoke")).click()
    expect(page.get_by_text("What it opened is closed now.")).to_be_visible()
    assert not AlbumShare.objects.exists()
    visitors.open(address.removeprefix(adas.base), status=404)


def test_a_file_is_carried_into_a_folder_and_what_cannot_be_is_said(adas, ada, client_of):
    letters = client_of(ada).post("/api/folders", {"name": "Letters"}).json()
    inner = client_of(ada).post("/api/folders", {"name": "Inner", "parent_id": letters["id"]}).json()
    notes = new_file(ada, "notes.txt")
    page = adas.open("/studio/files?kind=file")
    expect(page.locator(".drawers > li")).to_have_count(1)
    page = adas.open("/studio/files")
    line = page.locator(".drawers > li")
    carry(page, line.filter(has_text="notes.txt").locator(".title"), line.filter(has_text="Letters"))
    page.mouse.up()
    expect(page.get_by_text("notes.txt is in Letters now.")).to_be_visible()
    notes.refresh_from_db()
    assert str(notes.folder_id) == letters["id"]
    adas.open(f"/studio/files?folder={letters['id']}")
    client_of(ada).post("/api/folders", {"name": "inner"})
    carry(page, line.filter(has_text="Inner").locator(".title"), page.locator(".path .onto").first)
    with adas.expecting(409):
        page.mouse.up()
        expect(page.get_by_role("alert")).to_have_text("Inner: There is a folder of this name already.")
    assert client_of(ada).get(f"/api/folders/{inner['id']}").json()["parent_id"] == letters["id"]


def test_without_script_an_album_is_made_filled_ordered_and_emptied(enter, album, ada):
    site = enter(java_script_enabled=False)
    site.sign_in("ada")
    page = site.open("/studio/albums")
    page.get_by_text("A new album").click()
    page.get_by_label("Name").fill("Nets")
    page.get_by_role("button", name="Make it").click()
    page.get_by_role("link", name="Add pictures").first.click()
    for name in ("Pier", "Salt", "Dunes"):
        page.get_by_label(name).check()
    page.get_by_role("button", name="Add to the album").click()
    before = shown_without_script(page)
    page.get_by_label(f"Place of {before[2]}").fill("1")
    page.get_by_role("button", name="Save the order").click()
    assert shown_without_script(page) == [before[2], *before[:2]]
    page.get_by_label(f"Choose {before[0]}").check()
    page.get_by_role("button", name="Take out of the album").click()
    expect(page.get_by_role("status").filter(has_text="1 picture is out of the album.")).to_be_visible()
    assert shown_without_script(page) == [before[2], before[1]]


def shown_without_script(page: Page) -> list[str]:
    return page.locator(".hung-name > a").all_inner_texts()


def test_nobody_is_kept_out_and_nothing_runs_over_the_edge(adas, axe, album, ada, client_of):
    album_of(ada, name="Nets" * 40, parent=album)
    share = client_of(ada).post(f"/api/albums/{album.pk}/shares", {"link": True}).json()
    folder = client_of(ada).post("/api/folders", {"name": "Letters" * 30}).json()
    file = upload(client_of(ada), PDF, "prices.pdf")
    paths = [
        "/studio/albums?in",
        room(album),
        *(f"{room(album)}/{way}" for way in ("add", "settings", "delete", "shares")),
    ]
    paths += ["/studio/shares", f"/studio/shares/{share['id']}", "/studio/files", f"/studio/files/{file['id']}"]
    paths += [f"/studio/folders/{folder['id']}", "/studio/albums?search=zzz"]
    for path in paths:
        adas.open(path)
        axe(adas)
        assert adas.overflow() == 0, path
    adas.look(width=PHONE, scheme="dark")
    for number, path in enumerate(paths):
        adas.open(path)
        assert adas.overflow() == 0, path
        if number % 4 == 1:  # an album, to whom it is open, a file
            axe(adas)

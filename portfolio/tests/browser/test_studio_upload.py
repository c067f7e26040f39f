"""Uploads in the studio: dropped, broken off, gone on with, found twice, refused before a byte is sent."""

import re
from base64 import b64encode

import pytest
from playwright.sync_api import expect

from conftest import PASSWORD
from gallery.models import File, Image, ResumableUpload
from gallery.tests.pictures import blotches, encoded, jpeg, scene
from gallery.tests.uploading import send
from portfolio.tests.browser.site import PATIENCE, PHONE, wait_until

PIECE = 4 * 1024 * 1024
LONG = PATIENCE * 1000  # milliseconds for what takes many requests
DROPPED = """([files]) => {
    const data = new DataTransfer();
    for (const [name, base64] of files) {
        data.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], name));
    }
    return data;
}"""
DROPPED_WORDS = """([name, size]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(size).fill(97)], name, {lastModified: 1}));
    return data;
}"""
ALL_KEPT_IS_GONE = """async () => {
    const asked = indexedDB.open("atelier-uploads");
    await new Promise((resolve) => { asked.onsuccess = resolve; });
    const count = asked.result.transaction("entries").objectStore("entries").count();
    await new Promise((resolve) => { count.onsuccess = resolve; });
    return count.result === 0;
}"""


def drop(page, *files):
    """Onto the page, (name, bytes) each."""
    told = [[name, b64encode(data).decode()] for name, data in files]
    page.dispatch_event("main", "drop", {"dataTransfer": page.evaluate_handle(DROPPED, [told])})


def drop_words(page, name="long.txt", size=3 * PIECE - 7):
    page.dispatch_event("main", "drop", {"dataTransfer": page.evaluate_handle(DROPPED_WORDS, [name, size])})


def line(page, name):
    return page.locator(".line").filter(has=page.locator(".name", has_text=name))


def state(page, name):
    return line(page, name).locator(".state")


@pytest.fixture
def studio(site, ada):
    site.sign_in("ada")
    site.open("/studio/upload")
    return site


def pieces_of(page):
    """The method and the `Upload-Offset` of every request to an upload from now on, as they are made."""
    made = []

    def hear(request):
        if "/api/uploads" in request.url:
            made.append((request.method, request.headers.get("upload-offset")))

    page.on("request", hear)
    return made


def test_who_registers_drops_ten_files_and_publishes_them(site, enter, db):
    page = site.open("/register")
    for name, value in (("username", "ada"), ("email", "ada@example.org"), ("password", PASSWORD)):
        page.locator(f"main input[name={name}]").fill(value)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda address: "/register" not in address)
    page = site.open("/studio/upload")
    page.get_by_label("Tags").fill("harbour, salt")
    good = [
        (f"harbour-{number}.jpg", encoded(scene(150 + 9 * number, 100, seed=number), "JPEG")) for number in range(9)
    ]
    with site.expecting(400):
        drop(page, *good, ("torn.jpg", jpeg()[:2000]))
        expect(page.locator("atelier-queue > [role=status]")).to_have_text(
            "Finished. In your library: 9. Not taken: 1.", timeout=LONG
        )
    expect(page.locator(".line[data-state=refused]")).to_have_count(1)
    expect(state(page, "torn.jpg")).to_contain_text("damaged")
    expect(page.get_by_role("link", name="Make works of these")).to_have_attribute(
        "href", re.compile(r"=.{36}(,.{36}){8}$")
    )
    page.get_by_role("button", name="Make them public").click()
    expect(page.get_by_text("They are public now.")).to_be_visible()
    assert {tuple(sorted(image.tags.values_list("name", flat=True))) for image in Image.objects.all()} == {
        ("harbour", "salt")
    }
    visitor = enter()
    found = visitor.open("/tags/harbour")
    expect(found.locator("main .picture")).to_have_count(9)


def test_a_broken_line_goes_on_where_it_was(studio):
    page, breaks = studio.page, iter([True])
    page.route(
        "**/api/uploads/*",
        lambda route: route.abort("aborted") if is_second(route) and next(breaks, False) else route.fallback(),
    )
    made = pieces_of(page)
    drop_words(page)
    expect(state(page, "long.txt")).to_contain_text("The line is lost.")
    expect(page.get_by_role("button", name="Cancel long.txt")).to_be_visible()
    expect(state(page, "long.txt")).to_have_text("In your library", timeout=LONG)
    second, third = str(PIECE), str(2 * PIECE)
    assert made == [
        ("POST", None),
        ("PATCH", "0"),
        ("PATCH", second),
        ("HEAD", None),
        ("PATCH", second),
        ("PATCH", third),
    ]
    assert File.objects.get().size == 3 * PIECE - 7


def is_second(route):
    return route.request.headers.get("upload-offset") == str(PIECE)


def hold_second(page):
    """The first request for the second piece, once it is made: it never gets anywhere. Those after it do."""
    held, first = [], iter([True])
    page.route(
        "**/api/uploads/*",
        lambda route: held.append(route) if is_second(route) and next(first, False) else route.fallback(),
    )
    return held


def test_a_reload_in_the_middle_goes_on_by_itself(studio):
    page = studio.page
    page.on("dialog", lambda dialog: dialog.accept())
    held = hold_second(page)
    drop_words(page)
    expect(state(page, "long.txt")).to_have_text("4 MB of 12 MB")
    made = pieces_of(page)
    page.reload()
    held.pop().abort()
    expect(state(page, "long.txt")).to_have_text("In your library", timeout=LONG)
    assert made[0] == ("HEAD", None)
    assert made[1:] == [("PATCH", str(PIECE)), ("PATCH", str(2 * PIECE))]
    wait_until(page, ALL_KEPT_IS_GONE)


def test_what_was_cancelled_leaves_nothing_and_may_be_tried_again(studio):
    page = studio.page
    held = hold_second(page)
    drop_words(page)
    expect(state(page, "long.txt")).to_have_text("4 MB of 12 MB")
    page.get_by_role("button", name="Cancel long.txt").press("Enter")
    expect(state(page, "long.txt")).to_have_text("Cancelled")
    expect(page.get_by_role("button", name="Try again: long.txt")).to_be_focused()
    held.pop().abort()
    page.get_by_role("button", name="Try again: long.txt").press("Enter")
    expect(state(page, "long.txt")).to_have_text("In your library", timeout=LONG)
    assert ResumableUpload.objects.count() == 1
    page.get_by_role("button", name="Remove long.txt from this list").click()
    expect(page.locator(".line")).to_have_count(0)


def test_what_is_here_already_and_what_looks_like_it(studio, axe, ada, client_of):
    picture = encoded(blotches(900, 600), "JPEG", quality=95)
    send(client_of(ada), ("old.jpg", picture))
    old, page = Image.objects.get(), studio.page
    made = pieces_of(page)
    drop(page, ("same.jpg", picture))
    expect(state(page, "same.jpg")).to_have_text("Was in your library already")
    expect(line(page, "same.jpg").get_by_role("link")).to_have_attribute("href", f"/studio/images/{old.pk}")
    assert made == []
    drop(page, ("smaller.jpg", encoded(blotches(450, 300), "JPEG", quality=90)))
    both = page.get_by_role("group", name="Looks like one that you have")
    expect(both.locator("[data-side=old] [data-facts]")).to_contain_text("900 × 600")
    expect(both.locator("[data-side=new] [data-facts]")).to_contain_text("450 × 300")
    axe(studio)
    both.get_by_role("button", name="Keep the old one").click()
    expect(state(page, "smaller.jpg")).to_have_text("Made one with the picture that looks like it")
    assert list(Image.objects.all()) == [old]


def test_what_will_not_be_taken_is_told_before_a_byte_is_sent(studio, axe, settings):
    settings.MAX_UPLOAD_SIZE, settings.STORAGE_QUOTA = 1_000_000, 1_500_000
    page = studio.open("/studio/upload")
    page.get_by_label("Folder", exact=True).focus()
    made = pieces_of(page)
    drop(page, ("page.html", b"<p>"), ("empty.jpg", b""), ("fake.png", b"words"))
    drop_words(page, "large.txt", 1_000_001)
    for name, words in (
        ("page.html", "type"),
        ("empty.jpg", "empty"),
        ("fake.png", "it is none"),
        ("large.txt", "too large"),
    ):
        expect(state(page, name)).to_contain_text(words)
    expect(page.locator("atelier-queue > [role=status]")).to_contain_text("Not taken: 1.")
    assert made == []
    for width in (1440, PHONE):
        studio.look(width=width)
        axe(studio)
        assert studio.overflow() == 0
    page.get_by_role("button", name="Remove empty.jpg from this list").press("Enter")
    expect(page.get_by_role("button", name="Remove fake.png from this list")).to_be_focused()
    assert not File.objects.exists()


def test_a_folder_stays_one_and_what_is_here_already_enters_the_album(studio, ada, client_of, tmp_path):
    adas = client_of(ada)
    album = adas.post("/api/albums", {"name": "Sea"}).json()["id"]
    send(adas, ("old.jpg", jpeg()))
    inner = tmp_path / "Harbour" / "2024"
    inner.mkdir(parents=True)
    for path, data in ((inner / "old.jpg", jpeg()), (inner / "new.jpg", jpeg(90, 60)), (inner / ".DS_Store", b"-")):
        path.write_bytes(data)
    page = studio.open("/studio/upload")
    page.get_by_label("Album").select_option("Sea")
    page.get_by_label("Keep the folders").check()
    page.get_by_label("Choose a folder").set_input_files(tmp_path / "Harbour")
    expect(state(page, "Harbour / 2024 / old.jpg")).to_have_text("Was in your library already")
    expect(state(page, "Harbour / 2024 / new.jpg")).to_have_text("In your library")
    assert [each.name for each in File.objects.get(name="new.jpg").folder.ancestors(include_self=True)] == [
        "Harbour",
        "2024",
    ]
    assert Image.objects.filter(albums=album).count() == 2


def test_without_script_a_form_takes_one_picture(site_without_script, ada, tmp_path):
    site = site_without_script
    site.sign_in("ada")
    page = site.open("/studio/upload")
    (tmp_path / "harbour.jpg").write_bytes(jpeg())
    page.get_by_label("File", exact=True).set_input_files(tmp_path / "harbour.jpg")
    page.get_by_role("button", name="Upload").click()
    expect(page.locator(".told")).to_have_text("harbour.jpg is in your library.")
    page.get_by_role("button", name="Upload").click()
    expect(page.locator("#id_file_error")).to_have_text("Choose a file.")

"""Pictures that fill the screen: by key, by finger, closer and closer, and back to where one was."""

from uuid import UUID

import pytest
from playwright.sync_api import expect

from gallery.actions.album_images import add_images
from gallery.actions.albums import create_album
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg
from portfolio.tests.browser.site import wait_until

FINGER = {"has_touch": True, "is_mobile": True, "viewport": {"width": 360, "height": 740}}
LOADED = "() => [...document.querySelectorAll('.slide[data-place=\"0\"] img')].every((img) => img.complete && img.naturalWidth)"
SEEN = ".slide[data-place='0']"


@pytest.fixture
def album(ada, client_of):
    """Three pictures of hers: Dune 0, Dune 1, Dune 2."""
    client = client_of(ada)
    sent = [
        upload(client, jpeg(700 + number, 1500), title=f"Dune {number}", visibility="public") for number in range(3)
    ]
    made = create_album(by=ada, name="Coast", privacy_setting="public")
    add_images(album=made, by=ada, image_ids=[UUID(image["id"]) for image in sent])
    return f"/albums/{made.pk}"


def opened(site, album, title="Dune 1"):
    """The page with the dialog open at this picture."""
    page = site.open(album)
    page.locator(".picture", has_text=title).click()
    expect(page.locator(".lightbox")).to_be_visible()
    wait_until(page, LOADED)
    return page


def status(page):
    return page.locator(".lightbox [role=status]")


def scale(page) -> float:
    """How many times the picture that is seen is enlarged."""
    return page.locator(f"{SEEN} .mounted").evaluate("(mount) => new DOMMatrix(mount.style.transform).a")


def touch(page, kind: str, *points: tuple[int, int]) -> None:
    """Fingers on the screen, as the device tells them."""
    told = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    page.touch_session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})


@pytest.fixture
def phone(enter, album):
    """A phone on which the second picture fills the screen."""
    page = opened(enter(**FINGER), album)
    page.touch_session = page.context.new_cdp_session(page)
    return page


def test_it_is_walked_through_and_left_by_key(site, album, axe):
    page = opened(site, album)
    expect(page.locator(".lightbox")).to_be_focused()
    expect(status(page)).to_have_text("2 of 3: Dune 1")
    axe(site)
    for key, told in [("ArrowRight", "3 of 3: Dune 2"), ("ArrowRight", "3 of 3: Dune 2"), ("Home", "1 of 3: Dune 0")]:
        page.keyboard.press(key)
        expect(status(page)).to_have_text(told)
    page.keyboard.press("Escape")
    expect(page.locator(".lightbox")).to_be_hidden()
    expect(page.locator(".picture", has_text="Dune 1")).to_be_focused()
    wait_until(page, "history.state === null")  # the way back is taken in its own time


def test_the_focus_stays_in_it_and_the_page_behind_stands_still(site, album):
    page = opened(site, album)
    before = page.evaluate("scrollY")
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('.lightbox')"
        )
    page.mouse.move(700, 400)
    page.keyboard.press("PageDown")
    assert page.evaluate("scrollY") == before


def test_its_buttons_do_as_the_keys_do_and_its_caption_leads_to_the_page(site, album):
    page = opened(site, album)
    page.get_by_role("button", name="Next picture").click()
    expect(status(page)).to_have_text("3 of 3: Dune 2")
    expect(page.get_by_role("button", name="Next picture")).to_have_attribute("aria-disabled", "true")
    page.get_by_role("button", name="Zoom in").click()
    assert scale(page) == 1.5
    page.locator(".lightbox .caption a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dune 2")


def test_the_way_back_closes_it(site, album):
    page = opened(site, album)
    page.go_back()
    expect(page.locator(".lightbox")).to_be_hidden()
    assert page.url.endswith(album)


def test_it_comes_closer_by_key_and_wheel_and_loads_more_only_then(site, album):
    page = opened(site, album)
    fine = page.locator(f"{SEEN} img").last
    assert "size=large" in fine.evaluate("(img) => img.currentSrc")
    page.keyboard.press("+")
    page.keyboard.press("+")
    wait_until(page, f"() => document.querySelector(\"{SEEN} img\").currentSrc.includes('size=xlarge')")
    page.keyboard.press("ArrowRight")  # shifts what is enlarged
    expect(status(page)).to_have_text("2 of 3: Dune 1")
    page.keyboard.press("0")
    assert scale(page) == 1
    page.mouse.move(500, 300)
    page.mouse.wheel(0, -200)
    wait_until(page, f'() => new DOMMatrix(document.querySelector("{SEEN} .mounted").style.transform).a > 1.2')
    page.mouse.dblclick(500, 300)
    wait_until(page, f'() => new DOMMatrix(document.querySelector("{SEEN} .mounted").style.transform).a === 1')


@pytest.mark.parametrize(("to", "told"), [(60, "3 of 3: Dune 2"), (340, "1 of 3: Dune 0"), (190, "2 of 3: Dune 1")])
def test_a_swipe_turns_over_and_a_tremble_does_not(phone, to, told):
    touch(phone, "touchStart", (200, 300))
    touch(phone, "touchMove", ((200 + to) // 2, 300))
    assert phone.locator(".stage.held").count()
    touch(phone, "touchMove", (to, 300))
    touch(phone, "touchEnd")
    expect(status(phone)).to_have_text(told)
    expect(phone.locator(".stage.held")).to_have_count(0)


def test_two_fingers_that_part_enlarge_it(phone):
    touch(phone, "touchStart", (160, 300), (200, 300))
    touch(phone, "touchMove", (120, 300), (240, 300))
    touch(phone, "touchEnd")
    assert scale(phone) == pytest.approx(3, rel=0.1)
    expect(status(phone)).to_have_text("2 of 3: Dune 1")


def test_without_script_a_picture_leads_to_its_page(site_without_script, album):
    page = site_without_script.open(album)
    page.locator(".picture").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dune 0")


def test_a_key_held_opens_the_link_as_ever(site, album):
    page = site.open(album)
    with page.context.expect_page() as other:
        page.locator(".picture").first.click(modifiers=["Control"])
    other.value.wait_for_load_state()
    expect(page.locator(".lightbox")).to_have_count(0)

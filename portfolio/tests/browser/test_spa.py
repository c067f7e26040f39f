"""The example app from an origin of its own: a person does there what they would do here."""

import importlib.util
import re
import threading
from pathlib import Path

import pytest
from playwright.sync_api import expect

from conftest import PASSWORD
from gallery.models import Artwork
from gallery.tests.pictures import encoded, scene
from gallery.tests.works import upload_work
from portfolio.tests.browser.site import wait_until
from social.models import Comment

SERVE = Path(__file__).parents[3] / "examples/spa/serve.py"
BAD = {"name": "bad.jpg", "mimeType": "image/jpeg", "buffer": b"not a picture"}


def served_by():
    """The module that its README tells to run."""
    spec = importlib.util.spec_from_file_location("spa_serve", SERVE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def origin(live_server):
    """Where the app is served, under the policy that lets it speak to this site alone."""
    server = served_by().app_server(port=0, site=live_server.url)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def allowed(settings, origin):
    settings.CORS_ALLOWED_ORIGINS = settings.CSRF_TRUSTED_ORIGINS = [origin]


@pytest.fixture
def app(site_at, origin, live_server):
    """`app(path)`: the app open in a browser at one of its views, for a visitor."""
    site = site_at(origin)

    def open_view(view: str = ""):
        with site.expecting(401):  # of a visitor, asked who they are
            site.open(f"/?api={live_server.url}#/{view}")
            expect(site.page.get_by_role("heading", level=1)).to_be_visible()
        return site

    return open_view


def enter(page, button: str, **values: str) -> None:
    for name, value in values.items():
        page.locator(f"main [name={name}]").fill(value)
    page.get_by_role("button", name=button).click()


def picture(name: str) -> dict:
    return {"name": f"{name}.jpg", "mimeType": "image/jpeg", "buffer": encoded(scene(seed=len(name) * 7), "JPEG")}


def test_from_registering_to_signing_in_again(app, allowed, axe, db):
    site = app("register")
    page = site.page
    axe(site)
    enter(page, "Register", username="dora", email="dora@example.org", password=PASSWORD, artist_name="Dora D.")
    expect(page.get_by_text("@dora")).to_be_visible()
    publish(site, page)
    axe(site)
    page.get_by_role("link", name="Works", exact=True).click()
    page.get_by_role("link", name="teal").click()
    like_and_say(page)
    axe(site)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("link", name="Sign in").click()
    enter(page, "Sign in", username="dora", password=PASSWORD)
    expect(page.get_by_text("@dora")).to_be_visible()
    page.reload()
    expect(page.get_by_text("@dora")).to_be_visible()


def publish(site, page) -> None:
    """Two works come in with their progress; what is no picture is told beside it and keeps its words."""
    page.get_by_role("link", name="Upload").click()
    page.get_by_label("Pictures").set_input_files([picture("teal"), BAD, picture("maroon")])
    page.get_by_role("group", name="teal.jpg").get_by_label("What the picture shows").fill("All teal")
    page.evaluate("""() => {
        window.seen = [];
        for (const bar of document.querySelectorAll("progress"))
            new MutationObserver(() => window.seen.push(bar.value)).observe(bar, {attributes: true});
    }""")
    with site.expecting(415):
        page.get_by_role("button", name="Publish").click()
        expect(page.get_by_role("status")).to_have_text("2 works published, 1 not: see beside each.")
    assert 1 in page.evaluate("window.seen")
    expect(page.locator(".queue .fault").last).to_have_text("The name says that this is a picture, but it is none.")
    expect(page.get_by_role("group", name="bad.jpg").get_by_label("Title")).to_have_value("bad")
    assert sorted(Artwork.objects.values_list("title", "alt_text")) == [("maroon", ""), ("teal", "All teal")]


def like_and_say(page) -> None:
    page.get_by_role("button", name="Like").click()
    expect(page.get_by_role("button", name="Liked · 1 like")).to_have_attribute("aria-pressed", "true")
    words = "<b>Mine</b> & well"
    page.get_by_label("Your comment").fill(words)
    page.get_by_role("button", name="Say it").click()
    expect(page.locator(".comments .written")).to_have_text(words)
    expect(page.get_by_label("Your comment")).to_have_value("")
    wait_until(page, "document.querySelector('.shown').naturalWidth > 0")


def test_a_visitor_signs_in_where_they_were_and_loses_nothing(app, allowed, axe, ada, ben, client_of):
    work = upload_work(client_of(ada), title="Dunes")
    site = app(f"works/{work['id']}")
    page = site.page
    page.get_by_label("Your comment").fill("Like home.")
    page.get_by_role("button", name="Say it").click()
    dialog = page.get_by_role("dialog")
    axe(site)
    dialog.get_by_label("Username").fill("ben")
    dialog.get_by_label("Password").fill("wrong")
    with site.expecting(401):
        dialog.get_by_role("button", name="Sign in").click()
        expect(dialog.get_by_role("alert")).to_have_text("Name and password do not belong together.")
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in").click()
    expect(page.locator(".comments .written")).to_have_text("Like home.")
    assert Comment.objects.get().commenter == ben
    page.get_by_role("button", name="Follow ada").click()
    expect(page.get_by_role("button", name="Following ada · 1 follower")).to_be_visible()


def test_what_is_refused_is_told_at_its_field_and_how_long_to_wait(app, allowed, axe, ada, settings):
    settings.RATE_LIMITS = {"register": (2, 3600)}
    site = app("register")
    page = site.page
    site.look(width=360, scheme="dark")
    with site.expecting(400), site.expecting(429):
        enter(page, "Register", username="ada", email="nowhere", password="short")
        expect(page.locator("[name=username]")).to_be_focused()
        assert page.locator("[aria-invalid]").count() >= 2
        axe(site)
        assert site.overflow() <= 0
        enter(page, "Register", username="ada")
        enter(page, "Register", username="ada")
        expect(page.get_by_role("alert")).to_contain_text(re.compile(r"Try again in \d+ (second|minute)s?\."))
    expect(page.locator("[name=email]")).to_have_value("nowhere")


def test_a_lost_line_is_told_and_what_was_typed_stays(app, allowed, ada):
    site = app("sign-in")
    page = site.page
    page.context.set_offline(True)
    enter(page, "Sign in", username="ada", password=PASSWORD)
    expect(page.get_by_role("alert")).to_contain_text("The site does not answer. You may be offline")
    page.context.set_offline(False)
    site.troubles.clear()
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("@ada")).to_be_visible()


def test_an_origin_that_is_not_allowed_gets_nothing(app, ada, client_of):
    upload_work(client_of(ada), title="Dunes")
    site = app()
    expect(site.page.get_by_role("heading", level=1)).to_have_text("That did not work")
    expect(site.page.locator("main")).to_contain_text("it does not know this app")
    assert "Dunes" not in site.page.content()
    assert any("CORS policy" in trouble for trouble in site.troubles)
    site.troubles.clear()

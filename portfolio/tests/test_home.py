"""What a newcomer sees at the front door."""

import pytest

from gallery.models import Gallery
from gallery.tests.works import new_work
from portfolio.tests.entries import new_exhibition
from portfolio.tests.reading import titles


def test_the_newest_public_pictures_come_first(read, visitor, ada, ben, show):
    for owner, title in ((ada, "Dunes"), (ben, "Moonrise"), (ada, "Ridges")):
        show(owner, title=title)
    page = read(visitor, "/")
    assert titles(page) == ["Ridges", "Moonrise", "Dunes"]
    assert "Moonrise ben" in page.text


@pytest.mark.parametrize("who", ["visitor", "ada"])
def test_a_private_picture_hangs_for_nobody(request, client_of, read, visitor, ada, show, who):
    show(ada, title="Secret", visibility="private")
    page = read(visitor if who == "visitor" else client_of(ada), "/")
    assert not page.all("img")
    assert "Secret" not in page.html


def test_a_private_picture_changes_not_a_byte(visitor, ada, show):
    show(ada)
    before = visitor.get("/").content
    show(ada, title="Secret", visibility="private")
    assert visitor.get("/").content == before


def test_no_more_than_24_pictures_hang(read, visitor, ada, show):
    for _ in range(26):
        show(ada)
    assert len(read(visitor, "/").all("img")) == 24


def test_each_picture_has_its_words_its_room_and_its_placeholder(read, visitor, ada, show):
    show(ada, title="Dunes", alt_text="Sand in low light")
    show(ada, title="")
    untitled, dunes = read(visitor, "/").all("img")
    assert (dunes["alt"], untitled["alt"]) == ("Sand in low light", "")
    assert int(dunes["width"]) / int(dunes["height"]) == 1.5
    assert "size=small 320w" in dunes["srcset"]
    assert "size=large 1280w" in dunes["srcset"]


def test_the_placeholder_lies_under_the_picture_unless_that_is_transparent(read, visitor, ada, show):
    show(ada, title="Opaque", placeholder="data:image/webp;base64,AAAA")
    show(ada, title="Glass", placeholder="data:image/webp;base64,BBBB", has_alpha=True)
    assert read(visitor, "/").one("image")["href"] == "data:image/webp;base64,AAAA"


def test_only_the_first_row_is_loaded_before_it_is_seen(read, visitor, ada, show):
    for _ in range(6):
        show(ada)
    eager = [image.attributes.get("fetchpriority") == "high" for image in read(visitor, "/").all("img")]
    lazy = [image.attributes.get("loading") == "lazy" for image in read(visitor, "/").all("img")]
    assert eager == [True] * 3 + [False] * 3
    assert lazy == [not each for each in eager]


def test_an_empty_house_says_so(read, visitor):
    page = read(visitor, "/")
    assert "Nothing hangs here yet." in page.text
    assert not page.all("meta", property="og:image")


@pytest.mark.parametrize("address", ["/register", "/login", "/api/docs", "/api/schema"])
def test_a_newcomer_is_told_how_to_register_and_where_the_api_is_described(read, visitor, address):
    assert read(visitor, "/").all("a", href=address)


def test_who_is_signed_in_sees_their_name_and_the_way_out(read, client_of, ada):
    page = read(client_of(ada), "/")
    assert page.one("a", **{"class": "person"}).text == "ada"
    assert page.one("form", method="post", action="/logout")
    assert not page.all("a", href="/register")


def test_signing_out_by_the_button_ends_the_session(client_of, ada):
    client = client_of(ada)
    client.handler.enforce_csrf_checks = True
    token = client.get("/").context["csrf_token"]
    assert client.post("/logout", {"csrfmiddlewaretoken": str(token)}, format="multipart").status_code == 302
    assert "Sign in" in client.get("/").content.decode()


def test_a_link_to_the_house_shows_the_newest_picture(read, visitor, ada, show):
    image = show(ada, alt_text="Sand")
    page = read(visitor, "/")
    assert page.meta("og:image") == f"http://testserver/api/images/{image.pk}/thumbnail?size=large&format=jpeg"
    assert (page.meta("og:image:width"), page.meta("og:image:height")) == ("1280", "853")
    assert page.meta("og:image:alt") == "Sand"


def test_markup_in_words_is_told_as_words(read, visitor, ada, show):
    show(ada, title='<script>"', alt_text='"><b>')
    page = read(visitor, "/")
    assert [script["type"] for script in page.all("script")] == ["application/ld+json"]
    assert not page.all("b")
    assert '<script>"' in page.text


@pytest.mark.parametrize("appearance", ["light", "dark", "system"])
def test_the_page_appears_as_its_reader_prefers(read, client_of, ada, appearance):
    ada.appearance = appearance
    ada.save()
    assert read(client_of(ada), "/").one("html")["data-appearance"] == appearance


def test_no_cache_between_keeps_a_page_that_bears_a_name(client_of, ada):
    assert client_of(ada).get("/").headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_front_door_is_for_reading(visitor, method):
    assert getattr(visitor, method)("/").status_code == 405


def test_a_work_that_is_put_forward_opens_the_page_and_the_others_hang_above_the_newest_pictures(
    read, visitor, ada, show
):
    show(ada, title="A picture")
    works = [new_work(ada, title) for title in ("First", "Second")]
    page = read(visitor, "/")
    assert [heading.text for heading in page.all("h2")][:3] == ["On view", "Artists to get to know", "New on the walls"]
    assert {link["href"] for link in page.all("a", **{"class": "picture"})[:2]} == {
        f"/artworks/{work.pk}" for work in works
    }
    assert page.all("a", **{"class": "picture"})[0]["href"].removeprefix("/artworks/") in page.meta("og:image")


def test_exhibitions_to_enter_and_to_see_are_linked_to(read, visitor, ada):
    assert "Exhibitions to enter and to see" not in read(visitor, "/").text
    exhibitions = [new_exhibition(ada), new_exhibition(ada, status="running")]
    new_exhibition(ada, title="Over", status="closed")
    page = read(visitor, "/")
    linked = [link["href"] for link in page.all("a") if link["href"].startswith("/exhibitions/")]
    assert linked == [f"/exhibitions/{each.pk}" for each in exhibitions]


def test_galleries_and_artists_that_are_put_forward_are_linked_to(read, visitor, ada):
    work = new_work(ada)
    room = Gallery.objects.create(owner=ada, name="Room", slug="room", public_artwork_count=1)
    room.hangings.create(artwork=work, position=0)
    page = read(visitor, "/")
    assert page.all("a", href="/@ada/galleries/room")
    assert page.all("a", href="/@ada")

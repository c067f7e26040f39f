"""The page of an album."""

from uuid import uuid4

import pytest

from gallery.actions.album_images import add_images
from gallery.actions.albums import change_album
from gallery.actions.shares import share_with_person
from portfolio.tests.reading import titles
from portfolio.views.album import PAGE


def path_of(album) -> str:
    return f"/albums/{album.pk}"


def shown(page) -> list[str]:
    """The titles of the pictures on the wall."""
    figures = page.all("figcaption")
    return titles(page)[-len(figures) :] if figures else []


def path_above(page) -> list[str]:
    return [
        link.text for link in page.all("a") if link["href"].startswith("/albums/") and "class" not in link.attributes
    ]


def test_it_tells_name_artist_number_and_description(read, visitor, ada, show, hang_album):
    album = hang_album(ada, "Coast", description="Three days.", privacy_setting="public", images=[show(ada), show(ada)])
    page = read(visitor, path_of(album))
    assert page.one("h1").text == "Coast"
    assert page.one("title").text == "Coast, ada · Atelier"
    for words in ("ada · 2 pictures", "Three days."):
        assert words in page.one("main").text


def test_the_artists_name_leads_to_their_portfolio(read, visitor, ada, hang_album):
    links = read(visitor, path_of(hang_album(ada, privacy_setting="public"))).all("a")
    assert [link["href"] for link in links if link.text == "ada"] == ["/@ada"]


def test_pictures_hang_in_the_albums_order(read, visitor, ada, show, hang_album):
    first, second, third = (show(ada, title=title) for title in ("Dunes", "Moonrise", "Ridges"))
    album = hang_album(ada, privacy_setting="public", images=[second, third, first])
    assert shown(read(visitor, path_of(album))) == ["Moonrise", "Ridges", "Dunes"]


@pytest.mark.parametrize(
    ("privacy", "statuses"),
    [
        ("public", {"visitor": 200, "cyn": 200, "ben": 200, "mo": 200, "ada": 200}),
        ("shared", {"visitor": 404, "cyn": 404, "ben": 200, "mo": 404, "ada": 200}),
        ("private", {"visitor": 404, "cyn": 404, "ben": 404, "mo": 404, "ada": 200}),
    ],
)
def test_it_is_there_for_whom_it_is_open_to(request, client_of, visitor, ada, ben, show, hang_album, privacy, statuses):
    album = hang_album(ada, images=[show(ada, visibility="private")])
    share_with_person(album=album, by=ada, user=ben)
    change_album(album=album, by=ada, privacy_setting=privacy)
    for who, status in statuses.items():
        client = visitor if who == "visitor" else client_of(request.getfixturevalue(who))
        assert client.get(path_of(album)).status_code == status, who


def test_a_hidden_album_and_an_absent_one_give_the_same_page(visitor, ada, hang_album):
    hidden = visitor.get(path_of(hang_album(ada)))
    absent = visitor.get(f"/albums/{uuid4()}")
    assert hidden.status_code == absent.status_code == 404
    assert hidden.content == absent.content


@pytest.mark.parametrize(
    ("privacy", "who", "note"),
    [
        ("private", "ada", "Only you see this album."),
        ("shared", "ada", "You and those you share it with see this album."),
        ("shared", "ben", "Shared with you."),
        ("public", "ben", None),
    ],
)
def test_it_says_who_else_sees_it(request, read, client_of, ada, ben, hang_album, privacy, who, note):
    album = hang_album(ada)
    share_with_person(album=album, by=ada, user=ben)
    change_album(album=album, by=ada, privacy_setting=privacy)
    page = read(client_of(request.getfixturevalue(who)), path_of(album))
    assert [each.text for each in page.all("p", role="note")] == ([note] if note else [])


@pytest.mark.parametrize(("privacy", "robots"), [("public", []), ("private", ["noindex"])])
def test_only_a_public_one_is_for_indexes(read, client_of, ada, show, hang_album, privacy, robots):
    page = read(client_of(ada), path_of(hang_album(ada, privacy_setting=privacy, images=[show(ada)])))
    assert [meta["content"] for meta in page.all("meta", name="robots")] == robots
    assert bool(page.all("meta", property="og:image")) == (not robots)


def test_the_path_names_only_albums_that_the_reader_may_see(read, visitor, client_of, ada, hang_album):
    top = hang_album(ada, "Travels", privacy_setting="public")
    middle = hang_album(ada, "Drafts", parent=top)
    album = hang_album(ada, "Coast", parent=middle, privacy_setting="public")
    assert path_above(read(client_of(ada), path_of(album))) == ["Travels", "Drafts"]
    page = read(visitor, path_of(album))
    assert path_above(page) == ["Travels"]
    assert "Drafts" not in page.html


def test_albums_in_it_stand_by_name_with_covers(read, visitor, ada, show, hang_album):
    top = hang_album(ada, privacy_setting="public")
    dunes, ridges = show(ada), show(ada)
    hang_album(ada, "west", parent=top, privacy_setting="public", images=[dunes, ridges])
    chosen = hang_album(ada, "East", parent=top, privacy_setting="public", images=[dunes, ridges])
    change_album(album=chosen, by=ada, cover_image_id=ridges.pk)
    hang_album(ada, "Secret", parent=top, images=[dunes])
    hang_album(ada, "North", parent=top, privacy_setting="public")
    page = read(visitor, path_of(top))
    cards = [card.text for card in page.all("a", **{"class": "card"})]
    assert cards == ["East 2 pictures", "North", "west 2 pictures"]
    assert [str(image.pk) in cover["src"] for image, cover in zip((ridges, dunes), page.all("img"), strict=True)] == [
        True,
        True,
    ]


def test_a_private_thing_changes_not_a_byte(visitor, ada, show, hang_album):
    album = hang_album(ada, privacy_setting="public", images=[show(ada)])
    before = visitor.get(path_of(album)).content
    hang_album(ada, "Secret", parent=album, images=[show(ada, visibility="private")])
    assert visitor.get(path_of(album)).content == before


def test_a_long_album_is_turned_over_by_links(read, visitor, ada, show, hang_album):
    album = hang_album(ada, privacy_setting="public", images=[show(ada, title=f"No {n}") for n in range(PAGE + 2)])
    hang_album(ada, "Below", parent=album, privacy_setting="public")
    first = read(visitor, path_of(album))
    onward = first.one("a", rel="next")["href"]
    second = read(visitor, onward)
    assert len(shown(first)) == PAGE
    assert shown(second) == [f"No {PAGE}", f"No {PAGE + 1}"]
    assert second.one("a", rel="prev")["href"] == path_of(album)
    assert second.one("link", rel="canonical")["href"] == f"http://testserver{onward}"
    assert not second.all("a", **{"class": "card"})


@pytest.mark.parametrize("page", ["0", "2", "-1", "x", "1e9", ""])
def test_a_page_that_is_not_there_is_not_there(visitor, ada, show, hang_album, page):
    album = hang_album(ada, privacy_setting="public", images=[show(ada)])
    assert visitor.get(path_of(album), {"page": page}).status_code == 404


def test_an_empty_album_says_so(read, visitor, ada, hang_album):
    page = read(visitor, path_of(hang_album(ada, privacy_setting="public")))
    assert "Nothing hangs in this album yet." in page.text
    assert not page.all("meta", property="og:image")


def test_what_others_put_into_it_hangs_there_under_their_name(read, client_of, ada, ben, show, hang_album):
    album = hang_album(ada)
    share_with_person(album=album, by=ada, user=ben, can_contribute=True)
    add_images(album=album, by=ben, image_ids=[show(ben, title="Tide", visibility="private").pk])
    page = read(client_of(ada), path_of(album))
    assert shown(page) == ["Tide"]
    assert "Tide ben" in page.text


def test_markup_in_words_is_told_as_words(read, visitor, ada, hang_album):
    album = hang_album(ada, "<script>x</script>", description='"><b>bold', privacy_setting="public")
    page = read(visitor, path_of(album))
    assert {script["type"] for script in page.all("script")} <= {"module", "application/ld+json"}
    assert not page.all("b")
    assert page.one("h1").text == "<script>x</script>"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_for_reading(visitor, ada, hang_album, method):
    album = hang_album(ada, privacy_setting="public")
    assert getattr(visitor, method)(path_of(album)).status_code == 405

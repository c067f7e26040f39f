"""The page of one picture."""

from uuid import uuid4

import pytest

from gallery.actions.shares import share_by_link, share_with_person
from gallery.models import Access

pytestmark = pytest.mark.same_on_any_database


def path_of(image) -> str:
    return f"/images/{image.pk}"


def test_the_label_tells_title_artist_date_and_size(read, visitor, ada, show):
    page = read(visitor, path_of(show(ada, title="Dunes", description="Seen from the road.")))
    assert page.one("h1").text == "Dunes"
    assert page.one("title").text == "Dunes, ada · Atelier"
    for words in ("ada", "Seen from the road.", "1 May 2026", "3000 × 2000 px"):
        assert words in page.one("main").text


@pytest.mark.parametrize(("is_active", "hrefs"), [(True, ["/@ada"]), (False, [])])
def test_the_artists_name_leads_to_their_portfolio_where_they_have_one(read, visitor, ada, show, is_active, hrefs):
    image = show(ada)
    type(ada).objects.filter(pk=ada.pk).update(is_active=is_active)
    links = read(visitor, path_of(image)).all("a")
    assert [link["href"] for link in links if link.text == "ada"] == hrefs


def test_a_picture_without_a_title_is_untitled(read, visitor, ada, show):
    page = read(visitor, path_of(show(ada, title="")))
    assert page.one("h1").text == "Untitled"
    assert page.all("img")[0]["alt"] == ""


def test_tags_are_listed_in_alphabetical_order(read, visitor, ada, show):
    image = show(ada)
    for name in ("sand", "light"):
        image.tags.create(name=name, slug=name, through_defaults={"uploaded_at": image.uploaded_at})
    assert [item.text for item in read(visitor, path_of(image)).all("li")] == ["light", "sand"]


def test_what_the_camera_wrote_is_told_and_the_place_is_not(read, visitor, ada, show):
    image = show(
        ada, camera_make="Canon", camera_model="EOS 40D", aperture=2.8, location_lat=48.85837, location_lon=2.29448
    )
    page = read(visitor, path_of(image))
    assert "Canon EOS 40D" in page.text
    assert "f/2.8" in page.text
    assert "48.85" not in page.html


def test_the_picture_is_drawn_at_most_in_its_own_size(read, visitor, ada, show):
    image = show(ada, width=900, height=600)
    (picture,) = read(visitor, path_of(image)).all("img")
    assert (picture["width"], picture["height"]) == ("900", "600")
    assert picture["srcset"].endswith(f"/api/images/{image.pk}/thumbnail?size=large 900w")


def test_its_room_is_kept_while_it_loads(read, visitor, ada, show):
    page = read(visitor, path_of(show(ada)))
    assert page.one("svg", width="2048")["viewbox"] == "0 0 2048 1365"
    assert page.one("image")["href"].startswith("data:image/webp;")


@pytest.mark.parametrize(
    ("who", "allowed", "offered"),
    [("visitor", True, 1), ("visitor", False, 0), ("cyn", False, 0), ("ada", False, 1)],
)
def test_the_original_is_offered_where_it_may_be_taken(
    request, read, client_of, visitor, ada, show, who, allowed, offered
):
    image = show(ada, allow_download=allowed)
    client = visitor if who == "visitor" else client_of(request.getfixturevalue(who))
    assert len(read(client, path_of(image)).all("a", href=f"/api/images/{image.pk}/download")) == offered


@pytest.mark.parametrize(
    ("owner", "own", "robots", "reservation"),
    [
        ("unspecified", "", None, None),
        ("allowed", "", None, "0"),
        ("disallowed", "", "noai, noimageai", "1"),
        ("disallowed", "allowed", None, "0"),
        ("allowed", "disallowed", "noai, noimageai", "1"),
    ],
)
def test_programs_are_told_whether_they_may_train_on_it(read, visitor, ada, show, owner, own, robots, reservation):
    ada.ai_training = owner
    ada.save()
    path = path_of(show(ada, ai_training=own))
    headers, page = visitor.get(path).headers, read(visitor, path)
    assert (headers.get("X-Robots-Tag"), headers.get("TDM-Reservation")) == (robots, reservation)
    told = {meta["name"]: meta["content"] for meta in page.all("meta") if "name" in meta.attributes}
    assert (told.get("robots"), told.get("tdm-reservation")) == (robots, reservation)
    assert ("No use for the training of generative models." in page.text) == (reservation == "1")


def test_a_private_one_is_kept_from_indexes_and_from_training(read, client_of, ada, show):
    image = show(ada, visibility="private", ai_training="disallowed")
    assert read(client_of(ada), path_of(image)).meta("robots") == "noindex, noai, noimageai"


@pytest.mark.parametrize(
    ("own", "of_file", "of_owner", "told"),
    [("", "", "", "© ada"), ("", "", "© Ada Ltd", "© Ada Ltd"), ("© museum", "(c) 2024", "© Ada Ltd", "© museum")],
)
def test_the_notice_in_force_stands_below(read, visitor, ada, show, own, of_file, of_owner, told):
    ada.copyright_notice = of_owner
    ada.save()
    page = read(visitor, path_of(show(ada, copyright_notice=own, copyright=of_file)))
    assert told in [hint.text for hint in page.all("p", **{"class": "hint"})]


def test_it_leads_back_to_the_albums_that_its_reader_may_see(read, visitor, client_of, ada, show, hang_album):
    image = show(ada)
    album = hang_album(ada, "Coast", privacy_setting="public", images=[image])
    hang_album(ada, "Drafts", images=[image])
    page = read(visitor, path_of(image))
    assert page.one("a", href=f"/albums/{album.pk}").text == "Coast"
    assert "Drafts" not in page.html
    assert "Drafts" in read(client_of(ada), path_of(image)).text


def test_it_says_with_whom_it_is_shared(read, client_of, ada, ben, show, hang_album):
    image = show(ada, visibility="private")
    share_with_person(album=hang_album(ada, images=[image]), by=ada, user=ben)
    assert "Shared with you." in read(client_of(ben), path_of(image)).text
    assert "You and those with whom its album is shared" in read(client_of(ada), path_of(image)).text


def test_a_look_through_a_link_is_told_to_the_owner_of_the_link(visitor, ada, show, hang_album):
    image = show(ada, visibility="private")
    share = share_by_link(album=hang_album(ada, images=[image]), by=ada)
    visitor.get(f"/s/{share.token}")
    visitor.get(path_of(image))
    assert list(share.uses.order_by("at").values_list("action", "image")) == [("open", None), ("view", image.pk)]


@pytest.mark.parametrize(("who", "status"), [("visitor", 404), ("cyn", 404), ("mo", 404), ("ada", 200)])
def test_a_private_picture_is_there_for_its_owner_alone(request, client_of, visitor, ada, show, who, status):
    image = show(ada, visibility="private")
    client = visitor if who == "visitor" else client_of(request.getfixturevalue(who))
    assert client.get(path_of(image)).status_code == status


def test_the_owner_is_told_that_nobody_else_sees_it(read, client_of, ada, show):
    page = read(client_of(ada), path_of(show(ada, visibility="private")))
    assert "Only you see this picture." in page.text
    assert page.meta("robots") == "noindex"
    assert not page.all("meta", property="og:image")


def test_a_hidden_picture_and_an_absent_one_give_the_same_page(visitor, ada, show):
    hidden = visitor.get(path_of(show(ada, visibility="private")))
    absent = visitor.get(f"/images/{uuid4()}")
    malformed = visitor.get("/images/nothing")
    assert hidden.status_code == absent.status_code == malformed.status_code == 404
    assert hidden.content == absent.content == malformed.content


def test_a_public_one_says_what_a_link_to_it_shows(read, visitor, ada, show):
    image = show(ada, title="Dunes", description="Sand.")
    page = read(visitor, path_of(image))
    assert page.meta("og:title") == "Dunes, ada"
    assert page.meta("og:url") == f"http://testserver/images/{image.pk}"
    assert page.meta("og:image") == f"http://testserver/api/images/{image.pk}/thumbnail?size=large&format=jpeg"
    assert not page.all("meta", name="robots")


def test_a_visitor_is_counted_once_in_a_while(visitor, ada, show):
    image = show(ada)
    for _ in range(3):
        visitor.get(path_of(image), headers={"referer": "https://example.org/list"})
    image.refresh_from_db()
    assert image.view_count == 1
    assert Access.objects.get().referrer == "https://example.org/list"


def test_neither_the_owner_nor_a_look_at_the_headers_counts(visitor, client_of, ada, show):
    image = show(ada)
    client_of(ada).get(path_of(image))
    visitor.head(path_of(image))
    image.refresh_from_db()
    assert image.view_count == 0


def test_markup_in_a_description_is_told_as_words(read, visitor, ada, show):
    page = read(visitor, path_of(show(ada, description="<img src=x onerror=alert(1)>\n\nBelow")))
    assert len(page.all("img")) == 1
    assert "<img src=x onerror=alert(1)>" in page.text


def test_a_title_with_signs_is_written_once_and_not_twice(read, visitor, ada, show):
    image = show(ada, title="Salt & <sea>", description="R & B")
    page = read(visitor, f"/images/{image.pk}")
    assert page.meta("og:title") == "Salt & <sea>, ada"
    assert page.meta("description") == "R & B"
    assert page.one("h1").text == "Salt & <sea>"

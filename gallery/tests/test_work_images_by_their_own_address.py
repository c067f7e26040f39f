"""A picture of the library that others see only because a published work shows it: at its own addresses too, within the artist's
limit and under the artist's mark, and in no list of pictures."""

import pytest

from gallery.actions.artworks import change_artwork, create_artwork
from gallery.models import Artwork, Image
from gallery.tests.albums import make
from gallery.tests.library import upload
from gallery.tests.pictures import camera_jpeg
from gallery.tests.showing import is_marked, mark, opened, show, view_of

ROUTES = ("", "/thumbnail", "/rendition?format=png")


@pytest.fixture
def work(adas, ada):
    return show(adas, ada)


def limit(adas, ada, size):
    answer = adas.put(f"/api/artists/{ada.pk}", {"portfolio": {"public_image_size": size}})
    assert answer.status_code == 200, answer.content


@pytest.mark.parametrize("who", ["visitor", "bens"])
@pytest.mark.parametrize("route", ROUTES)
def test_it_is_seen_while_the_work_is_public_and_no_longer(request, ada, work, who, route):
    client, address = request.getfixturevalue(who), f"/api/images/{view_of(work)}{route}"
    assert client.get(address).status_code == 200
    assert client.get(f"/api/files/{view_of(work)}/preview").status_code == 200
    change_artwork(artwork=work, by=ada, status="draft")
    assert client.get(address).status_code == 404
    assert client.get(f"/api/files/{view_of(work)}/preview").status_code == 404


def test_it_stands_in_no_list_of_pictures(visitor, work):
    assert visitor.get("/api/images").json()["count"] == 0
    assert visitor.get("/api/search?type=image").json()["count"] == 0
    assert b"/images/" not in visitor.get("/feed.atom").content


def test_it_is_told_as_the_work_tells_it(adas, ada, visitor):
    picture = upload(adas, camera_jpeg(60, 40), title="Private title", tags=["private"])
    work = create_artwork(by=ada, title="Open", image_ids=[picture["id"]])
    told = visitor.get(f"/api/images/{picture['id']}").json()
    assert told == visitor.get(f"/api/artworks/{work.pk}").json()["images"][0]
    assert (told["title"], told["tags"], told["metadata"]["location_lat"]) == ("Open", [], None)
    assert Image.objects.get().view_count == 1


def test_no_more_of_it_goes_out_than_the_artist_allows(adas, ada, visitor):
    limit(adas, ada, "small")
    address = f"/api/images/{view_of(show(adas, ada))}"
    assert opened(visitor.get(f"{address}/thumbnail").getvalue()).width == 320
    assert visitor.get(f"{address}/thumbnail?size=medium").status_code == 403
    assert visitor.get(f"{address}/rendition?width=600").status_code == 403
    assert opened(visitor.get(f"{address}/rendition?format=png").getvalue()).width == 320
    assert visitor.get(f"{address}/download").status_code == 403
    assert adas.get(f"{address}/thumbnail?size=medium").status_code == 200


def test_the_mark_lies_over_all_of_it(adas, ada, visitor):
    limit(adas, ada, "original")
    mark(adas)
    address = f"/api/images/{view_of(show(adas, ada))}"
    for route in ("thumbnail?format=png", "rendition?format=png", "rendition?format=png&watermark=false"):
        assert is_marked(opened(visitor.get(f"{address}/{route}").getvalue())), route
    assert is_marked(opened(visitor.get(f"{address}/download?format=png").getvalue()))
    assert not is_marked(opened(adas.get(f"{address}/thumbnail?format=png").getvalue()))


def test_the_original_goes_out_without_its_place_where_the_artist_allows_it(adas, ada, visitor):
    limit(adas, ada, "original")
    picture = upload(adas, camera_jpeg(60, 40))
    create_artwork(by=ada, title="Open", image_ids=[picture["id"]])
    own = adas.get(f"/api/images/{picture['id']}/download").getvalue()
    others = visitor.get(f"/api/images/{picture['id']}/download")
    assert others.status_code == 200
    assert len(others.getvalue()) == len(own)
    assert others.getvalue() != own


def test_who_sees_it_otherwise_too_gets_it_whole(adas, ada, visitor):
    limit(adas, ada, "small")
    work = show(adas, ada)
    album = make(adas, privacy_setting="public")
    adas.post(f"/api/albums/{album['id']}/images", {"image_ids": [view_of(work)]})
    assert visitor.get(f"/api/images/{view_of(work)}/thumbnail?size=medium").status_code == 200
    assert visitor.get(f"/api/images/{view_of(work)}/download").status_code == 200


@pytest.mark.parametrize(("method", "route"), [("put", ""), ("delete", ""), ("get", "/history")])
def test_what_is_seen_but_not_ones_own_is_not_changed(bens, work, method, route):
    answer = getattr(bens, method)(f"/api/images/{view_of(work)}{route}")
    assert answer.status_code == 403
    assert Artwork.objects.count() == 1


def test_its_page_leads_on_to_the_work(visitor, ada, work):
    answer = visitor.get(f"/images/{view_of(work)}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/artworks/{work.pk}")
    change_artwork(artwork=work, by=ada, status="draft")
    assert visitor.get(f"/images/{view_of(work)}").status_code == 404

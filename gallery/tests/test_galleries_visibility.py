"""Who sees a gallery: everyone, whoever has its address, or its artist alone; and of what hangs in it, what they see anyway."""

import pytest

from gallery.actions.artworks import change_artwork
from gallery.tests.galleries import counts, gallery_of, place, told
from gallery.tests.works import new_work

SEEN = {"public": (True, 200), "unlisted": (False, 200), "private": (False, 404)}


def listed(client, **query):
    return [gallery["id"] for gallery in client.get("/api/galleries", query).json()["results"]]


@pytest.mark.parametrize("visibility", SEEN)
@pytest.mark.parametrize("who", ["bens", "mos", "visitor"])
def test_others_see_it_as_its_artist_said(ada, mo, client_of, request, visibility, who):
    client = client_of(mo) if who == "mos" else request.getfixturevalue(who)
    gallery = gallery_of(ada, new_work(ada), visibility=visibility)
    is_listed, status = SEEN[visibility]
    assert (str(gallery.pk) in listed(client), str(gallery.pk) in listed(client, artist="ada")) == (is_listed,) * 2
    assert client.get(f"/api/galleries/{gallery.pk}").status_code == status
    assert client.get(f"/api/galleries/{gallery.pk}/artworks").status_code == status


@pytest.mark.parametrize("visibility", SEEN)
def test_its_artist_sees_it_everywhere(ada, adas, visibility):
    gallery = gallery_of(ada, visibility=visibility)
    assert listed(adas) == listed(adas, visibility=visibility) == [str(gallery.pk)]
    assert told(adas, gallery)["visibility"] == visibility


def test_hiding_takes_effect_with_the_next_request(ada, adas, visitor):
    gallery = gallery_of(ada, new_work(ada))
    assert told(visitor, gallery)["artwork_count"] == 1
    adas.patch(f"/api/galleries/{gallery.pk}", {"visibility": "private"})
    assert visitor.get(f"/api/galleries/{gallery.pk}").status_code == 404


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_a_work_that_is_hidden_is_no_more_in_it_for_others(ada, adas, visitor, hidden):
    work, other = new_work(ada, "gone"), new_work(ada, "here")
    gallery = gallery_of(ada, work, other)
    change_artwork(artwork=work, by=ada, **hidden)
    answer = told(visitor, gallery)
    assert [each["title"] for each in answer["artworks"]["results"]] == ["here"]
    assert (answer["artwork_count"], answer["artworks"]["count"], len(answer["previews"])) == (1, 1, 1)
    assert told(adas, gallery)["artworks"]["count"] == 2
    assert counts(gallery) == (2, 1)


def test_a_hidden_work_and_a_hidden_gallery_change_no_public_answer_by_a_byte(ada, adas, bens, visitor):
    work = new_work(ada, "Dawn", tags=["sea"])
    gallery = gallery_of(ada, work, name="Open")
    paths = [
        "/api/galleries", "/api/galleries?cursor=", "/api/galleries?ordering=-artworks", "/api/galleries?search=open",
        "/api/galleries?search=secret", "/api/galleries?artist=ada", "/api/galleries?visibility=private",
        f"/api/galleries/{gallery.pk}", f"/api/galleries/{gallery.pk}/artworks", f"/api/artworks/{work.pk}",
        f"/api/galleries/{gallery.pk}/artworks?cursor=", "/api/search?query=open&type=gallery",
    ]  # fmt: skip

    def answers():
        return [client.get(path).content for client in (visitor, bens) for path in paths]

    answers()  # the first look of each viewer is counted
    before = answers()
    place(adas, gallery, new_work(ada, "secret", status="draft").pk, position=0)
    gallery_of(ada, work, name="Open secret", visibility="private")
    gallery_of(ada, work, name="Open secret", visibility="unlisted")
    assert answers() == before


def test_statistics_are_told_to_its_artist_alone(ada, adas, bens):
    seen, hidden = new_work(ada), new_work(ada, status="draft")
    gallery = gallery_of(ada, seen, hidden)
    bens.get(f"/api/artworks/{seen.pk}")
    type(seen).objects.filter(pk=hidden.pk).update(view_count=4, like_count=2)
    assert "statistics" not in told(bens, gallery)
    assert told(adas, gallery)["statistics"] == {
        "view_count": 1, "artwork_count": 2, "public_artwork_count": 1, "artwork_views": 5, "likes": 2,
    }  # fmt: skip


def test_an_empty_gallery_has_statistics_of_nothing(ada, adas):
    assert set(told(adas, gallery_of(ada))["statistics"].values()) == {0}

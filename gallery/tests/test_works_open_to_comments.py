"""Whether others may comment on a work is its artist's to say."""

import pytest

from gallery.models import Artwork
from gallery.tests.library import codes, new_image
from gallery.tests.works import new_work, upload_work


def test_a_work_is_open_unless_it_is_made_otherwise(adas):
    assert upload_work(adas)["comments_open"] is True
    assert upload_work(adas, comments_open="false")["comments_open"] is False


@pytest.mark.parametrize("encoding", ["json", "multipart"])
@pytest.mark.parametrize("method", ["put", "patch"])
def test_its_artist_closes_and_opens_it(ada, adas, visitor, method, encoding):
    path = f"/api/artworks/{new_work(ada).pk}"
    for said in (False, True):
        answer = getattr(adas, method)(path, {"comments_open": said}, format=encoding)
        assert (answer.status_code, answer.json()["comments_open"]) == (200, said)
        assert visitor.get(path).json()["comments_open"] is said
        assert [work["comments_open"] for work in visitor.get("/api/artworks").json()["results"]] == [said]


@pytest.mark.parametrize("encoding", ["json", "multipart"])
def test_a_change_that_does_not_speak_of_it_leaves_it(ada, adas, encoding):
    work = new_work(ada, comments_open=False)
    assert adas.put(f"/api/artworks/{work.pk}", {"title": "Dunes"}, format=encoding).json()["comments_open"] is False


def test_many_are_closed_and_made_closed_at_once(ada, adas):
    works = [new_work(ada) for _ in range(3)]
    sent = {"operation": "update", "artwork_ids": [str(work.pk) for work in works], "comments_open": False}
    assert adas.post("/api/artworks/batch", sent).status_code == 200
    made = {"operation": "create", "image_ids": [str(new_image(ada).pk)], "comments_open": False}
    assert adas.post("/api/artworks/batch", made).status_code == 200
    assert set(Artwork.objects.values_list("comments_open", flat=True)) == {False}


def test_what_is_no_answer_is_refused(ada, adas):
    answer = adas.put(f"/api/artworks/{new_work(ada).pk}", {"comments_open": "perhaps"})
    assert (answer.status_code, codes(answer)) == (400, {"comments_open": "invalid"})
    assert Artwork.objects.get().comments_open


def test_nobody_else_closes_it(ada, client_of, cyn):
    work = new_work(ada)
    assert client_of(cyn).put(f"/api/artworks/{work.pk}", {"comments_open": False}).status_code == 403
    assert Artwork.objects.get().comments_open


def test_nobody_hides_a_work_or_shows_it_by_saying_so(ada, adas):
    work = new_work(ada)
    assert adas.put(f"/api/artworks/{work.pk}", {"is_hidden": True}).json()["is_hidden"] is False

"""The order of a gallery: all that hangs in it, each once."""

import pytest

from gallery.tests.galleries import NOWHERE, gallery_of, hanging
from gallery.tests.library import codes
from gallery.tests.works import new_work


@pytest.fixture
def works(ada):
    """Four, the last of which its artist alone sees."""
    return [*(new_work(ada) for _ in range(3)), new_work(ada, status="draft")]


@pytest.fixture
def gallery(ada, works):
    return gallery_of(ada, *works)


def put_order(client, gallery, artwork_ids):
    return client.put(
        f"/api/galleries/{gallery.pk}/artworks/order", {"artwork_ids": [str(each) for each in artwork_ids]}
    )


def test_an_order_is_kept_and_told_back(adas, gallery, works):
    order = [works[number].pk for number in (3, 1, 0, 2)]
    answer = put_order(adas, gallery, order)
    assert answer.json() == {"id": str(gallery.pk), "artwork_ids": [str(each) for each in order]}
    assert hanging(gallery) == order


def test_others_see_theirs_in_that_order(adas, visitor, gallery, works):
    put_order(adas, gallery, [works[number].pk for number in (2, 3, 1, 0)])
    seen = visitor.get(f"/api/galleries/{gallery.pk}").json()
    expected = [str(works[number].pk) for number in (2, 1, 0)]
    assert [work["id"] for work in seen["artworks"]["results"]] == expected
    assert [work["id"] for work in seen["previews"]] == expected


@pytest.mark.parametrize("wrong", ["one missing", "the hidden missing", "one twice", "one too many", "none"])
def test_an_order_names_each_work_once_and_no_other(adas, gallery, works, wrong):
    ids = [work.pk for work in works]
    named = {
        "one missing": ids[1:], "the hidden missing": ids[:3], "one twice": [ids[0], *ids[:3]],
        "one too many": [*ids, NOWHERE], "none": [],
    }  # fmt: skip
    answer = put_order(adas, gallery, named[wrong])
    assert (answer.status_code, codes(answer)) == (400, {"artwork_ids": "incomplete"})
    assert hanging(gallery) == ids


@pytest.mark.parametrize(
    ("body", "code"), [({}, "required"), ({"artwork_ids": "a"}, "not_a_list"), ({"artwork_ids": None}, "null")]
)
def test_what_is_no_list_is_refused(adas, gallery, body, code):
    answer = adas.put(f"/api/galleries/{gallery.pk}/artworks/order", body)
    assert (answer.status_code, codes(answer)) == (400, {"artwork_ids": code})


def test_an_id_that_is_none_is_named(adas, gallery):
    answer = put_order(adas, gallery, ["no id"])
    assert (answer.status_code, codes(answer)) == (400, {"artwork_ids.0": "invalid"})


def test_an_empty_gallery_has_an_empty_order(ada, adas):
    assert put_order(adas, gallery_of(ada), []).status_code == 200


@pytest.mark.parametrize(("visibility", "status"), [("public", 403), ("unlisted", 403), ("private", 404)])
def test_the_order_is_its_artists(ada, bens, visitor, works, visibility, status):
    gallery = gallery_of(ada, *works, visibility=visibility)
    assert put_order(bens, gallery, hanging(gallery)).status_code == status
    assert put_order(visitor, gallery, hanging(gallery)).status_code == 401

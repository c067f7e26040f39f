"""What hangs in a gallery: one's own works, each once, at the place that is named."""

import pytest

from gallery.models import Artwork, GalleryArtwork
from gallery.tests.galleries import NOWHERE, counts, gallery_of, hanging, place
from gallery.tests.library import codes
from gallery.tests.works import new_work


@pytest.fixture
def three(ada):
    return [new_work(ada, title) for title in ("a", "b", "c")]


@pytest.fixture
def gallery(ada, three):
    return gallery_of(ada, *three)


def in_order(gallery):
    titles = dict(Artwork.objects.values_list("pk", "title"))
    return "".join(titles[artwork_id] for artwork_id in hanging(gallery))


@pytest.mark.parametrize(
    ("position", "order"),
    [(None, "abcd"), (0, "dabc"), (1, "adbc"), (3, "abcd"), (4, "abcd"), (10**30, "abcd"), ("2", "abdc")],
)
def test_a_work_hangs_at_the_place_that_is_named_and_the_others_move(ada, adas, gallery, position, order):
    where = {} if position is None else {"position": position}
    answer = place(adas, gallery, new_work(ada, "d").pk, **where)
    assert (answer.status_code, answer.json()["artwork_count"]) == (200, 4)
    assert (in_order(gallery), counts(gallery)) == (order, (4, 4))


@pytest.mark.parametrize(
    ("which", "position", "order"),
    [(0, 0, "abc"), (0, 1, "bac"), (0, 2, "bca"), (0, 9, "bca"), (2, 0, "cab"), (1, 1, "abc"), (0, None, "bca")],
)
def test_one_that_hangs_there_moves(adas, gallery, three, which, position, order):
    where = {} if position is None else {"position": position}
    assert place(adas, gallery, three[which].pk, **where).json()["artwork_count"] == 3
    assert (in_order(gallery), counts(gallery)) == (order, (3, 3))


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({}, "artwork_id", "required"),
        ({"artwork_id": "no id"}, "artwork_id", "invalid"),
        ({"artwork_id": None}, "artwork_id", "null"),
        ({"artwork_id": NOWHERE}, "artwork_id", "does_not_exist"),
        ({"artwork_id": NOWHERE, "position": -1}, "position", "min_value"),
        ({"artwork_id": NOWHERE, "position": "first"}, "position", "invalid"),
        ({"artwork_id": NOWHERE, "position": 1.5}, "position", "invalid"),
        ({"artwork_id": NOWHERE, "position": True}, "position", "invalid"),
        ({"artwork_id": NOWHERE, "position": None}, "position", "null"),
    ],
)
def test_what_cannot_hang_there_is_refused_by_field(adas, gallery, body, field, code):
    answer = adas.post(f"/api/galleries/{gallery.pk}/artworks", body)
    assert (answer.status_code, codes(answer)) == (400, {field: code})
    assert in_order(gallery) == "abc"


@pytest.mark.parametrize("status", ["published", "draft"])
def test_anothers_work_does_not_hang_there_seen_or_not(ben, adas, gallery, status):
    answer = place(adas, gallery, new_work(ben, status=status).pk)
    assert (answer.status_code, codes(answer)) == (400, {"artwork_id": "does_not_exist"})
    assert in_order(gallery) == "abc"


def test_a_hidden_work_hangs_there_for_its_artist_alone(ada, adas, gallery, visitor):
    place(adas, gallery, new_work(ada, "d", status="draft").pk, position=0)
    assert (in_order(gallery), counts(gallery)) == ("dabc", (4, 3))
    seen = [
        [work["title"] for work in client.get(f"/api/galleries/{gallery.pk}/artworks").json()["results"]]
        for client in (adas, visitor)
    ]
    assert seen == [["d", "a", "b", "c"], ["a", "b", "c"]]


def test_taking_a_work_down_keeps_it(adas, gallery, three):
    answer = adas.delete(f"/api/galleries/{gallery.pk}/artworks/{three[1].pk}")
    told = {"id": str(three[1].pk), "deleted": True, "gallery_id": str(gallery.pk)}
    assert (answer.status_code, answer.json()) == (200, told)
    assert (in_order(gallery), counts(gallery)) == ("ac", (2, 2))
    assert Artwork.objects.count() == 3
    assert adas.delete(f"/api/galleries/{gallery.pk}/artworks/{three[1].pk}").status_code == 404


def test_a_cover_that_is_taken_down_is_no_cover(adas, gallery, three):
    adas.put(f"/api/galleries/{gallery.pk}", {"cover_artwork_id": str(three[1].pk)})
    adas.delete(f"/api/galleries/{gallery.pk}/artworks/{three[1].pk}")
    assert adas.get(f"/api/galleries/{gallery.pk}").json()["cover_artwork_id"] is None


@pytest.mark.parametrize(("visibility", "status"), [("public", 403), ("unlisted", 403), ("private", 404)])
def test_others_hang_nothing_and_take_nothing_down(ada, ben, bens, visitor, three, visibility, status):
    gallery, own = gallery_of(ada, three[0], visibility=visibility), new_work(ben)
    url = f"/api/galleries/{gallery.pk}/artworks/{three[0].pk}"
    assert [place(bens, gallery, own.pk).status_code, bens.delete(url).status_code] == [status, status]
    assert [place(visitor, gallery, own.pk).status_code, visitor.delete(url).status_code] == [401, 401]
    assert GalleryArtwork.objects.count() == 1


def test_the_works_are_read_by_page_and_by_cursor(adas, gallery):
    walked, url = "", f"/api/galleries/{gallery.pk}/artworks?page_size=1&cursor="
    while url:
        page = adas.get(url).json()
        walked, url = walked + page["results"][0]["title"], page["next"]
    paged = adas.get(f"/api/galleries/{gallery.pk}/artworks?page_size=2&page=2").json()
    assert (walked, paged["count"], [work["title"] for work in paged["results"]]) == ("abc", 3, ["c"])
    assert adas.get(f"/api/galleries/{gallery.pk}/artworks?page=9").status_code == 404


def test_a_change_that_others_see_is_dated_and_one_that_they_do_not_is_not(ada, adas, visitor, gallery, three):
    def date():
        return visitor.get(f"/api/galleries/{gallery.pk}").json()["updated_at"]

    visitor.get(f"/api/galleries/{gallery.pk}")
    before = date()
    place(adas, gallery, new_work(ada, status="draft").pk, position=0)
    assert date() == before
    place(adas, gallery, three[2].pk, position=0)
    assert date() > before

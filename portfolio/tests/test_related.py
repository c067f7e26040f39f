"""Which works have to do with another, and why."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.actions.artworks import change_artwork
from gallery.imaging.kinship import overlap_of, palette_of
from gallery.models import Category, Image
from gallery.tests.library import codes, new_image
from gallery.tests.works import new_work
from social.actions.likes import set_like

RED, ORANGE, BLUE = "#cc2222", "#d03020", "#2222cc"


def colored(owner, title, *colors, **facts):
    told = [{"hex": color, "name": "", "share": 1 / len(colors)} for color in colors]
    return new_work(owner, title, images=(new_image(owner, visibility="private", colors=told),), **facts)


def related(client, work, **query):
    answer = client.get(f"/api/artworks/{work.pk}/related", query)
    assert answer.status_code == 200, answer.content
    return [(each["title"], each["reason"]["code"]) for each in answer.json()["results"]]


def like(work, *people):
    for person in people:
        set_like(artwork_id=work.pk, by=person)


@pytest.fixture
def work(ada):
    painting = Category.objects.create(name="Painting", slug="painting")
    return colored(ada, "Harbour", RED, tags=["sea", "boats"], medium="Oil on canvas", category=painting)


def test_each_signal_gives_its_reason(work, ada, ben, visitor):
    new_work(ada, "By ada")
    new_work(ben, "Tagged", tags=["sea"])
    colored(ben, "Red too", ORANGE)
    new_work(ben, "Oil too", medium="oil on  Canvas")
    new_work(ben, "Painted", category=work.category)
    new_work(ben, "Other", tags=["forest"], medium="Wood")
    found = dict(related(visitor, work))
    kinds = {"Oil too": "medium", "Painted": "medium", "Red too": "colors", "Tagged": "tags", "By ada": "artist"}
    assert found == kinds


def test_what_the_same_people_like_weighs_most(work, ben, cyn, mo, visitor):
    tagged, beloved = new_work(ben, "Tagged", tags=["sea"]), new_work(ben, "Beloved")
    for each in (work, beloved):
        like(each, ben, cyn, mo)
    assert related(visitor, work) == [("Beloved", "liked_together"), ("Tagged", "tags")]
    like(tagged, cyn)
    assert related(visitor, work) == [("Tagged", "liked_together"), ("Beloved", "liked_together")]


def test_the_more_people_the_nearer(work, ben, cyn, mo, visitor):
    one, three = new_work(ben, "One"), new_work(ben, "Three")
    like(work, ben, cyn, mo)
    like(one, ben)
    like(three, ben, cyn, mo)
    assert related(visitor, work) == [("Three", "liked_together"), ("One", "liked_together")]


def test_what_its_own_artist_likes_tells_nothing(work, ada, ben, visitor):
    like(work, ada)
    like(new_work(ben, "Liked"), ada)
    assert related(visitor, work) == []


def test_never_the_work_itself_and_no_more_than_asked_for(work, ada, visitor):
    for number in range(15):
        new_work(ada, f"{number}")
    assert len(related(visitor, work)) == 12
    assert len(related(visitor, work, limit=50)) == 15
    assert related(visitor, work, limit=1) == [("14", "artist")]


@pytest.mark.parametrize("limit", ["0", "51", "x"])
def test_an_odd_limit_is_refused(work, visitor, limit):
    answer = visitor.get(f"/api/artworks/{work.pk}/related", {"limit": limit})
    assert (answer.status_code, codes(answer)) == (400, {"limit": "invalid"})


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_what_is_hidden_is_related_for_its_artist_alone(work, ada, ben, cyn, visitor, client_of, hidden):
    other = new_work(ada, "Other", tags=["sea"])
    for person in (ben, cyn):
        like(work, person)
        like(other, person)
    before = visitor.get(f"/api/artworks/{work.pk}/related").content
    like(new_work(cyn, "Hidden", tags=["sea", "boats"], **hidden), cyn)
    assert visitor.get(f"/api/artworks/{work.pk}/related").content == before
    assert ("Hidden", "tags") in related(client_of(cyn), work)
    change_artwork(artwork=work, by=ada, **hidden)
    for client, status in ((visitor, 404), (client_of(ben), 404), (client_of(ada), 200)):
        assert client.get(f"/api/artworks/{work.pk}/related").status_code == status


def test_mature_works_are_related_to_mature_ones_alone(work, ada, visitor):
    mature = new_work(ada, "Nude", is_mature=True)
    assert related(visitor, work) == []
    assert related(visitor, mature) == [("Harbour", "artist")]
    new_work(ada, "Another", is_mature=True)
    assert {title for title, _ in related(visitor, mature)} == {"Harbour", "Another"}


@pytest.mark.parametrize(
    ("ours", "theirs", "overlap"),
    [
        ([(RED, 1.0)], [(RED, 1.0)], 1),
        ([(RED, 1.0)], [(BLUE, 1.0)], 0),
        ([(RED, 0.6), (BLUE, 0.4)], [(ORANGE, 0.5), (BLUE, 0.5)], 0.9),
        ([(RED, 1.0)], [], 0),
    ],
)
def test_palettes_overlap_by_the_smaller_shares_of_near_colours(ours, theirs, overlap):
    pair = [palette_of([{"hex": color, "share": share} for color, share in each]) for each in (ours, theirs)]
    assert overlap_of(*pair) == pytest.approx(overlap)


def test_a_work_is_told_with_the_six_nearest(work, ada, visitor):
    for number in range(8):
        new_work(ada, f"{number}")
    told = visitor.get(f"/api/artworks/{work.pk}").json()["related"]
    assert [each["title"] for each in told] == ["7", "6", "5", "4", "3", "2"]
    assert told[0]["reason"] == {"code": "artist", "text": "By the same artist"}


def test_a_picture_without_colours_is_no_fault(work, ada, visitor):
    new_work(ada, "Other")
    Image.objects.update(colors=[])
    assert related(visitor, work) == [("Other", "artist")]


def test_more_works_cost_no_more_queries(work, ada, ben, visitor):
    like(work, ben)
    others = [new_work(ada, f"{number}", tags=["sea", "boats"], category=work.category) for number in range(8)]
    with CaptureQueriesContext(connection) as one:
        related(visitor, work, limit=1)
    like(others[0], ben)
    with CaptureQueriesContext(connection) as all_of_them:
        assert len(related(visitor, work, limit=50)) == 8
    assert len(one) == len(all_of_them) <= 18

"""The studio's list of one's own works, and what is done with several of them."""

import pytest

from gallery.models import Artwork, Image
from gallery.tests.galleries import gallery_of
from gallery.tests.works import new_work
from portfolio.tests.sending import send

WORKS, BATCH = "/studio/works", "/studio/works/batch"


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def listed(page) -> list[str]:
    return [title.text for title in page.all("span", **{"class": "work-title"})]


def batch(client, *works, **fields):
    return send(client, BATCH, {"artwork_ids": [str(work.pk) for work in works], **fields})


@pytest.mark.parametrize("path", [WORKS, f"{WORKS}/new", BATCH, "/studio/galleries"])
def test_a_visitor_signs_in_first(visitor, path):
    assert visitor.get(path).headers["Location"].startswith("/login?next=/studio/")


def test_ones_own_works_are_listed_the_newest_first_and_nobody_elses(read, adas, ada, ben):
    new_work(ada, "Harbour")
    new_work(ada, "Dunes", status="draft")
    new_work(ben, "Bens")
    assert listed(read(adas, WORKS)) == ["Dunes", "Harbour"]


def test_tabs_tell_how_many_works_there_are_of_each_state(read, adas, ada):
    new_work(ada, "Harbour", availability_status="sold")
    new_work(ada, "Dunes", status="draft")
    page = read(adas, WORKS)
    tabs = [way.text for way in page.all("a") if way.attributes.get("href", "").startswith(f"{WORKS}?state=")]
    assert tabs == ["Drafts 1", "Published 1", "Sold 1"]
    assert listed(read(adas, f"{WORKS}?state=drafts")) == ["Dunes"]
    assert listed(read(adas, f"{WORKS}?state=sold&view=list")) == ["Harbour"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("search=dunes", ["Dunes"]),
        ("search=nothing", []),
        ("order=title", ["Dunes", "Harbour"]),
        ("order=oldest", ["Harbour", "Dunes"]),
        ("order=dearest", ["Harbour", "Dunes"]),
        ("state=x&order=x", ["Dunes", "Harbour"]),
    ],
)
def test_works_are_found_and_put_in_order(read, adas, ada, query, titles):
    new_work(ada, "Harbour", price=100, currency="EUR")
    new_work(ada, "Dunes", status="draft")
    assert listed(read(adas, f"{WORKS}?{query}")) == titles


def test_works_of_a_gallery_are_found(read, adas, ada):
    coast = gallery_of(ada, new_work(ada, "Harbour"), name="Coast")
    new_work(ada, "Dunes")
    assert listed(read(adas, f"{WORKS}?gallery={coast.pk}")) == ["Harbour"]


@pytest.mark.parametrize("number", [1, 3, 24])
def test_it_costs_the_same_queries_for_any_number_of_works(django_assert_num_queries, adas, ada, number):
    for _ in range(number):
        new_work(ada)
    adas.get(WORKS)
    with django_assert_num_queries(9):
        adas.get(WORKS)


def test_without_script_a_change_of_many_is_asked_for_then_shown_then_done(read, adas, ada):
    harbour, dunes = new_work(ada, "Harbour"), new_work(ada, "Dunes", status="draft")
    asked = batch(adas, harbour, dunes, operation="update")
    assert "What you leave empty stays as it is." in asked.content.decode()
    shown = batch(adas, harbour, dunes, operation="update", asked=1, status="draft", tags="sea, dusk")
    assert "2 works changed" in shown.content.decode()
    assert Artwork.objects.get(pk=harbour.pk).status == "published"
    done = batch(adas, harbour, dunes, operation="update", asked=1, sure=1, status="draft", tags="sea, dusk")
    assert (done.status_code, done.headers["Location"]) == (303, WORKS)
    assert {work.status for work in Artwork.objects.all()} == {"draft"}
    assert sorted(dunes.tags.values_list("name", flat=True)) == ["dusk", "sea"]
    assert "2 works changed." in read(adas, WORKS).text


def test_what_one_of_many_cannot_be_is_told_and_nothing_is_changed(adas, ada):
    work = new_work(ada)
    answer = batch(adas, work, operation="update", asked=1, sure=1, price="12")
    assert "A price needs its currency." in answer.content.decode()
    assert 'value="12"' in answer.content.decode()
    assert Artwork.objects.get().price is None


def test_many_are_hung_and_deleted_with_their_pictures_kept(adas, ada):
    coast, works = gallery_of(ada, name="Coast"), [new_work(ada), new_work(ada)]
    batch(adas, *works, operation="gallery", asked=1, sure=1, gallery_id=str(coast.pk))
    assert coast.artworks.count() == 2
    batch(adas, *works, operation="delete", asked=1, sure=1, image="keep")
    assert not Artwork.objects.exists()
    assert Image.objects.filter(owner=ada).count() == 2


def test_anothers_work_in_a_batch_is_not_there(adas, ada, ben):
    assert batch(adas, new_work(ben), operation="delete", asked=1, sure=1).status_code == 404
    assert Artwork.objects.count() == 1


def test_a_batch_of_nothing_leads_back(adas):
    assert send(adas, BATCH, {"operation": "delete"}).headers["Location"] == WORKS
    assert adas.get(BATCH).headers["Location"] == WORKS

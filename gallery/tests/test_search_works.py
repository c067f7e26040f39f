"""What a search finds of works, and how it follows them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.actions.scheduling import publish_due
from gallery.models import Artwork, Category, SearchEntry
from gallery.search.rebuilding import reindex_category
from gallery.tests.library import new_image
from gallery.tests.searching import found, search
from gallery.tests.works import new_work

BLUE = [{"hex": "#2457c5", "name": "blue", "share": 1.0}]
RED = [{"hex": "#d8202a", "name": "red", "share": 1.0}]


def works(client, query="", **filters):
    return found(client, query, **{"type": "artwork", **filters})


def colored(owner, *palettes):
    return tuple(new_image(owner, visibility="private", colors=palette) for palette in palettes)


@pytest.fixture
def painting(db):
    return Category.objects.create(name="Painting", slug="painting")


@pytest.fixture
def oils(painting):
    return Category.objects.create(name="Oils", slug="oils", parent=painting)


def test_a_work_is_found_by_each_of_its_texts(ada, visitor, oils):
    facts = {"description": "Boats at dusk.", "alt_text": "Three masts", "medium": "Oil on canvas", "category": oils}
    new_work(ada, "Harbour", tags=["sea"], **facts)
    for query in ("harbour", "boats", "masts", "oil canvas", "sea", "oils", "painting", "ada"):
        assert works(visitor, query) == ["Harbour"], query
    assert works(visitor, "mountain") == []


def test_a_result_tells_the_work_as_its_lists_do(ada, visitor):
    work = new_work(ada, "Harbour", tags=["sea"])
    (result,) = search(visitor, "harbour", type="artwork")["results"]
    assert result["type"] == "artwork"
    assert result["item"]["id"] == str(work.pk)
    assert result["item"]["images"][0]["urls"]["page"].endswith(f"/artworks/{work.pk}")
    assert result["highlight"] == "<mark>Harbour</mark>"


@pytest.mark.parametrize(
    ("query", "html"),
    [
        ("boats", "<mark>Boats</mark> at dusk."),
        ("sea", "<mark>sea</mark>"),
        ("masts", "Three <mark>masts</mark>"),
        ("medium:oil", "<mark>Oil</mark> on canvas"),
        ("painting", "<mark>Painting</mark>"),
        ("artist:ada", "<mark>ada</mark>"),
    ],
)
def test_a_highlight_shows_where_the_words_of_a_work_stand(ada, visitor, painting, query, html):
    facts = {"description": "Boats at dusk.", "alt_text": "Three masts", "medium": "Oil on canvas"}
    new_work(ada, "Harbour", tags=["sea"], category=painting, **facts)
    assert search(visitor, query, type="artwork")["results"][0]["highlight"] == html


def test_a_work_ranks_by_title_then_tag_then_all_else(ada, visitor):
    new_work(ada, "Dune", medium="sea glass")
    new_work(ada, "Sea")
    new_work(ada, "Wave", tags=["sea"])
    results = search(visitor, "sea", type="artwork")["results"]
    assert [result["item"]["title"] for result in results] == ["Sea", "Wave", "Dune"]
    assert [result["score"] for result in results] == [1.0, 0.25, 0.0833]


def test_a_changed_work_is_found_by_what_it_says_now(ada, visitor):
    work = new_work(ada, "Harbour", tags=["sea"], medium="oil")
    change_artwork(artwork=work, by=ada, title="Station", tags=["rail"], medium="ink")
    assert works(visitor, "harbour OR sea OR oil") == []
    assert works(visitor, "station tag:rail medium:ink") == ["Station"]


def test_another_main_picture_brings_its_colours(ada, visitor):
    blue, red = colored(ada, BLUE, RED)
    work = new_work(ada, images=(blue, red))
    assert (works(visitor, "color:blue"), works(visitor, "color:red")) == (["Harbour"], [])
    change_artwork(artwork=work, by=ada, image_ids=[red.pk, blue.pk])
    assert (works(visitor, "color:blue"), works(visitor, "color:red")) == ([], ["Harbour"])


def test_a_deleted_work_is_found_no_more(ada, visitor):
    delete_artwork(artwork=new_work(ada), by=ada)
    assert works(visitor) == []
    assert not SearchEntry.objects.filter(kind="artwork").exists()


def test_a_scheduled_work_is_found_from_its_time_on(ada, visitor, client_of):
    work = new_work(ada, status="scheduled", published_at=timezone.now() + timedelta(hours=1))
    assert (works(visitor, "harbour"), works(client_of(ada), "harbour")) == ([], ["Harbour"])
    Artwork.objects.filter(pk=work.pk).update(published_at=timezone.now() - timedelta(seconds=1))
    publish_due()
    assert works(visitor, "harbour") == ["Harbour"]


def test_a_renamed_category_is_found_by_its_new_name_in_all_below(ada, visitor, painting, oils):
    new_work(ada, "Harbour", category=oils)
    new_work(ada, "Dune", category=painting)
    Category.objects.filter(pk=painting.pk).update(name="Pictures by hand")
    assert reindex_category(painting.pk) == 2
    assert set(works(visitor, "hand")) == {"Harbour", "Dune"}
    assert works(visitor, "painting") == []
    assert reindex_category(painting.pk) == 0


def test_a_moved_category_leaves_the_names_it_stood_under(ada, visitor, painting, oils):
    new_work(ada, "Harbour", category=oils)
    Category.objects.filter(pk=oils.pk).update(parent=None)
    assert works(visitor, category="painting") == []
    reindex_category(oils.pk)
    assert (works(visitor, "painting"), works(visitor, "oils")) == ([], ["Harbour"])


def test_a_category_without_works_or_gone_is_nothing_to_index(painting):
    assert reindex_category(painting.pk) == 0
    assert reindex_category(painting.pk + 1) == 0

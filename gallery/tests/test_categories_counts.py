"""How many works are told of a category: public ones, its own and with those below, right whatever is done."""

import pytest

from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.actions.categories import change_category, create_category, merge_categories
from gallery.models import Artwork, Category
from gallery.tests.works import new_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree(mo):
    """Painting, in it Oil, in that Portraits; and Video."""
    painting = create_category(by=mo, name="Painting")
    oil = create_category(by=mo, name="Oil", parent=painting)
    portraits = create_category(by=mo, name="Portraits", parent=oil)
    return {each.name: each for each in (painting, oil, portraits, create_category(by=mo, name="Video"))}


def counts(client):
    """(with those below, own) by name, of the whole tree."""
    found, left = {}, client.get("/api/categories").json()["categories"]
    while left:
        each = left.pop()
        found[each["name"]] = (each["artwork_count"], each["own_artwork_count"])
        left += each["children"]
    return found


def test_a_category_counts_its_own_and_those_of_all_below(ada, tree, visitor):
    for name in ("Painting", "Oil", "Portraits", "Portraits"):
        new_work(ada, category=tree[name])
    new_work(ada)
    expected = {"Painting": (4, 1), "Oil": (3, 1), "Portraits": (2, 2), "Video": (0, 0)}
    assert counts(visitor) == expected
    assert visitor.get("/api/categories/oil").json()["artwork_count"] == 3


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_hidden_works_count_for_nobody_not_even_their_artist(ada, adas, tree, visitor, hidden):
    new_work(ada, category=tree["Oil"], **hidden)
    assert counts(adas) == counts(visitor) == dict.fromkeys(tree, (0, 0))


def test_a_hidden_work_changes_no_byte_of_what_others_get(ada, tree, bens, visitor):
    new_work(ada, category=tree["Oil"], medium="Oil")
    asked = [(client, f"/api/categories{path}") for client in (visitor, bens) for path in ("", "/oil")]
    before = [client.get(address).content for client, address in asked]
    new_work(ada, category=tree["Oil"], medium="Oil", status="draft")
    assert [client.get(address).content for client, address in asked] == before


def test_counts_follow_a_work_that_is_sorted_anew_hidden_and_deleted(ada, tree, visitor):
    work = new_work(ada, category=tree["Oil"])
    change_artwork(artwork=work, by=ada, category=tree["Video"])
    assert (counts(visitor)["Painting"], counts(visitor)["Video"]) == ((0, 0), (1, 1))
    change_artwork(artwork=work, by=ada, availability_status="private")
    assert counts(visitor)["Video"] == (0, 0)
    change_artwork(artwork=work, by=ada, availability_status="sold", category=None)
    assert counts(visitor)["Video"] == (0, 0)
    change_artwork(artwork=work, by=ada, category=tree["Oil"])
    delete_artwork(artwork=work, by=ada)
    assert counts(visitor) == dict.fromkeys(tree, (0, 0))


def test_a_branch_that_moves_takes_its_counts_along(ada, mo, tree, visitor):
    new_work(ada, category=tree["Portraits"])
    change_category(category=tree["Oil"], by=mo, parent=tree["Video"])
    assert counts(visitor) == {"Painting": (0, 0), "Oil": (1, 0), "Portraits": (1, 1), "Video": (1, 0)}


def test_merging_moves_works_and_categories_and_counts_them(ada, mo, tree, visitor):
    for name in ("Oil", "Portraits", "Video"):
        new_work(ada, category=tree[name])
    new_work(ada, category=tree["Oil"], status="draft")
    merge_categories(into=tree["Video"], others=[tree["Oil"]], by=mo)
    assert counts(visitor) == {"Painting": (0, 0), "Video": (3, 2), "Portraits": (1, 1)}
    assert Artwork.objects.filter(category=tree["Video"]).count() == 3
    assert Category.objects.get(name="Portraits").parent == tree["Video"]


def test_works_of_a_merged_category_are_found_by_the_one_that_is_kept(ada, mo, tree, visitor):
    new_work(ada, "Harbour", category=tree["Oil"])
    merge_categories(into=tree["Video"], others=[tree["Oil"]], by=mo)
    assert visitor.get("/api/artworks", {"category": "video"}).json()["count"] == 1
    assert visitor.get("/api/artworks", {"category": "oil"}).json()["count"] == 0


def test_merging_many_works_costs_no_query_for_each(ada, mo, tree, django_assert_max_num_queries):
    for _each in range(30):
        new_work(ada, category=tree["Oil"])
    with django_assert_max_num_queries(60):
        merge_categories(into=tree["Video"], others=[tree["Oil"]], by=mo)
    assert Category.objects.get(name="Video").public_count == 30

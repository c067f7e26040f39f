"""`GET categories`: the tree, what is told of each, and who sees proposals."""

import pytest

from gallery.actions.categories import create_category
from gallery.models import Category
from gallery.tests.works import new_work

pytestmark = pytest.mark.django_db


def told(client):
    answer = client.get("/api/categories")
    assert answer.status_code == 200, answer.content
    return answer.json()["categories"]


def names(client):
    return [each["name"] for each in told(client)]


@pytest.fixture
def painting(mo):
    return create_category(by=mo, name="Painting", description="With a brush.")


@pytest.fixture
def oil(mo, painting):
    return create_category(by=mo, name="Oil", parent=painting)


def test_a_category_is_told_with_those_in_it(painting, oil, visitor):
    (root,) = told(visitor)
    (child,) = root.pop("children")
    assert root == {
        "id": painting.pk,
        "name": "Painting",
        "slug": "painting",
        "description": "With a brush.",
        "parent_id": None,
        "artwork_count": 0,
        "own_artwork_count": 0,
    }
    assert (child["name"], child["parent_id"], child["children"]) == ("Oil", painting.pk, [])


def test_those_beside_each_other_are_in_the_order_of_their_names_whatever_the_case(mo, visitor):
    for name in ("video", "Drawing", "animation", "Zine"):
        create_category(by=mo, name=name)
    assert names(visitor) == ["animation", "Drawing", "video", "Zine"]


@pytest.mark.parametrize("key", ["pk", "slug"])
def test_one_is_found_by_id_and_by_slug_with_the_path_to_it(painting, oil, visitor, key):
    body = visitor.get(f"/api/categories/{getattr(oil, key)}").json()
    assert (body["id"], body["children"]) == (oil.pk, [])
    path = [{"id": each.pk, "name": each.name, "slug": each.slug} for each in (painting, oil)]
    assert body["path"] == path


@pytest.mark.parametrize("key", ["0", "-1", "sculpture", "9" * 40, "OIL", "%00", "é" * 300, "٣"])
def test_what_there_is_not_is_absent(oil, visitor, key):
    assert visitor.get(f"/api/categories/{key}").status_code == 404


def test_a_proposal_is_seen_by_who_made_it_and_by_staff_alone(ada, ben, mo, painting, client_of, visitor):
    proposal = create_category(by=ada, name="Etching", parent=painting)
    for person in (ada, mo):
        ((child,),) = [root["children"] for root in told(client_of(person))]
        assert (child["name"], child["status"]) == ("Etching", "proposed")
    for client in (client_of(ben), visitor):
        assert told(client)[0]["children"] == []
        assert client.get(f"/api/categories/{proposal.pk}").status_code == 404
        assert client.get(f"/api/categories/{proposal.slug}").status_code == 404


def test_a_proposal_changes_no_byte_of_what_others_get(ada, ben, painting, client_of, visitor):
    addresses = ["/api/categories", f"/api/categories/{painting.pk}"]
    asked = [(client, address) for client in (visitor, client_of(ben)) for address in addresses]
    before = [client.get(address).content for client, address in asked]
    create_category(by=ada, name="Etching", parent=painting)
    assert [client.get(address).content for client, address in asked] == before


@pytest.mark.parametrize("number", [1, 12])
def test_the_whole_tree_and_the_mediums_cost_two_queries(ada, oil, visitor, django_assert_num_queries, number):
    for each in range(number):
        below = Category.objects.create(name=f"Oil {each}", slug=f"oil-{each}", parent=oil)
        new_work(ada, category=below, medium=f"Oil {each}")
    with django_assert_num_queries(2):
        assert told(visitor)[0]["artwork_count"] == number

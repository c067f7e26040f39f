"""`PUT, PATCH, DELETE categories/<id>`: staff's alone; no circle, nothing lost, each deed noted."""

import pytest
from django.contrib.admin.models import CHANGE, DELETION, LogEntry

from gallery.actions.categories import create_category, merge_categories
from gallery.models import Artwork, Category
from gallery.tests.library import codes
from gallery.tests.test_categories_making import refusal
from gallery.tests.works import new_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def mos(mo, client_of):
    """mo's client."""
    return client_of(mo)


@pytest.fixture
def painting(mo):
    return create_category(by=mo, name="Painting")


@pytest.fixture
def oil(mo, painting):
    return create_category(by=mo, name="Oil", parent=painting)


def address(category):
    return f"/api/categories/{category.pk}"


def noted(flag=CHANGE):
    return list(LogEntry.objects.filter(action_flag=flag).values_list("object_repr", "change_message"))


@pytest.mark.parametrize("method", ["put", "patch"])
def test_what_is_sent_changes_and_nothing_else(mos, oil, method):
    body = getattr(mos, method)(address(oil), {"name": "Oils"}).json()
    assert (body["name"], body["slug"], body["parent_id"]) == ("Oils", "oils", oil.parent_id)
    body = getattr(mos, method)(address(oil), {"description": "Fat over lean.", "parent_category": None}).json()
    assert (body["name"], body["description"], body["parent_id"]) == ("Oils", "Fat over lean.", None)


def test_each_change_is_noted_once_and_none_where_nothing_changed(mos, painting, oil):
    mos.patch(address(oil), {"name": "Oils", "description": "Fat.", "parent_category": ""})
    mos.patch(address(oil), {"name": " Oils", "parent_category": None})
    mos.patch(address(oil), {"parent_category": "painting"})
    assert noted() == [
        ("Oils", "Moved to “Painting”."),
        ("Oils", "Renamed from “Oil” to “Oils”. Described anew. Moved to the top."),
    ]


def test_staff_approve_a_proposal_which_all_see_then(mos, ada, painting, visitor):
    proposal = create_category(by=ada, name="Etching", parent=painting)
    body = mos.patch(address(proposal), {"status": "approved"}).json()
    assert "status" not in body
    assert visitor.get(address(proposal)).status_code == 200
    assert noted() == [("Etching", "Approved.")]


@pytest.mark.parametrize("status", ["proposed", "gone", None, ""])
def test_a_category_is_only_approved(mos, oil, status):
    answer = mos.patch(address(oil), {"status": status})
    assert (answer.status_code, set(codes(answer))) == (400, {"status"})


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_others_change_none_and_are_told_so_where_they_see_it(ada, adas, bens, visitor, oil, method):
    proposal = create_category(by=ada, name="Etching")
    asked = [(visitor, oil), (adas, oil), (adas, proposal), (bens, proposal)]
    given = [getattr(client, method)(address(category), {"name": "Mine"}).status_code for client, category in asked]
    assert given == [401, 403, 403, 404]
    assert set(Category.objects.values_list("name", flat=True)) == {"Painting", "Oil", "Etching"}


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_what_there_is_not_is_absent(mos, method):
    assert getattr(mos, method)("/api/categories/0", {}).status_code == 404


def test_a_category_does_not_lie_within_itself_nor_below_itself(mos, painting, oil):
    for parent in (painting, oil):
        answer = mos.patch(address(painting), {"name": "Changed", "parent_category": parent.pk})
        assert refusal(answer) == (409, {"parent_category": "cycle"})
    painting.refresh_from_db()
    assert (painting.name, painting.parent) == ("Painting", None)


def test_a_branch_is_not_moved_deeper_than_ten(mos, mo, painting, oil):
    parent = None
    for depth in range(9):
        parent = create_category(by=mo, name=f"Level {depth}", parent=parent)
    assert refusal(mos.patch(address(painting), {"parent_category": parent.pk})) == (
        400,
        {"parent_category": "too_deep"},
    )
    assert mos.patch(address(oil), {"parent_category": parent.pk}).status_code == 200


def test_a_name_that_is_taken_is_refused_and_ones_own_is_not(mos, painting, oil):
    assert refusal(mos.patch(address(oil), {"name": "PAINTING"})) == (400, {"name": "unique"})
    assert mos.patch(address(oil), {"name": "OIL"}).json()["name"] == "OIL"


def test_an_empty_category_is_deleted_and_that_is_noted(mos, oil):
    answer = mos.delete(address(oil))
    assert (answer.status_code, answer.json()) == (200, {"id": oil.pk, "deleted": True})
    assert mos.get(address(oil)).status_code == 404
    assert noted(DELETION) == [("Oil", "Deleted.")]


@pytest.mark.parametrize("facts", [{}, {"status": "draft"}, {"availability_status": "private"}])
def test_one_that_holds_a_work_stays_be_it_hidden(mos, ada, oil, facts):
    new_work(ada, category=oil, **facts)
    assert refusal(mos.delete(address(oil))) == (409, {None: "not_empty"})
    assert Artwork.objects.get().category == oil


def test_one_that_holds_a_category_stays(mos, ada, painting, oil):
    assert refusal(mos.delete(address(painting))) == (409, {None: "not_empty"})
    assert Category.objects.count() == 2


def test_a_proposal_outlives_who_made_it(ada, mos):
    proposal = create_category(by=ada, name="Etching")
    ada.delete()
    assert mos.get(address(proposal)).json()["status"] == "proposed"


def test_works_are_found_by_the_new_name_of_their_category(mos, mo, ada, oil, painting, visitor):
    new_work(ada, "Harbour", category=oil)
    mos.patch(address(oil), {"name": "Gouache"})
    assert visitor.get("/api/artworks", {"category": "gouache"}).json()["count"] == 1
    merge_categories(into=painting, others=[Category.objects.get(pk=oil.pk)], by=mo)
    assert visitor.get("/api/artworks", {"category": "painting"}).json()["count"] == 1

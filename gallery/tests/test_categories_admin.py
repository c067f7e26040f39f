"""Categories at the moderator's desk: a tree to look at, and deeds that go through actions and are noted."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.test import Client

from accounts.exceptions import Conflict
from gallery.actions.categories import create_category, merge_categories
from gallery.models import Artwork, Category
from gallery.tests.works import new_work

pytestmark = pytest.mark.django_db

LIST = "/admin/gallery/category/"


@pytest.fixture
def desk(mo):
    """A client of mo's, who may do anything with categories."""
    mo.user_permissions.set(Permission.objects.filter(content_type__model="category"))
    client = Client()
    client.force_login(mo)
    return client


@pytest.fixture
def painting(mo):
    return create_category(by=mo, name="Painting")


@pytest.fixture
def oil(mo, painting):
    return create_category(by=mo, name="Oil", parent=painting)


def act(desk, action, *categories, **fields):
    body = {"action": action, "_selected_action": [each.pk for each in categories], **fields}
    return desk.post(LIST, body, follow=True).content.decode()


def merge(desk, kept, *others):
    chosen = "&".join(f"chosen={each.pk}" for each in (kept, *others))
    return desk.post(f"{LIST}merge/?{chosen}", {"kept": kept.pk}, follow=True).content.decode()


def send(desk, path, **fields):
    return desk.post(f"{LIST}{path}", {"name": "", "description": "", "parent_category": "", **fields}, follow=True)


def names():
    return set(Category.objects.values_list("name", flat=True))


def noted():
    return list(LogEntry.objects.order_by("pk").values_list("object_repr", "change_message"))[2:]


def test_the_list_is_a_tree_with_counts(ada, desk, oil, mo):
    create_category(by=mo, name="Animation")
    new_work(ada, category=oil)
    page = desk.get(LIST)
    shown = [(each.name, each.depth, each.total) for each in page.context["cl"].result_list]
    assert shown == [("Animation", 0, 0), ("Painting", 0, 1), ("Oil", 1, 1)]
    assert "\u2003\u2003Oil" in page.content.decode()


def test_proposals_are_found_and_approved(ada, desk, oil, visitor):
    proposals = [create_category(by=ada, name=name) for name in ("Etching", "Collage")]
    listed = desk.get(LIST, {"status__exact": "proposed"}).context["cl"].result_list
    assert [each.name for each in listed] == ["Collage", "Etching"]
    assert "Approved: 2." in act(desk, "approve", oil, *proposals)
    assert len(visitor.get("/api/categories").json()["categories"]) == 3
    assert set(noted()) == {("Etching", "Approved."), ("Collage", "Approved.")}


def test_one_is_added_by_its_form_and_noted_once(desk, oil):
    send(desk, "add/", name="  Portraits ", parent_category=oil.pk)
    made = Category.objects.get(name="Portraits")
    assert (made.parent, made.status, made.slug) == (oil, "approved", "portraits")
    assert noted() == [("Portraits", "Added.")]


def test_one_is_renamed_and_moved_by_its_form_and_noted_once(desk, oil):
    page = desk.get(f"{LIST}{oil.pk}/change/")
    assert page.context["adminform"].form.initial["parent_category"] == oil.parent_id
    send(desk, f"{oil.pk}/change/", name="Oils")
    oil.refresh_from_db()
    assert (oil.name, oil.slug, oil.parent) == ("Oils", "oils", None)
    assert noted() == [("Oils", "Renamed from “Oil” to “Oils”. Moved to the top.")]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"name": "PAINTING", "parent_category": "painting"}, "name"),
        ({"name": "\u200b"}, "name"),
        ({"name": ""}, "name"),
        ({"name": "Painting", "parent_category": "oil"}, "parent_category"),
        ({"name": "Painting", "parent_category": "painting"}, "parent_category"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(desk, mo, painting, oil, fields, named):
    places = {"oil": oil.pk, "painting": painting.pk}
    parent = places.get(fields.get("parent_category"), "")
    path = "add/" if fields["name"] != "Painting" else f"{painting.pk}/change/"
    page = send(desk, path, **{**fields, "parent_category": parent})
    assert named in page.context["adminform"].form.errors
    assert (names(), noted()) == ({"Painting", "Oil"}, [])


def test_the_desk_asks_which_one_is_kept_and_merges_the_others(ada, desk, painting, oil):
    work, proposal = new_work(ada, category=oil), create_category(by=ada, name="Oils")
    page = act(desk, "merge", oil, proposal)
    assert page.count('type="radio"') == 2
    assert "Merged into “Painting”." in merge(desk, painting, oil, proposal)
    assert Artwork.objects.get(pk=work.pk).category == painting
    assert noted() == [
        ("Oil", "Merged into “Painting”."),
        ("Oils", "Merged into “Painting”."),
        ("Painting", "Merged with “Oil”, “Oils”."),
    ]


def test_one_is_not_merged_into_what_lies_below_it(ada, desk, painting, oil):
    new_work(ada, category=painting)
    assert "cannot lie within itself" in merge(desk, oil, painting)
    assert (names(), noted()) == ({"Painting", "Oil"}, [])


def test_none_is_merged_into_a_proposal(ada, desk, oil):
    assert "have changed meanwhile" in merge(desk, create_category(by=ada, name="Etching"), oil)
    assert "Oil" in names()


def test_a_branch_that_would_grow_too_deep_is_not_merged(desk, mo, oil, painting):
    parent = None
    for depth in range(10):
        parent = create_category(by=mo, name=f"Level {depth}", parent=parent)
    assert "Categories may be 10 deep." in merge(desk, parent, painting)
    assert Category.objects.get(name="Oil").parent == painting


def test_what_is_gone_is_not_merged(mo, painting, oil):
    gone = Category.objects.get(pk=oil.pk)
    oil.delete()
    with pytest.raises(Conflict):
        merge_categories(into=painting, others=[gone], by=mo)


def test_an_empty_one_is_deleted_and_noted_once(desk, oil):
    desk.post(f"{LIST}{oil.pk}/delete/", {"post": "yes"})
    assert (names(), noted()) == ({"Painting"}, [("Oil", "Deleted.")])


def test_one_that_holds_a_hidden_work_stays_and_tells_nothing_of_it(ada, desk, oil):
    new_work(ada, "Secret", category=oil, status="draft")
    page = desk.post(f"{LIST}{oil.pk}/delete/", {"post": "yes"}, follow=True).content.decode()
    assert "There are works or categories in this category." in page
    assert "Secret" not in desk.get(f"{LIST}{oil.pk}/delete/").content.decode()
    assert (names(), noted()) == ({"Painting", "Oil"}, [])


def test_of_several_all_are_deleted_or_none(desk, mo, painting, oil):
    empty = create_category(by=mo, name="Animation")
    assert "There are works or categories" in act(desk, "delete_selected", empty, painting, post="yes")
    assert names() == {"Animation", "Painting", "Oil"}
    act(desk, "delete_selected", empty, oil, post="yes")
    assert names() == {"Painting"}


def test_staff_without_the_right_to_change_them_change_none(ada, desk, mo, painting, oil):
    proposal = create_category(by=ada, name="Etching")
    mo.user_permissions.set(Permission.objects.filter(codename="view_category"))
    act(desk, "approve", proposal)
    assert desk.post(f"{LIST}merge/?chosen={oil.pk}&chosen={painting.pk}", {"kept": oil.pk}).status_code == 403
    assert send(desk, f"{oil.pk}/change/", name="Mine").status_code == 403
    assert (names(), Category.objects.get(pk=proposal.pk).status) == ({"Painting", "Oil", "Etching"}, "proposed")

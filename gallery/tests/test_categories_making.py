"""`POST categories`: made by staff, proposed by artists, refused by name."""

import pytest
from django.contrib.admin.models import ADDITION, LogEntry

from gallery.actions.categories import MOST_PROPOSALS, create_category
from gallery.actions.tags import slug_of
from gallery.models import Category
from gallery.tests.library import codes

pytestmark = pytest.mark.django_db


@pytest.fixture
def mos(mo, client_of):
    """mo's client."""
    return client_of(mo)


@pytest.fixture
def painting(mo):
    return create_category(by=mo, name="Painting")


def make(client, name="Sculpture", **facts):
    return client.post("/api/categories", {"name": name, **facts})


def refusal(answer):
    return answer.status_code, codes(answer)


def test_staff_make_a_category_that_all_see_at_once(mos, painting, visitor):
    answer = make(mos, " Oil  painting\t", description="With a brush.", parent_category=painting.pk)
    body = answer.json()
    assert answer.status_code == 201
    assert (body["name"], body["slug"], body["parent_id"]) == ("Oil painting", "oil-painting", painting.pk)
    assert "status" not in body
    assert [each["slug"] for each in body["path"]] == ["painting", "oil-painting"]
    assert visitor.get(f"/api/categories/{body['id']}").json()["description"] == "With a brush."


def test_an_artist_proposes_one_that_waits(adas, ada, painting, visitor):
    body = make(adas, "Etching", parent_category="painting").json()
    assert (body["status"], body["parent_id"]) == ("proposed", painting.pk)
    assert Category.objects.get(pk=body["id"]).proposed_by == ada
    assert visitor.get(f"/api/categories/{body['id']}").status_code == 404


def test_an_artist_does_not_approve_by_saying_so(adas):
    assert make(adas, status="approved").json()["status"] == "proposed"


def test_a_visitor_makes_none(visitor):
    assert make(visitor).status_code == 401
    assert not Category.objects.exists()


def test_what_staff_made_is_noted_and_what_is_proposed_is_not(mos, mo, adas):
    made = make(mos, "Painting").json()["id"]
    make(adas, "Etching")
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id, entry.action_flag) == (mo, str(made), ADDITION)


@pytest.mark.parametrize("name", ["painting", "PAINTING", " Painting "])
def test_a_name_is_taken_whatever_its_case(mos, adas, painting, name):
    for client in (mos, adas):
        assert refusal(make(client, name)) == (400, {"name": "unique"})
    assert Category.objects.count() == 1


def test_letters_beyond_ascii_have_cases_too(mos):
    make(mos, "Émail")
    assert refusal(make(mos, "éMAIL")) == (400, {"name": "unique"})


def test_a_name_that_another_has_proposed_is_refused_like_any_that_is_taken(adas, bens, painting):
    make(adas, "Etching", description="Mine.")
    proposed, taken = make(bens, "etching"), make(bens, "painting")
    assert proposed.status_code == taken.status_code == 400
    assert proposed.content == taken.content


@pytest.mark.parametrize("name", [None, "", "   ", "\u200b", "x" * 101, ["x"]])
def test_what_can_be_no_name_is_none(mos, name):
    answer = make(mos, name)
    assert (answer.status_code, set(codes(answer))) == (400, {"name"})
    assert not Category.objects.exists()


@pytest.mark.parametrize("parent", [0, 10**30, "sculpture", True, -1, 1.5, "\u200b", "9" * 400])
def test_a_parent_that_there_is_not_is_named(mos, painting, parent):
    assert refusal(make(mos, parent_category=parent)) == (400, {"parent_category": "does_not_exist"})


@pytest.mark.parametrize("parent", [[], {}, ["painting"]])
def test_a_parent_of_another_kind_is_named(mos, painting, parent):
    assert refusal(make(mos, parent_category=parent)) == (400, {"parent_category": "does_not_exist"})


@pytest.mark.parametrize("parent", [None, ""])
def test_no_parent_is_the_top(mos, parent):
    assert make(mos, parent_category=parent).json()["parent_id"] is None


def test_nothing_is_put_below_a_proposal(adas, mos):
    proposal = make(adas, "Etching").json()["id"]
    for client in (adas, mos):
        assert refusal(make(client, parent_category=proposal)) == (400, {"parent_category": "does_not_exist"})


def test_the_tree_is_ten_deep_and_no_deeper(mos):
    parent = None
    for depth in range(10):
        parent = make(mos, f"Level {depth}", parent_category=parent).json()["id"]
    assert refusal(make(mos, "One more", parent_category=parent)) == (400, {"parent_category": "too_deep"})


def test_so_many_proposals_of_a_person_wait_at_once(adas, bens, mos):
    for number in range(MOST_PROPOSALS):
        assert make(adas, f"Idea {number}").status_code == 201
    assert refusal(make(adas, "One more")) == (409, {None: "too_many_proposals"})
    assert make(bens, "Of ben's").status_code == 201
    mos.patch(f"/api/categories/{Category.objects.get(name='Idea 0').pk}", {"status": "approved"})
    assert make(adas, "One more").status_code == 201


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Oil painting", "oil-painting"),
        ("Öl", "öl"),
        ("1850", "_1850"),
        ("٣", "_٣"),
        ("C#", slug_of("c#")),
        ("版画", "版画"),
    ],
)
def test_each_name_has_an_address_that_is_no_number(mos, visitor, name, slug):
    assert make(mos, name).json()["slug"] == slug
    assert visitor.get(f"/api/categories/{slug}").json()["name"] == name


def test_names_that_look_alike_in_addresses_have_two(mos):
    slugs = {make(mos, name).json()["slug"] for name in ("C", "C#", "C++", "!!!", "???")}
    assert len(slugs) == 5


def test_a_name_of_signs_that_addresses_write_out_fits(mos, adas):
    answer = make(mos, "\ufdfa" * 100)
    assert answer.status_code == 201
    assert len(answer.json()["slug"]) <= 60


def test_a_form_makes_one_too(mos, painting):
    body = {"name": "Oil", "parent_category": str(painting.pk)}
    assert mos.post("/api/categories", body, format="multipart").json()["parent_id"] == painting.pk


def test_the_category_above_may_be_named_as_it_is_in_answers(mo, client_of):
    staff = client_of(mo)
    above = staff.post("/api/categories", {"name": "Craft"}).json()
    below = staff.post("/api/categories", {"name": "Glass", "parent_id": above["id"]}).json()
    assert below["parent_id"] == above["id"]

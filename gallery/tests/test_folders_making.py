"""Folders: made, nested, moved and renamed."""

import pytest

from gallery.models import Folder
from gallery.tests.library import codes, new_file


def make(client, name, parent=None):
    answer = client.post("/api/folders", {"name": name, "parent_id": parent})
    assert answer.status_code == 201, answer.content
    return answer.json()["id"]


def test_a_folder_is_told_when_it_is_made(adas):
    told = adas.post("/api/folders", {"name": "Work"}).json()
    assert told == {
        "type": "folder", "id": told["id"], "name": "Work", "parent_id": None,
        "path": [{"id": told["id"], "name": "Work"}], "file_count": 0, "total_size": 0,
    }  # fmt: skip


def test_a_folder_knows_its_path_and_what_lies_in_it(ada, adas):
    work = make(adas, "Work")
    sea = make(adas, "Sea", work)
    for size in (10, 20):
        new_file(ada, folder=Folder.objects.get(pk=sea), size=size)
    told = adas.get(f"/api/folders/{sea}").json()
    assert [entry["name"] for entry in told["path"]] == ["Work", "Sea"]
    assert (told["parent_id"], told["file_count"], told["total_size"]) == (work, 2, 30)


@pytest.mark.parametrize("name", ["Work", "WORK", "work"])
@pytest.mark.parametrize("nested", [False, True])
def test_a_name_is_taken_beside_its_like_whatever_the_case(adas, name, nested):
    parent = make(adas, "Parent") if nested else None
    make(adas, "Work", parent)
    answer = adas.post("/api/folders", {"name": name, "parent_id": parent})
    assert (answer.status_code, codes(answer)) == (409, {"name": "name_taken"})
    assert Folder.objects.filter(name__iexact="work").count() == 1


def test_the_same_name_elsewhere_or_of_another_person_is_free(adas, bens):
    work = make(adas, "Work")
    make(adas, "Work", work)
    make(bens, "Work")
    assert Folder.objects.count() == 3


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({}, "name", "required"),
        ({"name": ""}, "name", "blank"),
        ({"name": "  "}, "name", "blank"),
        ({"name": None}, "name", "null"),
        ({"name": "../.."}, "name", "name_invalid"),
        ({"name": "a", "parent_id": "root"}, "parent_id", "invalid"),
        ({"name": "a", "parent_id": "01900000-0000-7000-8000-000000000000"}, "parent_id", "does_not_exist"),
    ],
)
def test_what_cannot_be_is_refused_by_field(adas, body, field, code):
    answer = adas.post("/api/folders", body)
    assert (answer.status_code, codes(answer)) == (400, {field: code})


@pytest.mark.parametrize("method", ["put", "patch"])
def test_renaming_leaves_the_place_and_moving_leaves_the_name(adas, method):
    work, sea = make(adas, "Work"), make(adas, "Sea")
    change = getattr(adas, method)
    assert change(f"/api/folders/{sea}", {"parent_id": work}).json()["name"] == "Sea"
    told = change(f"/api/folders/{sea}", {"name": "Ocean"}).json()
    assert (told["name"], told["parent_id"]) == ("Ocean", work)
    assert change(f"/api/folders/{sea}", {}).json() == told
    assert change(f"/api/folders/{sea}", {"parent_id": None}).json()["parent_id"] is None


def test_a_folder_may_change_the_case_of_its_own_name(adas):
    work = make(adas, "work")
    assert adas.patch(f"/api/folders/{work}", {"name": "WORK"}).json()["name"] == "WORK"


def test_moving_beside_a_folder_of_the_same_name_is_refused(adas):
    work = make(adas, "Work")
    make(adas, "sea", work)
    sea = make(adas, "Sea")
    answer = adas.patch(f"/api/folders/{sea}", {"parent_id": work})
    assert (answer.status_code, codes(answer)) == (409, {"name": "name_taken"})
    assert Folder.objects.get(pk=sea).parent is None


@pytest.mark.parametrize("target", ["itself", "child", "grandchild"])
def test_a_folder_never_contains_itself(adas, target):
    ids = {"itself": make(adas, "a")}
    ids["child"] = make(adas, "b", ids["itself"])
    ids["grandchild"] = make(adas, "c", ids["child"])
    answer = adas.patch(f"/api/folders/{ids['itself']}", {"parent_id": ids[target]})
    assert (answer.status_code, codes(answer)) == (409, {"parent_id": "cycle"})
    assert Folder.objects.get(pk=ids["itself"]).parent is None


def test_folders_go_twenty_deep_and_no_deeper(adas):
    parent = None
    for number in range(20):
        parent = make(adas, str(number), parent)
    answer = adas.post("/api/folders", {"name": "too deep", "parent_id": parent})
    assert (answer.status_code, codes(answer)) == (400, {"parent_id": "too_deep"})


def test_a_branch_is_not_moved_deeper_than_that_either(adas):
    parent, branch = None, make(adas, "branch")
    make(adas, "twig", branch)
    for number in range(19):
        parent = make(adas, str(number), parent)
    answer = adas.patch(f"/api/folders/{branch}", {"parent_id": parent})
    assert (answer.status_code, codes(answer)) == (400, {"parent_id": "too_deep"})


def test_anothers_folder_is_neither_a_place_nor_there(adas, bens):
    foreign, own = make(bens, "Ben's"), make(adas, "Work")
    for answer in (
        adas.post("/api/folders", {"name": "a", "parent_id": foreign}),
        adas.put(f"/api/folders/{own}", {"parent_id": foreign}),
    ):
        assert (answer.status_code, codes(answer)) == (400, {"parent_id": "does_not_exist"})


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
def test_others_find_nothing_and_visitors_are_asked_to_sign_in(adas, bens, visitor, method):
    url = f"/api/folders/{make(adas, 'Work')}"
    assert getattr(bens, method)(url).status_code == 404
    assert getattr(visitor, method)(url).status_code == 401
    assert visitor.post("/api/folders", {"name": "a"}).status_code == 401

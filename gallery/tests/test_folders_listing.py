"""All folders of a person, as a list and as a tree."""

import pytest

from gallery.models import Folder
from gallery.tests.library import codes, new_file


@pytest.fixture
def forest(ada, ben):
    """ada's a (with b, with c) and D; ben's e. The middle one holds a file."""
    a = Folder.objects.create(owner=ada, name="a")
    b = Folder.objects.create(owner=ada, name="b", parent=a)
    Folder.objects.create(owner=ada, name="c", parent=b)
    Folder.objects.create(owner=ada, name="D")
    Folder.objects.create(owner=ben, name="e")
    new_file(ada, folder=b, size=7)


def names(client, **query):
    return [folder["name"] for folder in client.get("/api/folders", query).json()["results"]]


def shape(folders):
    return {folder["name"]: shape(folder["children"]) for folder in folders}


def test_the_list_holds_every_folder_of_ones_own_by_name(forest, adas, bens):
    assert names(adas) == ["a", "b", "c", "D"]
    assert names(bens) == ["e"]
    assert names(adas, tree="false") == ["a", "b", "c", "D"]


def test_the_tree_nests_them(forest, adas):
    (a, d) = adas.get("/api/folders?tree=true").json()["results"]
    assert shape([a, d]) == {"a": {"b": {"c": {}}}, "D": {}}
    (b,) = a["children"]
    assert [entry["name"] for entry in b["path"]] == ["a", "b"]
    assert (b["file_count"], b["total_size"], a["file_count"]) == (1, 7, 0)


def test_a_tree_is_paged_by_its_roots(forest, adas):
    answer = adas.get("/api/folders?tree=1&page_size=1").json()
    assert (answer["count"], shape(answer["results"])) == (2, {"a": {"b": {"c": {}}}})


@pytest.mark.parametrize(("name", "value"), [("tree", "perhaps"), ("page", "x"), ("page_size", "0")])
def test_a_value_of_the_wrong_kind_is_refused(adas, name, value):
    answer = adas.get("/api/folders", {name: value})
    assert (answer.status_code, list(codes(answer))) == (400, [name])

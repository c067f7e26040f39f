"""What lies in a folder: its folders first, then its files."""

from datetime import timedelta

import pytest

from gallery.models import Folder
from gallery.tests.library import NOON, codes, new_file, new_image


@pytest.fixture
def work(ada):
    """The folder "Work" at ada's root."""
    return Folder.objects.create(owner=ada, name="Work")


@pytest.fixture
def desk(ada, work):
    """Two folders and three files at the root; a folder, a file and a picture in "Work"."""
    Folder.objects.create(owner=ada, name="archive")
    Folder.objects.create(owner=ada, name="Old work", parent=work)
    new_file(ada, "b.txt", size=30, uploaded_at=NOON)
    new_file(ada, "A.pdf", size=10, mime_type="application/pdf", uploaded_at=NOON + timedelta(days=1))
    new_file(ada, "c.txt", size=20, uploaded_at=NOON - timedelta(days=1))
    new_file(ada, "plan of work.txt", folder=work)
    new_image(ada, original_filename="work.jpg", folder=work)


def entries(client, **query):
    """(type, name) of each entry of the first page."""
    answer = client.get("/api/files", query)
    assert answer.status_code == 200, answer.content
    return [(entry["type"], entry["name"]) for entry in answer.json()["results"]]


def names(client, **query):
    return [name for _, name in entries(client, **query)]


def test_the_root_shows_folders_first_and_then_files(desk, adas):
    assert entries(adas) == [
        ("folder", "archive"), ("folder", "Work"), ("file", "A.pdf"), ("file", "b.txt"), ("file", "c.txt")
    ]  # fmt: skip
    assert adas.get("/api/files").json()["folder"] is None


def test_a_folder_shows_what_lies_directly_in_it_and_where_it_is(desk, adas, work):
    answer = adas.get("/api/files", {"folder": work.pk}).json()
    assert [entry["name"] for entry in answer["results"]] == ["Old work", "plan of work.txt", "work.jpg"]
    path = [{"id": str(work.pk), "name": "Work"}]
    assert answer["folder"] == {"id": str(work.pk), "name": "Work", "path": path}


def test_a_path_runs_from_the_root_to_the_folder(desk, adas):
    inner = Folder.objects.get(name="Old work")
    told = adas.get("/api/files", {"folder": inner.pk}).json()["folder"]
    assert [entry["name"] for entry in told["path"]] == ["Work", "Old work"]


def test_folders_come_first_across_pages_too(ada, adas):
    for number in range(5):
        Folder.objects.create(owner=ada, name=f"folder {number}")
        new_file(ada, f"file {number}")
    found, url = [], "/api/files?page_size=3"
    while url:
        answer = adas.get(url).json()
        assert answer["count"] == 10
        found.append([entry["name"] for entry in answer["results"]])
        url = answer["next"]
    assert found == [
        ["folder 0", "folder 1", "folder 2"],
        ["folder 3", "folder 4", "file 0"],
        ["file 1", "file 2", "file 3"],
        ["file 4"],
    ]


@pytest.mark.parametrize(
    ("ordering", "found"),
    [("name", "Abc"), ("-name", "cbA"), ("date", "cbA"), ("-date", "Abc"), ("size", "Acb"), ("-size", "bcA")],
)
def test_files_are_ordered_behind_the_folders(desk, adas, ordering, found):
    assert names(adas, ordering=ordering)[:2] == ["archive", "Work"]
    assert "".join(name[0] for name in names(adas, ordering=ordering)[2:]) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"search": "WORK"}, ["Old work", "Work", "plan of work.txt", "work.jpg"]),
        ({"search": "work plan"}, ["plan of work.txt"]),
        ({"kind": "image"}, []),
        ({"kind": "file"}, ["A.pdf", "b.txt", "c.txt"]),
        ({"kind": "image", "search": "work"}, ["work.jpg"]),
        ({"mime_type": "application/pdf"}, ["A.pdf"]),
        ({"search": "%"}, []),
        ({"folder": "01900000-0000-7000-8000-000000000000"}, []),
        ({"folder": ""}, ["archive", "Work", "A.pdf", "b.txt", "c.txt"]),
    ],
)
def test_a_filter_keeps_what_it_names(desk, adas, query, found):
    assert names(adas, **query) == found


def test_a_search_in_a_folder_stays_in_it(desk, adas, work):
    assert names(adas, folder=work.pk, search="work") == ["Old work", "plan of work.txt", "work.jpg"]
    assert names(adas, folder=Folder.objects.get(name="archive").pk, search="work") == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("folder", "work"), ("folder", "1"), ("folder", "\0"), ("kind", "song"), ("ordering", "colour"), ("page", "0"),
     ("search", "x" * 501)],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_refused_by_name(adas, name, value):
    answer = adas.get("/api/files", {name: value})
    assert (answer.status_code, list(codes(answer))) == (400, [name])


def test_a_page_past_the_end_is_not_there(desk, adas):
    assert adas.get("/api/files?page=2").status_code == 404


@pytest.mark.parametrize("path", ["files", "folders", "auth/tokens"])
def test_a_cursor_is_passed_over_where_lists_have_none(desk, adas, path):
    answer = adas.get(f"/api/{path}?cursor=")
    assert answer.status_code == 200
    assert "count" in answer.json()


def test_others_see_nothing_of_it(desk, bens, work):
    assert entries(bens) == entries(bens, folder=work.pk) == entries(bens, search="work") == []


@pytest.mark.parametrize("path", ["files", "files/01900000-0000-7000-8000-000000000000", "folders"])
def test_a_visitor_is_asked_to_sign_in(visitor, path):
    answer = visitor.get(f"/api/{path}")
    assert (answer.status_code, codes(answer)) == (401, {None: "not_authenticated"})

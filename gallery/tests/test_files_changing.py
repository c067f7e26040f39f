"""One file: told, renamed, moved, deleted."""

import pytest

from accounts.models import Statistics
from gallery.models import File, Folder
from gallery.storage import originals
from gallery.tests.library import NOON, codes, new_file, upload


@pytest.fixture
def file(ada):
    return new_file(ada, "notes.txt", checksum="ab" * 32)


@pytest.fixture
def url(file):
    return f"/api/files/{file.pk}"


@pytest.fixture
def work(ada):
    return Folder.objects.create(owner=ada, name="Work")


def test_a_file_is_told_whole(adas, file, url):
    assert adas.get(url).json() == {
        "type": "file", "id": str(file.pk), "name": "notes.txt", "original_filename": "notes.txt", "folder_id": None,
        "size": 10, "mime_type": "text/plain", "checksum": "ab" * 32, "kind": "file", "download_count": 0,
        "uploaded_at": NOON.isoformat().replace("+00:00", "Z"),
        "urls": {"download": f"http://testserver{url}/download", "preview": f"http://testserver{url}/preview"},
    }  # fmt: skip


@pytest.mark.parametrize("method", ["put", "patch"])
def test_renaming_leaves_the_folder_and_moving_leaves_the_name(adas, url, work, method):
    change = getattr(adas, method)
    assert change(url, {"folder_id": str(work.pk)}).json()["name"] == "notes.txt"
    told = change(url, {"name": "plan.txt"}).json()
    assert (told["name"], told["folder_id"], told["original_filename"]) == ("plan.txt", str(work.pk), "notes.txt")
    assert change(url, {}).json() == told


@pytest.mark.parametrize("root", [None, ""])
def test_a_file_goes_back_to_the_root(adas, url, work, root):
    adas.put(url, {"folder_id": str(work.pk)})
    assert adas.put(url, {"folder_id": root}).json()["folder_id"] is None


def test_two_files_may_share_a_name(ada, adas, url):
    new_file(ada, "plan.txt")
    assert adas.put(url, {"name": "plan.txt"}).status_code == 200


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/passwd", "passwd"), ("a\\b.txt", "b.txt"), (" a  b .txt", "a b .txt"), ("x" * 300, "x" * 255),
     ("\u202egpj.exe", "gpj.exe"), ('a"b', "a_b")],
)  # fmt: skip
def test_a_name_is_made_safe(adas, url, given, kept):
    assert adas.put(url, {"name": given}).json()["name"] == kept


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", "", "blank"),
        ("name", None, "null"),
        ("name", "..", "name_invalid"),
        ("name", "/", "name_invalid"),
        ("name", "x" * 501, "max_length"),
        ("folder_id", "work", "invalid"),
        ("folder_id", 7, "does_not_exist"),
        ("folder_id", "01900000-0000-7000-8000-000000000000", "does_not_exist"),
    ],
)
def test_what_cannot_be_is_refused_by_field(adas, url, field, value, code):
    answer = adas.put(url, {field: value})
    assert (answer.status_code, codes(answer)) == (400, {field: code})
    assert File.objects.get().name == "notes.txt"


def test_anothers_folder_is_no_place_for_it(adas, url, ben):
    foreign = Folder.objects.create(owner=ben, name="Ben's")
    answer = adas.put(url, {"folder_id": str(foreign.pk)})
    assert (answer.status_code, codes(answer)) == (400, {"folder_id": "does_not_exist"})


def test_deleting_takes_row_bytes_and_room(ada, adas, django_capture_on_commit_callbacks):
    file_id = upload(adas, b"some words", name="notes.txt")["id"]
    assert Statistics.objects.get(pk=ada.pk).storage_used == 10
    with django_capture_on_commit_callbacks(execute=True):
        assert adas.delete(f"/api/files/{file_id}").json() == {"id": file_id, "deleted": True}
    assert (File.objects.count(), list(originals().names())) == (0, [])
    assert Statistics.objects.get(pk=ada.pk).storage_used == 0


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
def test_others_find_nothing_and_visitors_are_asked_to_sign_in(bens, visitor, url, method):
    assert getattr(bens, method)(url).status_code == 404
    assert getattr(visitor, method)(url).status_code == 401
    assert File.objects.count() == 1

"""Deleting folders: refused while anything is in them, unless that is meant."""

import pytest

from accounts.models import Statistics
from gallery.models import File, Folder
from gallery.storage import originals, renditions
from gallery.tests.library import codes, new_file, upload


@pytest.fixture
def work(ada):
    return Folder.objects.create(owner=ada, name="Work")


@pytest.fixture
def url(work):
    return f"/api/folders/{work.pk}"


def test_an_empty_folder_goes(adas, work, url):
    answer = adas.delete(url)
    assert answer.json() == {"id": str(work.pk), "deleted": True, "files_deleted": 0, "folders_deleted": 1}
    assert not Folder.objects.exists()


@pytest.mark.parametrize("query", ["", "?contents=refuse"])
@pytest.mark.parametrize("thing", ["file", "folder"])
def test_one_that_holds_anything_stays(ada, adas, work, url, query, thing):
    if thing == "file":
        new_file(ada, folder=work)
    else:
        Folder.objects.create(owner=ada, name="Sea", parent=work)
    answer = adas.delete(url + query)
    assert (answer.status_code, codes(answer)) == (409, {None: "not_empty"})
    assert Folder.objects.filter(pk=work.pk).exists()


def test_with_its_contents_everything_below_goes_and_nothing_else(
    ada, adas, work, url, django_capture_on_commit_callbacks
):
    sea = Folder.objects.create(owner=ada, name="Sea", parent=work)
    upload(adas, b"in the sea", name="a.txt", folder_id=str(sea.pk))
    upload(adas, folder_id=str(work.pk))
    kept = upload(adas, b"elsewhere", name="b.txt")["id"]
    with django_capture_on_commit_callbacks(execute=True):
        answer = adas.delete(f"{url}?contents=delete").json()
    assert (answer["files_deleted"], answer["folders_deleted"]) == (2, 2)
    assert [str(file.pk) for file in File.objects.all()] == [kept]
    assert (len(list(originals().names())), list(renditions().names())) == (1, [])
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.file_count, statistics.image_count, statistics.storage_used) == (1, 0, 9)


def test_another_word_is_refused_and_nothing_goes(adas, url):
    answer = adas.delete(f"{url}?contents=keep")
    assert (answer.status_code, codes(answer)) == (400, {"contents": "invalid_choice"})
    assert Folder.objects.exists()

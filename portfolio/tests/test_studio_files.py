"""The files of the studio: folders first, by forms that do what the API does."""

import pytest

from gallery.actions.folders import create_folder
from gallery.models import File, Folder
from gallery.tests.library import new_file, new_image


@pytest.fixture
def letters(ada):
    return create_folder(by=ada, name="Letters")


@pytest.fixture
def inner(ada, letters):
    return create_folder(by=ada, name="Old", parent=letters)


@pytest.fixture
def notes(ada, letters):
    return new_file(ada, "notes.txt", folder=letters)


def names(read, client, path: str) -> list[str]:
    return [link.text for link in read(client, path).all("a", **{"class": "title"})]


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("", ["Letters", "alpha.txt", "photo.jpg"]),
        ("?order=-size", ["Letters", "photo.jpg", "alpha.txt"]),
        ("?kind=file", ["alpha.txt"]),
        ("?kind=image", ["photo.jpg"]),
        ("?search=o", ["Old", "notes.txt", "photo.jpg"]),
        ("?search=gulls", []),
        ("?folder={letters}", ["Old", "notes.txt"]),
        ("?folder={letters}&search=zzz", []),
        ("?kind=poem&order=worst", ["Letters", "alpha.txt", "photo.jpg"]),
    ],
)
def test_a_folder_lists_folders_and_then_files(read, client_of, ada, ben, inner, notes, letters, query, listed):
    new_file(ada, "alpha.txt")
    new_image(ada, file_size=1000)
    new_file(ben, "bens.txt")
    assert names(read, client_of(ada), "/studio/files" + query.format(letters=letters.pk)) == listed


@pytest.mark.parametrize("folder", ["x", "01900000-0000-7000-8000-000000000000", "{bens}"])
def test_a_folder_that_is_not_ones_own_is_not_there(client_of, ada, ben, folder):
    bens = create_folder(by=ben, name="Bens")
    assert client_of(ada).get("/studio/files", {"folder": folder.format(bens=bens.pk)}).status_code == 404


def test_others_find_nothing_and_visitors_sign_in_first(client_of, visitor, cyn, letters, notes):
    for path in (f"/studio/files/{notes.pk}", f"/studio/folders/{letters.pk}"):
        assert client_of(cyn).get(path).status_code == 404
        assert client_of(cyn).post(f"{path}/delete").status_code == 404
        assert visitor.get(path)["Location"] == f"/login?next={path}"
    assert (File.objects.count(), Folder.objects.count()) == (1, 1)


def test_a_folder_is_made_where_one_is_and_twice_is_said(client_of, ada, letters):
    client, sent = client_of(ada), {"name": "Old", "parent_id": str(letters.pk)}
    answer = client.post("/studio/files", sent, format="multipart")
    assert (answer.status_code, answer["Location"]) == (303, f"/studio/files?folder={letters.pk}")
    answer = client.post("/studio/files", sent | {"name": "old"}, format="multipart")
    assert "There is a folder of this name already." in answer.content.decode()


def test_a_folder_is_renamed_and_moved_but_not_into_itself(read, client_of, ada, letters, inner):
    path = f"/studio/folders/{letters.pk}"
    page = read(client_of(ada), path)
    assert [option["value"] for option in page.all("option")] == [""]
    sent = {"name": "Post", "parent_id": ""}
    answer = client_of(ada).post(path, sent, format="multipart")
    assert (answer.status_code, answer["Location"]) == (303, f"/studio/files?folder={letters.pk}")
    client_of(ada).post(f"/studio/folders/{inner.pk}", sent | {"name": "Old"}, format="multipart")
    assert dict(Folder.objects.values_list("name", "parent")) == {"Post": None, "Old": None}


def test_a_folder_tells_what_is_in_it_and_goes_with_it_only_where_that_is_ticked(
    read, client_of, ada, letters, inner, notes
):
    client, path = client_of(ada), f"/studio/folders/{letters.pk}"
    words = read(client, path).one("main").text
    assert "there is 1 file, 10 bytes." in words.replace("\xa0", " ")
    assert "1 folder lies in it." in words
    client.post(f"{path}/delete")
    assert "The folder is not empty." in read(client, path).one("main").text
    answer = client.post(f"{path}/delete", {"contents": "delete"}, format="multipart")
    assert (answer.status_code, answer["Location"]) == (303, "/studio/files")
    assert (File.objects.count(), Folder.objects.count()) == (0, 0)


def test_a_file_tells_all_that_is_known_of_it(read, client_of, ada, notes):
    words = read(client_of(ada), f"/studio/files/{notes.pk}").one("main").text
    for fact in (notes.checksum, "text/plain", "0 times by others", "Letters"):
        assert fact in words


def test_a_file_is_renamed_moved_and_deleted(client_of, ada, letters, inner, notes):
    client, path = client_of(ada), f"/studio/files/{notes.pk}"
    answer = client.post(path, {"name": "prices.txt", "folder_id": str(inner.pk)}, format="multipart")
    assert (answer.status_code, answer["Location"]) == (303, f"/studio/files?folder={inner.pk}")
    notes.refresh_from_db()
    assert (notes.name, notes.folder_id) == ("prices.txt", inner.pk)
    assert client.post(f"{path}/delete").status_code == 303
    assert not File.objects.exists()


def test_a_name_that_is_none_is_said_beside_it(client_of, ada, notes):
    answer = client_of(ada).post(f"/studio/files/{notes.pk}", {"name": "../..", "folder_id": ""}, format="multipart")
    assert "This is not a name for a file or folder." in answer.content.decode()


@pytest.mark.parametrize("number", [1, 3, 12])
def test_a_list_costs_the_same_however_much_is_kept(django_assert_max_num_queries, client_of, ada, number):
    for each in range(number):
        folder = create_folder(by=ada, name=f"F{each}")
        new_file(ada, f"{each}.txt")
        new_file(ada, f"in {each}.txt", folder=folder)
    client = client_of(ada)
    with django_assert_max_num_queries(9):
        assert client.get("/studio/files").status_code == 200

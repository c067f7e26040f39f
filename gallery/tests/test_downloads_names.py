"""The name and the type under which a file is saved (RFC 6266)."""

import pytest

from gallery.tests.library import upload


def saved_as(client, file_id):
    return client.get(f"/api/files/{file_id}/download")["Content-Disposition"]


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("notes.txt", 'attachment; filename="notes.txt"'),
        ("two words.txt", 'attachment; filename="two words.txt"'),
        ("übung.txt", "attachment; filename*=utf-8''%C3%BCbung.txt"),
        ("日本 1.txt", "attachment; filename*=utf-8''%E6%97%A5%E6%9C%AC%201.txt"),
        ("🎨.txt", "attachment; filename*=utf-8''%F0%9F%8E%A8.txt"),
        ("it's; 100%.txt", 'attachment; filename="it\'s; 100%.txt"'),
    ],
)
def test_a_file_is_saved_under_its_own_name(adas, name, header):
    file_id = upload(adas, b"some words", name="first.txt")["id"]
    assert adas.patch(f"/api/files/{file_id}", {"name": name}).json()["name"] == name
    assert saved_as(adas, file_id) == header


def test_it_is_the_present_name(adas):
    told = upload(adas, name="IMG_0042.jpg", visibility="public")
    adas.put(f"/api/files/{told['id']}", {"name": "dawn.jpg"})
    assert saved_as(adas, told["id"]) == 'attachment; filename="dawn.jpg"'
    assert adas.get(told["image"]["urls"]["download"])["Content-Disposition"] == 'attachment; filename="dawn.jpg"'


def test_no_line_end_reaches_a_header(adas):
    file_id = upload(adas, b"some words", name="first.txt")["id"]
    adas.patch(f"/api/files/{file_id}", {"name": "a\r\nSet-Cookie: x=1\n.txt"})
    assert "\n" not in saved_as(adas, file_id)


def test_the_type_is_the_one_that_the_bytes_told(adas):
    told = upload(adas, name="photo.png")
    answer = adas.get(told["image"]["urls"]["download"])
    assert answer["Content-Type"] == "image/jpeg"
    assert told["file"]["name"] == "photo.jpg"


def test_a_text_is_never_a_page(adas):
    told = upload(adas, b"# Title\n\nsome words\n", name="notes.md")
    answer = adas.get(told["file"]["urls"]["download"])
    assert "html" not in answer["Content-Type"]
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_thumbnail_is_shown_and_not_saved(adas):
    assert "Content-Disposition" not in adas.get(upload(adas)["image"]["urls"]["thumbnail"])

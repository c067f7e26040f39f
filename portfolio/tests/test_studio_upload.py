"""The studio's page for uploads, as a form without script and as what it tells a browser."""

import json

import pytest
from django.test import Client

from accounts.models import Reservation
from gallery.models import Album, File, Folder, Image
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import named, send, world

ADDRESS = "/studio/upload"


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def upload(client, name="harbour.jpg", data=None, **said):
    """The answer to the form with one file."""
    body = {"file": named(name, jpeg() if data is None else data), "visibility": "private", **said}
    return client.post(ADDRESS, body, format="multipart")


def test_a_visitor_signs_in_first(visitor):
    for answer in (visitor.get(ADDRESS), upload(visitor)):
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/login?next={ADDRESS}")


def test_one_picture_comes_in_by_the_form_with_all_that_is_said_of_it(adas, ada, read):
    folder = Folder.objects.create(owner=ada, name="Scans")
    album = adas.post("/api/albums", {"name": "Sea"}).json()["id"]
    answer = upload(adas, folder_id=str(folder.pk), album_id=album, visibility="public", tags="Sea, salt,sea")
    assert (answer.status_code, answer.headers["Location"]) == (303, ADDRESS)
    image = Image.objects.get()
    assert (image.file.folder, image.visibility, set(image.tags.values_list("name", flat=True))) == (
        folder,
        "public",
        {"sea", "salt"},
    )
    assert list(image.albums.values_list("pk", flat=True)) == [Album.objects.get().pk]
    page = read(adas, ADDRESS)
    assert page.one("a", href=f"/studio/images/{image.pk}").text == "harbour.jpg"


def test_the_same_bytes_are_told_as_here_already(adas, read):
    upload(adas)
    upload(adas, name="again.jpg")
    assert "harbour.jpg was here already." in read(adas, ADDRESS).text
    assert File.objects.count() == 1


def test_a_file_that_is_no_picture_is_told_with_the_way_to_the_files(adas, read):
    upload(adas, "<b>plan.txt", b"60 by 180")
    assert "_b_plan.txt" in [link.text for link in read(adas, ADDRESS).all("a", href="/studio/files")]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.jpg", b"", "The file is empty."),
        ("page.html", b"<script>alert(1)</script>", "Files of this type are not taken."),
        ("fake.jpg", b"plain words", "but it is none"),
        ("torn.jpg", jpeg()[:2000], "torn"),
    ],
)
def test_what_is_refused_is_told_beside_the_field_and_leaves_nothing(adas, ada, house, name, data, words):
    before = world()
    answer = upload(adas, name, data, tags="sea")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'id="id_file_error"' in page
    assert 'value="sea"' in page
    assert words in page or name == "torn.jpg"
    assert world() == before


def test_no_file_at_all_is_asked_for(adas):
    answer = adas.post(ADDRESS, {"visibility": "private"}, format="multipart")
    assert "Choose a file." in answer.content.decode()


def test_what_is_another_persons_cannot_be_chosen(adas, ben, client_of):
    folder = Folder.objects.create(owner=ben, name="Bens")
    album = client_of(ben).post("/api/albums", {"name": "Bens"}).json()["id"]
    for said in ({"folder_id": str(folder.pk)}, {"album_id": album}, {"folder_id": "nonsense"}):
        assert 'class="errors"' in upload(adas, **said).content.decode()
    assert not File.objects.exists()
    assert "Bens" not in adas.get(ADDRESS).content.decode()


def test_without_the_token_nothing_is_taken(ada):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    answer = client.post(ADDRESS, {"file": named("a.jpg", jpeg()), "visibility": "private"})
    assert answer.status_code == 403
    assert not File.objects.exists()
    assert not Reservation.objects.exists()


def test_a_spent_limit_is_told_before_a_byte_is_read(adas, settings):
    settings.RATE_LIMITS = {"upload": (1, 3600)}
    assert [upload(adas).status_code, upload(adas, data=jpeg(30, 30)).status_code] == [303, 429]


def test_a_link_chooses_the_folder_and_the_album_before(adas, ada, read):
    outer = Folder.objects.create(owner=ada, name="Scans")
    inner = Folder.objects.create(owner=ada, name="2024", parent=outer)
    option = read(adas, f"{ADDRESS}?folder={inner.pk}&album=nonsense").one("option", value=str(inner.pk))
    assert (option.text, "selected" in option.attributes) == ("Scans / 2024", True)


def test_the_page_tells_what_a_browser_can_judge(adas, ada, settings, read):
    settings.MAX_UPLOAD_SIZE, settings.STORAGE_QUOTA = 1000, 5000
    settings.ALLOWED_FILE_TYPES = ["image/jpeg", "text/*"]
    taken = json.loads(read(adas, ADDRESS).one("script", id="taken").text)
    assert (taken["largest"], taken["free"]) == (1000, 5000)
    assert {"jpg", "txt", "csv"} <= set(taken["extensions"])
    assert not {"png", "pdf"} & set(taken["extensions"])
    assert "png" in taken["pictures"]
    assert [each["taken"] for each in taken["signatures"]] == [True] + [False] * 7


def test_more_folders_and_albums_cost_no_more_queries(adas, ada, django_assert_max_num_queries):
    adas.get(ADDRESS)
    for number in range(3):
        Folder.objects.create(owner=ada, name=f"Folder {number}")
        adas.post("/api/albums", {"name": f"Album {number}"})
        with django_assert_max_num_queries(9):
            adas.get(ADDRESS)
    assert send(adas, ("a.jpg", jpeg())).status_code == 201

"""Who may do what with a picture: the whole of it in one table.

Each row is a deed; each column who does it: its owner, a stranger who is signed in, a visitor, a moderator. The first half
is for a public picture, the second for a private one. A visitor is asked to sign in where a person is needed.
"""

import pytest

from gallery.models import Image
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg

PEOPLE = ("owner", "stranger", "visitor", "moderator")
SEEN, HIDDEN = 200, 404

DEEDS = {
    "detail": ("get", "images/{id}"),
    "thumbnail": ("get", "images/{id}/thumbnail?size=small&format=webp"),
    "rendition": ("get", "images/{id}/rendition?width=50&format=webp"),
    "download": ("get", "images/{id}/download"),
    "preview": ("get", "files/{id}/preview?size=small&format=webp"),
    "file download": ("get", "files/{id}/download"),
    "file": ("get", "files/{id}"),
    "history": ("get", "images/{id}/history"),
    "update": ("put", "images/{id}"),
    "partial update": ("patch", "images/{id}"),
    "rename": ("patch", "files/{id}"),
    "delete": ("delete", "images/{id}"),
    "delete the file": ("delete", "files/{id}"),
}
TABLE = [
    #                    public: owner, stranger, visitor, moderator      private: the same
    ("detail", (SEEN, SEEN, SEEN, SEEN), (SEEN, HIDDEN, HIDDEN, HIDDEN)),
    ("thumbnail", (SEEN, SEEN, SEEN, SEEN), (SEEN, HIDDEN, HIDDEN, HIDDEN)),
    ("rendition", (SEEN, SEEN, SEEN, SEEN), (SEEN, HIDDEN, HIDDEN, HIDDEN)),
    ("download", (SEEN, SEEN, SEEN, SEEN), (SEEN, HIDDEN, HIDDEN, HIDDEN)),
    ("preview", (SEEN, SEEN, SEEN, SEEN), (SEEN, HIDDEN, HIDDEN, HIDDEN)),
    ("file download", (SEEN, SEEN, SEEN, SEEN), (SEEN, HIDDEN, HIDDEN, HIDDEN)),
    ("file", (SEEN, HIDDEN, 401, HIDDEN), (SEEN, HIDDEN, 401, HIDDEN)),
    ("history", (SEEN, 403, 401, 403), (SEEN, HIDDEN, 401, HIDDEN)),
    ("update", (SEEN, 403, 401, 403), (SEEN, HIDDEN, 401, HIDDEN)),
    ("partial update", (SEEN, 403, 401, 403), (SEEN, HIDDEN, 401, HIDDEN)),
    ("rename", (SEEN, HIDDEN, 401, HIDDEN), (SEEN, HIDDEN, 401, HIDDEN)),
    ("delete", (SEEN, 403, 401, 403), (SEEN, HIDDEN, 401, HIDDEN)),
    ("delete the file", (SEEN, HIDDEN, 401, HIDDEN), (SEEN, HIDDEN, 401, HIDDEN)),
]
CASES = [
    pytest.param(deed, visibility, who, status, id=f"{deed}, {visibility}, by the {who}")
    for deed, public, private in TABLE
    for visibility, statuses in (("public", public), ("private", private))
    for who, status in zip(PEOPLE, statuses, strict=True)
]


@pytest.fixture
def cast(adas, ben, mo, client_of, visitor):
    """The four columns as clients."""
    return {"owner": adas, "stranger": client_of(ben), "visitor": visitor, "moderator": client_of(mo)}


@pytest.mark.parametrize(("deed", "visibility", "who", "status"), CASES)
def test_each_may_do_what_the_table_says(cast, deed, visibility, who, status):
    image_id = upload(cast["owner"], jpeg(40, 30), visibility=visibility)["id"]
    method, path = DEEDS[deed]
    answer = getattr(cast[who], method)(f"/api/{path.format(id=image_id)}")
    assert answer.status_code == status
    if method == "delete":
        assert Image.objects.exists() == (status != SEEN)


LISTS = {
    "list": "images",
    "by cursor": "images?cursor=",
    "by person": "images?user=ada",
    "by visibility": "images?visibility=private",
    "by tag": "images?tags=sea",
    "by word": "images?search=dawn",
}


@pytest.mark.parametrize("path", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("who", PEOPLE)
def test_a_private_picture_is_in_its_owners_lists_alone(cast, path, who):
    upload(cast["owner"], jpeg(40, 30), visibility="private", title="Dawn", tags=["sea"])
    assert len(cast[who].get(f"/api/{path}").json()["results"]) == (1 if who == "owner" else 0)


@pytest.mark.parametrize("who", PEOPLE)
def test_a_public_picture_is_in_everybodys_list_and_its_file_in_its_owners(cast, who):
    upload(cast["owner"], jpeg(40, 30), visibility="public")
    assert len(cast[who].get("/api/images").json()["results"]) == 1
    files = cast[who].get("/api/files")
    assert files.status_code == (401 if who == "visitor" else 200)
    assert len(files.json().get("results", [])) == (1 if who == "owner" else 0)


def test_the_table_has_a_row_for_every_deed():
    assert [row[0] for row in TABLE] == list(DEEDS)


@pytest.mark.parametrize("who", ["stranger", "visitor", "moderator"])
@pytest.mark.parametrize("deed", ["detail", "thumbnail", "download", "preview", "file download"])
def test_hidden_and_absent_are_answered_alike(cast, deed, who):
    image_id = upload(cast["owner"], jpeg(40, 30), visibility="private")["id"]
    path = DEEDS[deed][1]
    hidden = cast[who].get(f"/api/{path.format(id=image_id)}")
    absent = cast[who].get(f"/api/{path.format(id='01900000-0000-7000-8000-000000000000')}")
    assert (hidden.status_code, hidden.content) == (absent.status_code, absent.content)
    own = {"X-Request-ID"}
    assert {k: v for k, v in hidden.items() if k not in own} == {k: v for k, v in absent.items() if k not in own}

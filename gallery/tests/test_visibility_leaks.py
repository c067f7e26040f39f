"""Adding a private picture changes no byte of any public answer (Q11)."""

import pytest

from gallery.models import Folder
from gallery.tests.library import upload
from gallery.tests.pictures import camera_jpeg, jpeg

PUBLIC = [
    "/api/images",
    "/api/images?cursor=",
    "/api/images?page_size=1",
    "/api/images?cursor=&page_size=1",
    "/api/images?ordering=name",
    "/api/images?ordering=-views",
    "/api/images?ordering=-taken",
    "/api/images?user=ada",
    "/api/images?tags=sea",
    "/api/images?tags=secret",
    "/api/images?search=secret",
    "/api/images?search=dawn",
    "/api/images?camera=atelier",
    "/api/images?color=red",
    "/api/images?visibility=private",
    "/api/images?page=2",
    "/api/images/{id}",
    "/api/images/{id}/thumbnail?size=small&format=webp",
    "/api/images/{id}/download",
    "/api/files/{id}/download",
    "/api/files/{id}/preview?size=small&format=webp",
    "/api/images/{id}/history",
    "/api/files",
    "/api/folders",
]


@pytest.fixture
def image_id(adas):
    """What is public: one picture, seen before so that looking changes nothing."""
    return upload(adas, jpeg(60, 40), visibility="public", title="Dawn", tags=["sea"])["id"]


def answers(client, image_id):
    """Everything that a client is told: {path: (status, bytes)}; counting of downloads is done before."""
    told = {}
    for path in PUBLIC:
        answer = client.get(path.format(id=image_id), headers={"Range": "bytes=1-"})
        told[path] = (answer.status_code, answer.getvalue())
    return told


@pytest.mark.parametrize("who", ["visitor", "bens", "mos"])
def test_a_private_picture_changes_no_byte_of_what_others_are_told(adas, ada, mo, client_of, image_id, who, request):
    client = client_of(mo) if who == "mos" else request.getfixturevalue(who)
    client.get(f"/api/images/{image_id}")
    before = answers(client, image_id)
    folder = Folder.objects.create(owner=ada, name="Secret")
    said = {"visibility": "private", "tags": ["sea", "secret"], "description": "secret", "folder_id": str(folder.pk)}
    hidden = upload(adas, camera_jpeg(60, 40), title="Dawn of a secret", **said)["id"]
    adas.get(f"/api/images/{hidden}")
    assert answers(client, image_id) == before
    adas.delete(f"/api/images/{hidden}")
    assert answers(client, image_id) == before


def test_the_owner_sees_that_it_is_there(adas, image_id):
    upload(adas, camera_jpeg(60, 40), visibility="private")
    assert adas.get("/api/images").json()["count"] == 2


def test_a_picture_taken_back_leaves_no_trace(adas, visitor, image_id):
    visitor.get(f"/api/images/{image_id}")
    before = answers(visitor, image_id)
    other = upload(adas, camera_jpeg(60, 40), visibility="public", tags=["sea", "secret"])["id"]
    assert answers(visitor, image_id) != before
    adas.patch(f"/api/images/{other}", {"visibility": "private"})
    assert answers(visitor, image_id) == before

"""What answers about works hold is what the OpenAPI description says of them, key by key."""

import pytest

from gallery.api import work_descriptions
from gallery.models import Category, Gallery, GalleryArtwork, Image
from gallery.tests.library import upload
from gallery.tests.pictures import camera_jpeg
from gallery.tests.test_images_answer_shape import differences
from gallery.tests.works import new_work

DESCRIPTIONS = {
    "artworks": work_descriptions.ArtworkSerializer(many=True),
    "artworks?cursor=": work_descriptions.ArtworkSerializer(many=True),
    "artworks/{id}": work_descriptions.WholeArtworkSerializer(),
    "artworks/{id}/history": work_descriptions.VisitSerializer(many=True),
}


@pytest.fixture
def work_id(ada, adas, visitor):
    """A work with a category, a tag and a gallery, of two photographs of which one is public, looked at once."""
    upload(adas, camera_jpeg(), tags=["secret"])
    upload(adas, camera_jpeg(300, 200), name="open.jpg", visibility="public")
    category = Category.objects.create(name="Painting", slug="painting")
    work = new_work(ada, images=tuple(Image.objects.all()), category=category, tags=["sea"])
    room = Gallery.objects.create(owner=ada, name="Room", slug="room")
    GalleryArtwork.objects.create(gallery=room, artwork=work, position=0)
    visitor.get(f"/api/artworks/{work.pk}")
    return work.pk


@pytest.mark.parametrize("path", DESCRIPTIONS)
def test_what_its_artist_is_told_is_described(work_id, adas, path):
    told = adas.get(f"/api/{path.format(id=work_id)}").json()
    told = told.get("results", told)
    assert told
    assert differences(DESCRIPTIONS[path], told) == {}


@pytest.mark.parametrize("path", [path for path in DESCRIPTIONS if "history" not in path])
def test_what_others_are_told_is_described_too(work_id, visitor, path):
    told = visitor.get(f"/api/{path.format(id=work_id)}").json()
    assert differences(DESCRIPTIONS[path], told.get("results", told)) == {}


def test_a_list_leaves_out_what_is_long(work_id, visitor):
    whole, brief = visitor.get(f"/api/artworks/{work_id}").json(), visitor.get("/api/artworks").json()["results"][0]
    assert set(whole) - set(brief) == {"related"}
    assert set(whole["images"][0]["metadata"]) - set(brief["images"][0]["metadata"]) == {"exif"}

"""One picture, as it is told."""

import re
from uuid import uuid4

import pytest

from gallery.tests.library import codes, listed, new_image, upload
from gallery.tests.pictures import CAMERA, PLACE, camera_jpeg, encoded, jpeg, scene


@pytest.fixture
def picture(ada, client_of):
    """What ada is told of her public photograph, with everything that a camera writes."""
    told = upload(client_of(ada), camera_jpeg(), visibility="public", title="Dawn", tags=["Sea", "sky  blue"])
    return client_of(ada).get(f"/api/images/{told['id']}").json()


def test_a_picture_tells_whose_it_is_and_what_it_is(picture, ada):
    assert picture["user"] == {"id": str(ada.pk), "username": "ada", "artist_name": "ada"}
    assert (picture["title"], picture["tags"]) == ("Dawn", ["sea", "sky blue"])
    assert (picture["width"], picture["height"], picture["mime_type"]) == (400, 300, "image/jpeg")
    assert picture["original_filename"] == "photo.jpg"
    assert re.fullmatch(r"[0-9a-f]{64}", picture["file_hash"])
    assert picture["file_size"] == len(camera_jpeg())
    assert (picture["view_count"], picture["download_count"], picture["albums"]) == (0, 0, [])
    assert picture["allow_download"] is True


def test_what_the_camera_wrote_is_told(picture):
    told = picture["metadata"]
    assert (told["camera_make"], told["camera_model"]) == (CAMERA["make"], CAMERA["model"])
    assert told["lens"] == CAMERA["lens"]
    assert (told["focal_length"], told["aperture"], told["iso"], told["shutter_speed"]) == (50, 2.8, 400, "1/250")
    assert told["date_taken"] == "2024-05-17T12:30:59Z"
    assert (told["creator"], told["copyright"]) == ("Ada Lovelace", "(c) 2024 Ada")
    assert told["location_lat"] == pytest.approx(PLACE[0], abs=1e-5)
    assert told["location_lon"] == pytest.approx(PLACE[1], abs=1e-5)
    assert told["exif"]


def test_a_picture_has_a_placeholder_colors_and_a_quality(picture):
    assert picture["placeholder"].startswith("data:image/")
    assert all(re.fullmatch(r"#[0-9a-f]{6}", color["hex"]) for color in picture["colors"])
    assert 0 < sum(color["share"] for color in picture["colors"]) <= 1.001
    assert picture["quality"]["print_cm_at_300dpi"] == pytest.approx([3.4, 2.5], abs=0.1)


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [("small", 320, 240), ("medium", 400, 300), ("large", 400, 300), ("xlarge", 400, 300), ("square", 256, 256)],
)
def test_each_size_is_told_with_its_address(picture, visitor, size, width, height):
    told = picture["thumbnails"][size]
    assert (told["width"], told["height"]) == (width, height)
    assert visitor.get(told["url"]).status_code == 200


def test_the_addresses_are_whole_and_lead_somewhere(picture, visitor):
    own = f"http://testserver/api/images/{picture['id']}"
    page = f"http://testserver/images/{picture['id']}"
    assert picture["urls"] == {
        "self": own, "page": page, "download": f"{own}/download", "thumbnail": f"{own}/thumbnail"
    }  # fmt: skip
    for name in ("self", "download", "thumbnail"):
        assert visitor.get(picture["urls"][name]).status_code == 200


def test_a_list_leaves_out_what_is_long(picture, ada, client_of):
    (brief,) = listed(client_of(ada))
    assert set(picture) - set(brief) == {"duplicates"}
    assert set(picture["metadata"]) - set(brief["metadata"]) == {"exif"}
    assert {key: brief[key] for key in brief if key != "metadata"} == {
        key: picture[key] for key in brief if key != "metadata"
    }


def test_times_are_in_utc_and_ids_are_of_version_7(picture):
    assert picture["uploaded_at"].endswith("Z")
    assert picture["updated_at"].endswith("Z")
    assert picture["id"][14] == "7"


def test_the_owner_is_told_which_of_theirs_look_the_same(picture, ada, ben, client_of):
    again = upload(client_of(ada), encoded(scene(), "PNG"), name="again.png")["id"]
    upload(client_of(ben), jpeg(quality=80))
    told = client_of(ada).get(f"/api/images/{picture['id']}").json()
    assert told["duplicates"] == [again]


def test_others_are_not_told_of_duplicates(picture, ben, client_of, visitor):
    for client in (client_of(ben), visitor):
        assert "duplicates" not in client.get(f"/api/images/{picture['id']}").json()


def test_what_is_absent_and_what_is_hidden_are_answered_alike(ada, ben, client_of):
    hidden = new_image(ada, visibility="private")
    answers = [client_of(ben).get(f"/api/images/{pk}") for pk in (hidden.pk, uuid4())]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    assert codes(answers[0]) == {None: "not_found"}


@pytest.mark.parametrize("identifier", ["1", "photo.jpg", "../files", "%00", "me", "A" * 300])
def test_what_is_no_id_is_nowhere(db, visitor, identifier):
    answer = visitor.get(f"/api/images/{identifier}")
    assert (answer.status_code, codes(answer)) == (404, {None: "not_found"})


def test_text_is_told_as_it_was_given(ada, visitor):
    said = '<script>alert("é")</script> & \u202e'
    image = new_image(ada, said, description=said)
    told = visitor.get(f"/api/images/{image.pk}").json()
    assert told["title"] == told["description"] == said


def test_a_picture_whose_renditions_failed_says_so(ada, visitor):
    image = new_image(ada, processing="failed")
    assert visitor.get(f"/api/images/{image.pk}").json()["processing"] == "failed"


def test_the_hash_of_the_original_is_the_owners_alone(ada, client_of, visitor):
    image = new_image(ada, visibility="public")
    url = f"/api/images/{image.pk}"
    assert client_of(ada).get(url).json()["file_hash"] == image.file.checksum
    assert visitor.get(url).json()["file_hash"] is None
    assert image.file.checksum[:16] not in str(visitor.get("/api/images").json())

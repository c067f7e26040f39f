"""Thumbnails: how large they are, and of what."""

import io

import pytest
from PIL import Image as Picture

from gallery.tests.library import codes, new_image, upload
from gallery.tests.pictures import encoded, jpeg, quarters, scene, turned

pytestmark = pytest.mark.same_on_any_database


def drawn(client, image_id, **query):
    answer = client.get(f"/api/images/{image_id}/thumbnail", query)
    assert answer.status_code == 200, answer.content
    return Picture.open(io.BytesIO(answer.getvalue()))


@pytest.mark.parametrize(
    ("width", "height", "size", "expected"),
    [
        (2400, 1600, "small", (320, 213)),
        (2400, 1600, "medium", (640, 427)),
        (2400, 1600, "large", (1280, 853)),
        (2400, 1600, "xlarge", (2048, 1365)),
        (2400, 1600, "square", (256, 256)),
        (600, 1200, "small", (160, 320)),
        (600, 1200, "large", (600, 1200)),
        (100, 50, "small", (100, 50)),
        (100, 50, "xlarge", (100, 50)),
        (100, 50, "square", (50, 50)),
        (320, 10, "small", (320, 10)),
        (2000, 1, "small", (320, 1)),
        (1, 1, "square", (1, 1)),
    ],
)
def test_a_size_is_exact_on_the_long_edge_and_never_enlarged(adas, width, height, size, expected):
    told = upload(adas, encoded(scene(width, height), "JPEG"))["image"]
    assert drawn(adas, told["id"], size=size, format="jpeg").size == expected
    assert (told["thumbnails"][size]["width"], told["thumbnails"][size]["height"]) == expected


def test_without_a_size_it_is_medium(adas):
    image_id = upload(adas, jpeg(1000, 500))["id"]
    assert drawn(adas, image_id).size == drawn(adas, image_id, size="medium").size == (640, 320)


def test_the_square_is_cut_from_the_middle(adas):
    picture = Picture.new("RGB", (900, 300), "red")
    picture.paste("blue", (300, 0, 600, 300))
    square = drawn(adas, upload(adas, encoded(picture, "PNG"), name="flag.png")["id"], size="square", format="png")
    assert square.size == (256, 256)
    assert {square.convert("RGB").getpixel(point) for point in ((5, 128), (128, 128), (250, 128))} == {(0, 0, 255)}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_is_shown_upright(adas, orientation):
    told = upload(adas, turned(orientation))["image"]
    assert (told["width"], told["height"]) == (400, 300)
    shown = drawn(adas, told["id"], size="small", format="png").convert("RGB")
    wanted = quarters().resize(shown.size)
    for point in ((40, 40), (280, 40), (280, 200), (40, 200)):
        assert all(abs(a - b) < 40 for a, b in zip(shown.getpixel(point), wanted.getpixel(point), strict=True))


@pytest.mark.parametrize("path", ["images/{id}/thumbnail", "files/{id}/preview"])
@pytest.mark.parametrize(("name", "value"), [("size", "huge"), ("size", "320"), ("size", "Small"), ("format", "gif")])
def test_a_size_or_format_that_is_not_drawn_is_refused(adas, path, name, value):
    image_id = upload(adas)["id"]
    answer = adas.get(f"/api/{path.format(id=image_id)}", {name: value})
    assert (answer.status_code, codes(answer)) == (400, {name: "invalid_choice"})


def test_what_is_not_seen_has_no_thumbnail(ada, bens, visitor):
    image = new_image(ada, visibility="private")
    for client in (bens, visitor):
        answer = client.get(f"/api/images/{image.pk}/thumbnail", {"size": "small"})
        assert (answer.status_code, codes(answer)) == (404, {None: "not_found"})

"""One's own watermark: told, changed, taken away."""

import math
from uuid import UUID

import pytest

from gallery.models import Watermark
from gallery.tests.library import codes, upload

DEFAULT = {
    "enabled": False,
    "text": "",
    "drawn_text": "",
    "image_id": None,
    "position": "bottom-right",
    "opacity": 0.5,
    "scale": 0.3,
}


def put(client, **changes):
    return client.put("/api/watermark", changes, format="json")


def test_before_it_is_set_it_is_as_usual_and_off(adas):
    answer = adas.get("/api/watermark")
    assert (answer.status_code, answer.json()) == (200, DEFAULT)
    assert not Watermark.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch"])
def test_what_is_sent_is_changed_and_nothing_else(adas, method):
    put(adas, text="© Ada", position="tile")
    answer = getattr(adas, method)("/api/watermark", {"enabled": True, "opacity": 1}, format="json")
    changed = {"enabled": True, "text": "© Ada", "drawn_text": "© Ada", "position": "tile", "opacity": 1.0}
    assert (answer.status_code, answer.json()) == (200, DEFAULT | changed)
    assert adas.get("/api/watermark").json() == DEFAULT | changed


def test_a_picture_of_ones_own_may_be_it_and_may_be_taken_back(adas):
    picture = upload(adas)["id"]
    assert put(adas, image_id=picture, enabled=True).json()["image_id"] == picture
    assert put(adas, image_id=None, enabled=False).json()["image_id"] is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("opacity", 0.04), ("opacity", 1.1), ("opacity", "much"), ("opacity", "nan"), ("opacity", "inf"), ("scale", 0),
        ("scale", 2), ("scale", None), ("position", "middle"), ("text", "x" * 101), ("text", "a\x00b"), ("enabled", "maybe"),
        ("image_id", "nonsense"), ("image_id", str(UUID(int=7))), ("image_id", 7),
    ],
)  # fmt: skip
def test_what_makes_no_sense_names_its_field_and_changes_nothing(adas, field, value):
    answer = put(adas, **{"text": "© Ada"} | {field: value})
    assert (answer.status_code, list(codes(answer))) == (400, [field])
    assert adas.get("/api/watermark").json() == DEFAULT


def test_a_picture_of_somebody_else_is_refused_even_where_it_is_public(adas, bens):
    picture = upload(bens, visibility="public")["id"]
    assert codes(put(adas, image_id=picture)) == {"image_id": "does_not_exist"}


def test_it_cannot_be_enabled_with_nothing_to_lay_over(adas):
    assert codes(put(adas, enabled=True)) == {"enabled": "no_watermark"}
    put(adas, enabled=True, text="© Ada")
    assert codes(put(adas, text="")) == {"enabled": "no_watermark"}


def test_a_text_that_nobody_could_write_is_refused(adas):
    assert codes(put(adas, text="\U000f0000\U000f0001")) == {"text": "no_letters"}


def test_what_a_font_lacks_is_told_before_anybody_sees_the_mark(adas):
    assert put(adas, text="Ada \U000f0000").json()["drawn_text"] == "Ada"


def test_taken_away_it_is_as_usual_again(adas, ada):
    put(adas, text="© Ada", enabled=True)
    for _ in range(2):
        answer = adas.delete("/api/watermark")
        assert (answer.status_code, answer.json()) == (200, {"id": str(ada.pk), "deleted": True})
    assert adas.get("/api/watermark").json() == DEFAULT


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
def test_it_takes_a_person(visitor, method):
    assert getattr(visitor, method)("/api/watermark").status_code == 401


def test_each_has_their_own(adas, bens):
    put(adas, text="© Ada")
    assert bens.get("/api/watermark").json() == DEFAULT
    assert math.isclose(put(bens, opacity=0.7).json()["opacity"], 0.7)


def test_when_its_picture_is_deleted_nothing_is_left_to_lay_over(adas):
    picture = upload(adas)["id"]
    put(adas, image_id=picture, enabled=True)
    adas.delete(f"/api/images/{picture}")
    assert adas.get("/api/watermark").json()["image_id"] is None

"""What `images` is filtered by."""

from datetime import UTC, datetime

import pytest

from gallery.tests.library import codes, listed, new_image, titles
from gallery.tests.tables import in_turn


@pytest.fixture
def shelf(ada, ben):
    """Three pictures that differ in everything: ada's dawn and dusk, ben's noon."""
    new_image(
        ada, "dawn", tags=("sea", "light"), uploaded_at=datetime(2024, 5, 1, tzinfo=UTC), width=1000,
        date_taken=datetime(2024, 4, 30, 5, tzinfo=UTC), camera_make="Nikon", camera_model="D70",
        colors=[{"hex": "#d8202a", "name": "red", "share": 1.0}],
    )  # fmt: skip
    new_image(
        ada, "dusk", tags=("sea",), uploaded_at=datetime(2024, 5, 2, 23, 59, 59, 999_000, tzinfo=UTC), width=500,
        date_taken=datetime(2024, 5, 2, 21, tzinfo=UTC), camera_make="Canon", camera_model="EOS 40D",
        description="the harbour at night", mime_type="image/png", visibility="private",
        colors=[{"hex": "#15234f", "name": "navy", "share": 0.6}, {"hex": "#d8202a", "name": "red", "share": 0.4}],
    )  # fmt: skip
    new_image(
        ben, "noon", tags=("light",), uploaded_at=datetime(2024, 5, 3, tzinfo=UTC), width=2000,
        original_filename="IMG_0042.webp", mime_type="image/webp",
        colors=[{"hex": "#2457c5", "name": "blue", "share": 1.0}],
    )  # fmt: skip


@in_turn(
    ("query", "found"),
    [
        ({}, {"dawn", "dusk", "noon"}),
        ({"user": "ada"}, {"dawn", "dusk"}),
        ({"user": "BEN"}, {"noon"}),
        ({"user": "me"}, {"dawn", "dusk"}),
        ({"tags": "sea"}, {"dawn", "dusk"}),
        ({"tags": "sea,light"}, {"dawn"}),
        ({"tags": " SEA , "}, {"dawn", "dusk"}),
        ({"date_from": "2024-05-02"}, {"dusk", "noon"}),
        ({"date_to": "2024-05-02"}, {"dawn", "dusk"}),
        ({"date_to": "2024-05-01"}, {"dawn"}),
        ({"date_from": "2024-05-02", "date_to": "2024-05-02"}, {"dusk"}),
        ({"date_from": "2024-05-03T00:00:00Z"}, {"noon"}),
        ({"date_from": "2024-05-03T01:00:00+01:00"}, {"noon"}),
        ({"date_to": "2024-05-01T00:00:00Z"}, {"dawn"}),
        ({"taken_from": "2024-05-01"}, {"dusk"}),
        ({"taken_to": "2024-04-30"}, {"dawn"}),
        ({"camera": "nikon"}, {"dawn"}),
        ({"camera": "canon 40d"}, {"dusk"}),
        ({"color": "red"}, {"dawn", "dusk"}),
        ({"color": "Navy"}, {"dusk"}),
        ({"color": "#d8202b"}, {"dawn", "dusk"}),
        ({"color": "2457c5"}, {"noon"}),
        ({"mime_type": "image/png"}, {"dusk"}),
        ({"min_width": "1000"}, {"dawn", "noon"}),
        ({"visibility": "private"}, {"dusk"}),
        ({"visibility": "public"}, {"dawn", "noon"}),
        ({"search": "HARBOUR night"}, {"dusk"}),
        ({"search": "img_0042"}, {"noon"}),
        ({"search": "light"}, {"dawn", "noon"}),
        ({"search": "light noon"}, {"noon"}),
        ({"user": "ada", "min_width": "600", "tags": "light"}, {"dawn"}),
    ],
)
def test_a_filter_keeps_what_it_names(shelf, ada, client_of, query, found):
    assert set(titles(client_of(ada), **query)) == found


def test_a_person_is_found_by_id(shelf, ben, visitor):
    assert titles(visitor, user=str(ben.pk)) == ["noon"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("date_from", "yesterday"),
        ("date_from", "2024-02-30"),
        ("date_from", "0001-01-01T00:00:00+14:00"),
        ("date_to", "9999-12-31T23:59:59-14:00"),
        ("date_to", "2024-05-01T25:00:00Z"),
        ("taken_from", "20240501T"),
        ("taken_to", "17"),
        ("color", "ultraviolet"),
        ("color", "#12345"),
        ("min_width", "wide"),
        ("min_width", "-1"),
        ("min_width", "NaN"),
        ("visibility", "secret"),
        ("search", "x" * 501),
        ("search", "a\0b"),
        ("user", "a\0b"),
        ("camera", "x" * 501),
        ("mime_type", "a\0b"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_by_name(db, visitor, name, value):
    answer = visitor.get("/api/images", {name: value})
    assert (answer.status_code, list(codes(answer))) == (400, [name])


@in_turn(
    ("name", "value"),
    [
        ("user", "01900000-0000-7000-8000-000000000000"),
        ("user", "nobody"),
        ("user", "me"),
        ("tags", "sea,never-used"),
        ("tags", ",".join(map(str, range(100)))),
        ("camera", "Leica"),
        ("color", "lavender"),
        ("mime_type", "image/heic"),
        ("mime_type", "word"),
        ("min_width", "2147483647"),
        ("visibility", "private"),
        ("search", "nothing of the kind"),
        ("search", "zzz " * 120),
        ("date_from", "9999-12-31"),
        ("date_to", "0001-01-01"),
    ],
)
def test_what_names_something_absent_finds_nothing(shelf, visitor, name, value):
    assert titles(visitor, **{name: value}) == []


@in_turn("name", ["user", "tags", "date_from", "color", "min_width", "visibility", "search"])
def test_an_empty_filter_filters_nothing(shelf, visitor, name):
    assert len(listed(visitor, **{name: ""})) == 2


@in_turn("sign", ["%", "_", "\\", "'", '"'])
def test_a_sign_that_databases_know_is_only_a_sign(shelf, visitor, sign):
    assert titles(visitor, search=f"{sign}{sign}") == []


def test_a_tag_finds_only_whole_tags(ada, visitor):
    new_image(ada, "seaside", tags=("seaside",))
    assert titles(visitor, tags="sea") == []


def test_a_color_that_stands_in_another_field_is_not_found(ada, visitor):
    new_image(ada, "red", description='"name": "red"', colors=[])
    assert titles(visitor, color="red") == []


def test_a_parameter_that_nobody_knows_is_passed_over(shelf, visitor):
    assert len(listed(visitor, utm_source="mail")) == 2


def test_as_many_tags_as_a_picture_may_have_can_be_asked_for_together(ada, visitor):
    names = [f"tag {index}" for index in range(50)]
    new_image(ada, tags=tuple(names), title="all", visibility="public")
    new_image(ada, tags=tuple(names[1:]), title="one less", visibility="public")
    assert [row["title"] for row in visitor.get("/api/images", {"tags": ",".join(names)}).json()["results"]] == ["all"]

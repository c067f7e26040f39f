"""In which order `images` comes."""

from datetime import UTC, datetime

import pytest

from gallery.tests.library import codes, new_image, titles


@pytest.fixture
def shelf(ada):
    """Three pictures, a to c, that each order puts another way; c was taken nobody knows when."""
    new_image(
        ada, "a", uploaded_at=datetime(2024, 5, 2, tzinfo=UTC), file_size=300, view_count=1,
        date_taken=datetime(2020, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    new_image(
        ada, "B", uploaded_at=datetime(2024, 5, 3, tzinfo=UTC), file_size=100, view_count=2,
        date_taken=datetime(2019, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    new_image(ada, "c", uploaded_at=datetime(2024, 5, 1, tzinfo=UTC), file_size=200, view_count=3)


@pytest.mark.parametrize(
    ("ordering", "found"),
    [
        ("date", "caB"),
        ("-date", "Bac"),
        ("name", "aBc"),
        ("-name", "cBa"),
        ("size", "Bca"),
        ("-size", "acB"),
        ("views", "aBc"),
        ("-views", "cBa"),
        ("taken", "Bac"),
        ("-taken", "aBc"),
    ],
)
def test_each_order_runs_both_ways_and_what_has_no_value_is_last(shelf, visitor, ordering, found):
    assert "".join(titles(visitor, ordering=ordering)) == found


def test_the_newest_come_first_unless_asked_otherwise(shelf, visitor):
    assert "".join(titles(visitor)) == "".join(titles(visitor, ordering="")) == "Bac"


def test_a_picture_without_title_stands_under_its_file_name(ada, visitor):
    for title, name in (("", "b.jpg"), ("a", "z.jpg"), ("C", "a.jpg")):
        new_image(ada, title, original_filename=name)
    assert titles(visitor, ordering="name") == ["a", "", "C"]


def test_equals_keep_one_order_and_its_exact_reverse(ada, visitor):
    for number in range(5):
        new_image(ada, str(number))
    assert titles(visitor, ordering="size") == titles(visitor, ordering="-size")[::-1]


@pytest.mark.parametrize("ordering", ["colour", "--date", "-", "uploaded_at", "date,name", "?"])
def test_an_order_that_nobody_knows_is_refused(db, visitor, ordering):
    answer = visitor.get("/api/images", {"ordering": ordering})
    assert (answer.status_code, codes(answer)) == (400, {"ordering": "invalid_choice"})


@pytest.mark.parametrize(("ordering", "found"), [("date", [1, 2, 3]), ("-date", [3, 2, 1])])
def test_the_history_of_a_picture_runs_both_ways(ada, client_of, ordering, found):
    image = new_image(ada)
    for day in (2, 3, 1):
        at = datetime(2024, 5, day, tzinfo=UTC)
        image.file.accesses.create(action="view", at=at, viewer_key="x")
    entries = client_of(ada).get(f"/api/images/{image.pk}/history", {"ordering": ordering}).json()["results"]
    assert [datetime.fromisoformat(entry["at"]).day for entry in entries] == found

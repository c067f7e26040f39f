"""Calling for entry, and what is refused."""

import pytest

from gallery.tests.library import codes, new_image
from portfolio.models import Exhibition, StatusChange
from portfolio.tests.calls import ROUTE, call_for_entry, in_days, post

pytestmark = pytest.mark.django_db
WHOLE = {
    "description": "Works about the hours when the water has gone.",
    "location": "Old Customs House",
    "is_virtual": True,
    "requirements": "Three works.",
    "time_zone": "Europe/Berlin",
    "submission_fee": "12.50",
    "currency": "EUR",
    "max_artworks_per_submission": 3,
    "min_pixels": 2000,
    "mediums": ["Oil", "Etching"],
    "blind": True,
    "score_scale": 5,
}


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


def test_a_call_needs_a_title_and_a_deadline_and_is_a_draft(ada, adas):
    told = call_for_entry(adas)
    assert (told["title"], told["status"], told["organizer"]["username"]) == ("Salt and Light", "draft", "ada")
    assert (told["submission_fee"], told["currency"], told["submission_count"]) == ("0.00", None, 0)
    assert (told["my_submission"], told["cover"], told["mediums"]) == (None, None, [])
    assert told["viewer_roles"] == ["organizer"]
    assert told["allowed_transitions"] == ["open", "cancelled"]
    assert (told["is_open_for_entry"], told["time_zone"]) == (False, "UTC")
    assert told["url"].endswith(f"/exhibitions/{told['id']}")


def test_all_that_is_said_is_told_back(adas):
    days = {"exhibition_start": in_days(40), "exhibition_end": in_days(80)}
    told = call_for_entry(adas, **WHOLE, **days)
    assert {name: told[name] for name in (*WHOLE, *days)} == {**WHOLE, **days}


def test_it_may_be_open_at_once_which_is_logged(ada, adas):
    told = call_for_entry(adas, status="open")
    assert (told["status"], told["is_open_for_entry"]) == ("open", True)
    step = StatusChange.objects.get(thing_id=told["id"])
    assert (step.source, step.target, step.role, step.actor_name) == ("draft", "open", "organizer", "ada")


@pytest.mark.parametrize("name", ["deadline", "submission_deadline"])
def test_the_deadline_has_two_names(adas, name):
    answer = adas.post(ROUTE, {"title": "Salt", name: "2090-05-01T12:00:00Z"})
    assert (answer.status_code, answer.json()["submission_deadline"]) == (201, "2090-05-01T12:00:00Z")


WRONG = [
    ({"title": ""}, {"title": "blank"}),
    ({"title": " \t"}, {"title": "blank"}),
    ({"title": "\u200b\u202e"}, {"title": "blank"}),
    ({"title": "x" * 201}, {"title": "max_length"}),
    ({"title": "a\0b"}, {"title": "null_characters_not_allowed"}),
    ({"title": None}, {"title": "null"}),
    ({"description": "x" * 10_001}, {"description": "max_length"}),
    ({"location": "x" * 201}, {"location": "max_length"}),
    ({"deadline": None}, {"deadline": "null"}),
    ({"deadline": "soon"}, {"deadline": "invalid"}),
    ({"deadline": 20900501}, {"deadline": "invalid"}),
    ({"deadline": "2090-02-30"}, {"deadline": "invalid"}),
    ({"deadline": "2090-05-01T25:00:00Z"}, {"deadline": "invalid"}),
    ({"deadline": "2020-01-01"}, {"deadline": "past"}),
    ({"submission_deadline": in_days(9), "deadline": in_days(8)}, {"deadline": "invalid"}),
    ({"deadline": "2020-01-01T00:00:00Z"}, {"deadline": "past"}),
    ({"deadline": "9999-12-31", "time_zone": "Pacific/Honolulu"}, {"deadline": "invalid"}),
    ({"exhibition_start": in_days(29)}, {"exhibition_start": "before_deadline"}),
    ({"exhibition_end": in_days(29)}, {"exhibition_end": "before_deadline"}),
    ({"exhibition_start": "2020-01-01"}, {"exhibition_start": "past"}),
    ({"exhibition_start": in_days(50), "exhibition_end": in_days(49)}, {"exhibition_end": "before_start"}),
    ({"exhibition_start": "May"}, {"exhibition_start": "invalid"}),
    ({"time_zone": "Europe/Atlantis"}, {"time_zone": "unknown_time_zone"}),
    ({"time_zone": "../../etc/passwd"}, {"time_zone": "unknown_time_zone"}),
    ({"time_zone": "localtime"}, {"time_zone": "unknown_time_zone"}),
    ({"submission_fee": "-1", "currency": "EUR"}, {"submission_fee": "min_value"}),
    ({"submission_fee": "100000000", "currency": "EUR"}, {"submission_fee": "max_value"}),
    ({"submission_fee": "12"}, {"currency": "required"}),
    ({"submission_fee": "12.345", "currency": "EUR"}, {"submission_fee": "max_decimal_places"}),
    ({"submission_fee": "12.5", "currency": "JPY"}, {"submission_fee": "max_decimal_places"}),
    ({"submission_fee": "much"}, {"submission_fee": "invalid"}),
    ({"submission_fee": "NaN", "currency": "EUR"}, {"submission_fee": "invalid"}),
    ({"submission_fee": "12", "currency": "DEM"}, {"currency": "unknown_currency"}),
    ({"max_artworks_per_submission": 0}, {"max_artworks_per_submission": "min_value"}),
    ({"max_artworks_per_submission": 101}, {"max_artworks_per_submission": "max_value"}),
    ({"min_pixels": -1}, {"min_pixels": "min_value"}),
    ({"min_pixels": 10**9}, {"min_pixels": "max_value"}),
    ({"score_scale": 2}, {"score_scale": "min_value"}),
    ({"score_scale": 101}, {"score_scale": "max_value"}),
    ({"mediums": "Oil"}, {"mediums": "not_a_list"}),
    ({"mediums": ["x" * 101]}, {"mediums.0": "max_length"}),
    ({"mediums": ["Oil"] * 51}, {"mediums": "max_length"}),
    ({"blind": "perhaps"}, {"blind": "invalid"}),
    ({"status": "jurying"}, {"status": "invalid_choice"}),
    ({"cover_image_id": "none"}, {"cover_image_id": "invalid"}),
    ({"cover_image_id": "01900000-0000-7000-8000-000000000000"}, {"cover_image_id": "does_not_exist"}),
]


@pytest.mark.parametrize(("facts", "wrong"), WRONG)
def test_what_cannot_stand_is_refused_by_field_and_nothing_is_made(adas, facts, wrong):
    answer = post(adas, **facts)
    assert (answer.status_code, codes(answer)) == (400, wrong)
    assert not Exhibition.objects.exists()


def test_texts_are_kept_as_what_can_be_seen_of_them_and_titles_on_one_line(adas):
    texts = {
        "title": "Salt\r\nand\u202e Light",
        "location": "Old\nHouse",
        "description": "One\r\nTwo\u200b",
        "requirements": "\x07",
    }
    told = call_for_entry(adas, **texts)
    kept = {"title": "Salt and Light", "location": "Old House", "description": "One\nTwo", "requirements": ""}
    assert {name: told[name] for name in texts} == kept


@pytest.mark.parametrize(("missing", "field"), [("title", "title"), ("deadline", "deadline")])
def test_what_is_needed_is_named(adas, missing, field):
    sent = {"title": "Salt", "deadline": in_days(9)}
    sent.pop(missing)
    answer = adas.post(ROUTE, sent)
    assert (answer.status_code, codes(answer)) == (400, {field: "required"})


def test_all_that_is_wrong_with_what_it_says_together_is_told_at_once(adas):
    answer = post(adas, deadline="2020-01-01", submission_fee="1", exhibition_end="2020-01-01")
    assert codes(answer) == {"deadline": "past", "currency": "required", "exhibition_end": "past"}


def test_a_cover_is_a_picture_of_ones_own(ada, ben, adas):
    answer = post(adas, cover_image_id=str(new_image(ben).pk))
    assert (answer.status_code, codes(answer)) == (400, {"cover_image_id": "does_not_exist"})
    own = new_image(ada, visibility="private")
    assert call_for_entry(adas, cover_image_id=str(own.pk))["cover_image_id"] == str(own.pk)


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"submission_fee": "500", "currency": "jpy"}, ("500", "JPY")),
        ({"submission_fee": "1.5", "currency": "KWD"}, ("1.500", "KWD")),
        ({"submission_fee": None, "currency": ""}, ("0.00", None)),
        ({"submission_fee": "", "currency": "CHF"}, ("0.00", "CHF")),
    ],
)
def test_a_fee_is_told_with_the_decimals_of_its_currency(adas, sent, told):
    made = call_for_entry(adas, **sent)
    assert (made["submission_fee"], made["currency"]) == told


def test_a_visitor_signs_in_first(visitor):
    assert post(visitor).status_code == 401
    assert not Exhibition.objects.exists()


def test_too_many_calls_wait(adas, settings):
    settings.RATE_LIMITS = {"exhibition": (1, 3600)}
    call_for_entry(adas)
    answer = post(adas)
    assert (answer.status_code, codes(answer)) == (429, {None: "throttled"})
    assert int(answer["Retry-After"]) > 0

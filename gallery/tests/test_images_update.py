"""Changing what is said of a picture."""

import pytest

from gallery.models import Image
from gallery.tests.library import codes, new_image

SENT = {
    "title": "Dusk",
    "description": "The harbour.\nAt night.",
    "alt_text": "Boats under a lamp",
    "tags": ["night", "sea"],
    "visibility": "private",
    "allow_download": False,
}


@pytest.fixture
def image(ada):
    """A public picture of ada's, with all that can be said of one."""
    return new_image(ada, "Dawn", description="Early.", alt_text="A pier", tags=("sea", "dawn"))


@pytest.fixture
def url(image):
    return f"/api/images/{image.pk}"


@pytest.mark.parametrize("method", ["put", "patch"])
@pytest.mark.parametrize("field", SENT)
def test_what_is_sent_changes_and_nothing_else(adas, url, method, field):
    before = adas.get(url).json()
    answer = getattr(adas, method)(url, {field: SENT[field]})
    assert answer.status_code == 200
    changed = {key for key, value in answer.json().items() if value != before[key]}
    assert changed - {"updated_at"} == {field}
    assert adas.get(url).json()[field] == SENT[field]


@pytest.mark.parametrize("method", ["put", "patch"])
def test_an_empty_body_changes_nothing(adas, url, method):
    before = adas.get(url).json()
    after = getattr(adas, method)(url, {}).json()
    assert {**after, "updated_at": None} == {**before, "updated_at": None}


def test_everything_at_once(adas, url):
    told = adas.put(url, SENT).json()
    assert {name: told[name] for name in SENT} == SENT


def test_a_change_is_dated(adas, url):
    before = adas.get(url).json()["updated_at"]
    assert adas.patch(url, {"title": "Noon"}).json()["updated_at"] > before


def test_what_nobody_may_change_is_passed_over(adas, url, ben):
    sent = {"id": str(ben.pk), "user": "ben", "width": 1, "file_hash": "0" * 64, "view_count": 9, "owner": str(ben.pk)}
    before = adas.get(url).json()
    after = adas.patch(url, sent).json()
    assert {**after, "updated_at": None} == {**before, "updated_at": None}


def test_text_can_be_taken_away_again(adas, url):
    told = adas.patch(url, {"title": "", "description": "", "alt_text": "", "tags": []}).json()
    assert (told["title"], told["description"], told["alt_text"], told["tags"]) == ("", "", "", [])


def test_tags_are_folded_and_each_is_kept_once(adas, url):
    sent = ["  Blue\tHour ", "BLUE hour", "x,y , ,", "é", "e\u0301", ""]
    assert adas.patch(url, {"tags": sent}).json()["tags"] == ["blue hour", "x", "y", "é"]


def test_a_form_may_send_it_too(adas, url):
    told = adas.put(url, {"title": "Noon", "tags": ["a", "b"], "allow_download": "false"}, format="multipart").json()
    assert (told["title"], told["tags"], told["allow_download"]) == ("Noon", ["a", "b"], False)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("title", "x" * 201, "max_length"),
        ("title", None, "null"),
        ("title", ["a"], "invalid"),
        ("title", "a\0b", "null_characters_not_allowed"),
        ("description", "x" * 10_001, "max_length"),
        ("alt_text", "x" * 1_001, "max_length"),
        ("visibility", "secret", "invalid_choice"),
        ("visibility", "", "invalid_choice"),
        ("visibility", None, "null"),
        ("allow_download", "perhaps", "invalid"),
        ("allow_download", None, "null"),
        ("tags", "sea", "not_a_list"),
        ("tags", ["x" * 51], "max_length"),
        ("tags", [f"{number}" for number in range(51)], "max_items"),
        ("album_id", "no id", "invalid"),
        ("album_id", "01900000-0000-7000-8000-000000000000", "does_not_exist"),
    ],
)
def test_what_cannot_be_is_refused_by_field_and_changes_nothing(adas, url, field, value, code):
    before = adas.get(url).json()
    answer = adas.patch(url, {"alt_text": "new", field: value})
    assert (answer.status_code, codes(answer)) == (400, {field: code})
    assert adas.get(url).json() == before


def test_half_a_letter_is_refused(adas, url):
    answer = adas.patch(url, r'{"title": "\ud800"}', content_type="application/json")
    assert (answer.status_code, codes(answer)) == (400, {"title": "surrogate_characters_not_allowed"})


def test_several_faults_are_told_together(adas, url):
    answer = adas.patch(url, {"title": "x" * 201, "visibility": "secret"})
    assert set(codes(answer)) == {"title", "visibility"}


def test_text_as_long_as_allowed_is_kept_whole(adas, url):
    sent = {"title": "é" * 200, "description": "x" * 10_000, "alt_text": "y" * 1_000}
    told = adas.patch(url, sent).json()
    assert {name: told[name] for name in sent} == sent


@pytest.mark.parametrize("body", ["{", "[]", '"text"', "null", "1"])
def test_a_body_that_is_no_object_is_refused(adas, url, body):
    assert adas.patch(url, body, content_type="application/json").status_code == 400


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_others_may_not(ben, mo, client_of, url, method):
    for person in (ben, mo):
        answer = getattr(client_of(person), method)(url, {"title": "Mine"})
        assert (answer.status_code, codes(answer)) == (403, {None: "permission_denied"})
    assert Image.objects.get().title == "Dawn"


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_what_is_not_seen_is_not_there(bens, url, method):
    Image.objects.update(visibility="private", is_public=False)
    assert getattr(bens, method)(url, {"title": "Mine"}).status_code == 404


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
@pytest.mark.parametrize("visibility", ["public", "private"])
def test_a_visitor_is_asked_to_sign_in_whatever_it_is(visitor, url, method, visibility):
    Image.objects.update(visibility=visibility, is_public=visibility == "public")
    answer = getattr(visitor, method)(url, {"title": "Mine"})
    assert (answer.status_code, codes(answer)) == (401, {None: "not_authenticated"})


def test_a_foreign_picture_is_refused_before_what_is_said_of_it(bens, url):
    assert bens.patch(url, {"title": "x" * 201}).status_code == 403


def test_hiding_holds_from_the_next_request_on(adas, url, visitor):
    assert visitor.get(url).status_code == 200
    adas.patch(url, {"visibility": "private"})
    assert visitor.get(url).status_code == 404

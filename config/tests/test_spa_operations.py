"""What the example app sends and reads is what the API describes; where either changes, this says which."""

import copy
import json
import re
from pathlib import Path

import pytest

from config.tests.app_contract import disagreements

pytestmark = pytest.mark.same_on_any_database
APP = Path(__file__).parents[2] / "examples/spa"


@pytest.fixture
def table():
    return json.loads((APP / "operations.json").read_text())


def test_all_that_the_app_sends_and_reads_is_described(table, schema):
    assert disagreements(table, schema) == []


def test_each_operation_has_its_function_and_each_shape_its_use(table):
    called = re.findall(r'call\("(\w+)"', (APP / "client.js").read_text())
    assert sorted(called) == sorted(table["operations"])
    used = {kind.rstrip("?[]") for shape in table["shapes"].values() for kind in shape.values()}
    used |= {operation["reads"] for operation in table["operations"].values()}
    assert set(table["shapes"]) <= used


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (("operations", "likeWork", "path"), "/api/artworks/{id}/like", "there is no POST /api/artworks/{id}/like"),
        (("operations", "likeWork", "method"), "PUT", "there is no PUT"),
        (("operations", "likeWork", "answers"), 202, "never answers 202"),
        (("operations", "likeWork", "refusals"), [418], "never answers 418"),
        (("operations", "likeWork", "sends"), {"is_liked": "boolean"}, "body.is_liked is unknown"),
        (("operations", "likeWork", "sends", "liked"), "string", "body.liked is boolean, not string"),
        (("operations", "comment", "sends"), {}, "body.comment_text is required"),
        (("operations", "comment", "sends", "comment_text"), "string?", "body.comment_text is required"),
        (("operations", "uploadWork", "sends", "image_file"), "string[]", "body.image_file[] is file, not string"),
        (("operations", "uploadWork", "headers"), {"Idempotency": "string"}, "headers.Idempotency is unknown"),
        (("operations", "listWorks", "query"), {"q": "string"}, "query.q is unknown"),
        (("operations", "listWorks", "query", "page"), "string", "query.page is integer, not string"),
        (("shapes", "liking", "likes"), "integer", "answer.likes is unknown"),
        (("shapes", "card", "placeholder"), "string", "answer.results[].placeholder may be null"),
        (("shapes", "cards", "results"), "card", "answer.results.id is unknown"),
        (("shapes", "cards", "count"), "string[]", "answer.count is no list"),
        (("shapes", "picture", "width"), "string", "answer.thumbnails.large.width is integer, not string"),
    ],
)
def test_a_change_of_the_app_is_found(table, schema, place, value, told):
    *way, last = place
    here = table
    for each in way:
        here = here[each]
    here[last] = value
    assert any(told in line for line in disagreements(table, schema))


@pytest.mark.parametrize(
    ("component", "field", "told"),
    [
        ("Liking", "like_count", "likeWork: answer.like_count is unknown"),
        ("ArtistBrief", "artist_name", "listWorks: answer.results[].artist.artist_name is unknown"),
        ("RegistrationRequest", "artist_name", "register: body.artist_name is unknown"),
        ("Thread", "replies", "listComments: answer.results[].replies is unknown"),
    ],
)
def test_a_field_renamed_by_the_api_is_found(table, schema, component, field, told):
    changed = copy.deepcopy(schema)
    fields = changed["components"]["schemas"][component]["properties"]
    fields[f"{field}_renamed"] = fields.pop(field)
    assert told in disagreements(table, changed)


def test_what_the_api_newly_requires_is_found(table, schema):
    changed = copy.deepcopy(schema)
    changed["components"]["schemas"]["NewCommentRequestRequest"]["required"].append("parent_comment_id")
    assert disagreements(table, changed) == ["comment: body.parent_comment_id is required"]

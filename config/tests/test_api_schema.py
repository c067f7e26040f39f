"""The OpenAPI description, as clients get it."""

import pytest
import yaml


def test_it_is_open_to_all_and_in_openapi_3(schema):
    assert schema["openapi"].startswith("3.")
    assert {"/api/images", "/api/images/{image_id}", "/api/upload", "/api/auth/login"} <= set(schema["paths"])


def test_it_comes_as_json_too(visitor, schema):
    answer = visitor.get("/api/schema", headers={"Accept": "application/vnd.oai.openapi+json"})
    assert answer.json() == schema


def test_the_docs_are_a_page_that_a_strict_policy_lets_live(visitor):
    answer = visitor.get("/api/docs")
    assert (answer.status_code, b"<script>" in answer.content) == (200, False)
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_every_list_describes_its_pages(schema):
    names = {parameter["name"] for parameter in schema["paths"]["/api/images"]["get"]["parameters"]}
    assert {"page", "page_size", "cursor", "ordering", "user", "tags", "search", "color"} <= names


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("/api/artworks/{artwork_id}/likes", ["like_count"]),
        ("/api/artworks/{artwork_id}/comments", ["comment_count"]),
        ("/api/artists/{artist}/followers", ["follower_count", "following_count"]),
        ("/api/artists/{artist}/following", ["follower_count", "following_count"]),
        ("/api/notifications", ["unread_count"]),
    ],
)
def test_what_is_counted_beside_a_list_is_described(schema, path, counts):
    page, beside = schema["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]["allOf"]
    assert page["$ref"].endswith("List")
    assert (list(beside["properties"]), beside["required"]) == (counts, counts)


def test_every_deletion_is_described_as_answered_with_a_confirmation(schema):
    deletions = {path: item["delete"]["responses"] for path, item in schema["paths"].items() if "delete" in item}
    unconfirmed = {path for path, answers in deletions.items() if "200" not in answers}
    assert unconfirmed == {"/api/uploads/{upload_id}"}  # of which tus has its own rules


def test_the_same_for_all(schema, ada, client_of):
    assert yaml.load(client_of(ada).get("/api/schema").content, Loader=yaml.CSafeLoader) == schema


def test_ways_to_sign_in_are_described(schema):
    assert set(schema["components"]["securitySchemes"]) == {"token", "session"}

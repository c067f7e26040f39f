"""What answers hold is what the OpenAPI description says of them, key by key."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from drf_spectacular.generators import SchemaGenerator
from rest_framework import serializers

from gallery.api import descriptions
from gallery.models import Folder
from gallery.tests.library import upload
from gallery.tests.pictures import camera_jpeg


def differences(description, told, where=""):
    """Where an answer and its serializer disagree on keys: {path: the keys that only one of them has}."""
    if told is None:
        return {}
    if isinstance(description, serializers.ListSerializer):
        return {key: keys for entry in told for key, keys in differences(description.child, entry, where).items()}
    if not isinstance(description, serializers.Serializer):
        return {}
    fields = description.fields
    required = {name for name, field in fields.items() if field.required}
    found = {where: wrong} if (wrong := (set(told) - set(fields)) | (required - set(told))) else {}
    for name in set(fields) & set(told):
        found |= differences(fields[name], told[name], f"{where}.{name}")
    return found


@pytest.fixture
def image_id(adas, ada):
    """A public picture in a folder, looked at once."""
    folder = Folder.objects.create(owner=ada, name="Work")
    return upload(adas, camera_jpeg(), visibility="public", folder_id=str(folder.pk), tags=["sea"])["id"]


@pytest.mark.parametrize(
    ("path", "description"),
    [
        ("images", descriptions.ImageBriefSerializer(many=True)),
        ("images/{id}", descriptions.ImageSerializer()),
        ("images/{id}/history", descriptions.AccessSerializer(many=True)),
        ("files?kind=image&search=photo", descriptions.FileSerializer(many=True)),
        ("files/{id}", descriptions.FileSerializer()),
        ("folders", descriptions.FolderSerializer(many=True)),
        ("folders?tree=true", descriptions.FolderSerializer(many=True)),
    ],
)
def test_an_answer_holds_what_is_described(image_id, adas, visitor, path, description):
    visitor.get(f"/api/images/{image_id}")
    told = adas.get(f"/api/{path.format(id=image_id)}").json()
    told = told.get("results", told)
    assert told
    assert differences(description, told) == {}


def test_what_lies_in_a_folder_is_described(image_id, adas):
    told = adas.get("/api/files", {"folder": Folder.objects.get().pk}).json()
    assert told["folder"]["name"] == "Work"
    assert differences(descriptions.FolderListingSerializer(), told) == {}


def test_what_a_stranger_is_told_is_described_too(image_id, visitor):
    told = visitor.get(f"/api/images/{image_id}").json()
    assert differences(descriptions.ImageSerializer(), told) == {}


def test_answers_to_uploads_and_checks_are_described(adas):
    upload_answer = {"results": [upload(adas)], "created": 1, "duplicates": 0, "rejected": 0}
    assert differences(descriptions.UploadAnswerSerializer(), upload_answer) == {}
    check = adas.post("/api/upload/check", {"checksums": ["0" * 64]}).json()
    assert differences(descriptions.CheckAnswerSerializer(), check) == {}


def test_answers_to_deletions_are_described(image_id, adas):
    folder = Folder.objects.get()
    gone = adas.delete(f"/api/images/{image_id}").json()
    assert differences(descriptions.DeletedSerializer(), gone) == {}
    gone = adas.delete(f"/api/folders/{folder.pk}").json()
    assert differences(descriptions.FolderDeletedSerializer(), gone) == {}


def routes(patterns, prefix=""):
    """Every route of the site, as `api/images/<uuid:pk>`."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route


def test_the_schema_lists_every_route():
    described = {re.sub(r"{\w+}", "<>", path.strip("/")) for path in SchemaGenerator().get_schema(public=True)["paths"]}
    found = {re.sub("<[^>]+>", "<>", route) for route in routes(get_resolver().url_patterns) if "api/" in route}
    assert len(found) > 20
    assert found - described == {"api/schema", "api/docs"}


def test_every_operation_describes_its_errors():
    schema = SchemaGenerator().get_schema(public=True)
    plain = [
        f"{method} {path}"
        for path, operations in schema["paths"].items()
        for method, operation in operations.items()
        if not any(status.startswith("4") for status in operation["responses"])
    ]
    assert plain == []

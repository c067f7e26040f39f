"""Where bytes are kept and who sends them, as the environment says."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment

ELSEWHERE = {
    "S3_BUCKET": "atelier",
    "S3_ENDPOINT_URL": "https://files.example:9000/",
    "S3_ACCESS_KEY_ID": "key",
    "S3_SECRET_ACCESS_KEY": "secret",
}


def test_without_a_bucket_everything_is_on_the_disk():
    assert environment.object_storage({}) == environment.object_storage({"S3_BUCKET": " "}) == {}


def test_a_bucket_alone_is_one_of_amazon_with_the_role_of_the_machine():
    assert environment.object_storage({"S3_BUCKET": "atelier"}) == {
        "bucket": "atelier", "endpoint": "", "region": "us-east-1", "key": "", "secret": "", "prefix": "",
        "addressing": "auto", "redirect": True,
    }  # fmt: skip


def test_everything_about_storage_can_be_said():
    said = {"S3_REGION": "eu-1", "S3_PREFIX": "/site/one/", "S3_ADDRESSING_STYLE": "Path", "S3_REDIRECT": "no"}
    assert environment.object_storage(ELSEWHERE | said) == {
        "bucket": "atelier", "endpoint": "https://files.example:9000", "region": "eu-1", "key": "key", "secret": "secret",
        "prefix": "site/one/", "addressing": "path", "redirect": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ({"S3_ENDPOINT_URL": "https://files.example"}, "S3_ENDPOINT_URL is set without S3_BUCKET"),
        ({"S3_BUCKET": "", "S3_REGION": "eu"}, "S3_REGION is set without S3_BUCKET"),
        ({**ELSEWHERE, "S3_SECRET_ACCESS_KEY": ""}, "S3_SECRET_ACCESS_KEY"),
        ({**ELSEWHERE, "S3_ACCESS_KEY_ID": ""}, "S3_ACCESS_KEY_ID"),
        ({**ELSEWHERE, "S3_ENDPOINT_URL": "files.example"}, "S3_ENDPOINT_URL"),
        ({**ELSEWHERE, "S3_ADDRESSING_STYLE": "subdomain"}, "S3_ADDRESSING_STYLE"),
        ({**ELSEWHERE, "S3_REDIRECT": "maybe"}, "S3_REDIRECT"),
    ],
)
def test_storage_that_is_set_by_half_is_refused_by_name(said, named):
    with pytest.raises(ImproperlyConfigured, match=named):
        environment.object_storage(said)


@pytest.mark.parametrize("value", ["", "https://a.example", "https://a.example:81/copies/", "http://a.example/x/y"])
def test_an_address_loses_its_last_slash(value):
    assert environment.url({"CDN_URL": value}, "CDN_URL") == value.rstrip("/")


@pytest.mark.parametrize(
    "value", ["a.example", "//a.example", "ftp://a.example", "https://a.example/?x", "https://a b"]
)
def test_what_is_no_address_is_refused(value):
    with pytest.raises(ImproperlyConfigured, match="CDN_URL"):
        environment.url({"CDN_URL": value}, "CDN_URL")


@pytest.mark.parametrize(("value", "read"), [("", ""), ("/protected/", "/protected"), ("/a/b-c", "/a/b-c")])
def test_the_internal_location_is_a_path(value, read):
    assert environment.accel_redirect({"ACCEL_REDIRECT": value}) == read


@pytest.mark.parametrize("value", ["protected", "https://a.example/protected", "/a b", "//a"])
def test_what_is_no_path_is_refused(value):
    with pytest.raises(ImproperlyConfigured, match="ACCEL_REDIRECT"):
        environment.accel_redirect({"ACCEL_REDIRECT": value})


@pytest.mark.parametrize(("value", "taken"), [("", True), ("k" * 32, True), ("k" * 31, False), ("k" * 31 + '"', False)])
def test_a_signing_key_is_long_and_has_nothing_that_nginx_would_read(value, taken):
    if taken:
        assert environment.media_signing_key({"MEDIA_SIGNING_KEY": value}) == value
        return
    with pytest.raises(ImproperlyConfigured, match="MEDIA_SIGNING_KEY"):
        environment.media_signing_key({"MEDIA_SIGNING_KEY": value})


AMAZON = [
    "https://s3.eu-1.amazonaws.com", "https://atelier.s3.eu-1.amazonaws.com", "https://s3.amazonaws.com",
    "https://atelier.s3.amazonaws.com",
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "origins"),
    [
        ({}, []),
        ({"CDN_URL": "https://cdn.example/copies"}, ["https://cdn.example"]),
        (ELSEWHERE, ["https://files.example:9000", "https://atelier.files.example:9000"]),
        ({**ELSEWHERE, "S3_REDIRECT": "false"}, []),
        ({"S3_BUCKET": "atelier", "S3_REGION": "eu-1"}, AMAZON),
    ],
)
def test_pages_may_show_pictures_from_where_they_are_sent(said, origins):
    assert environment.image_sources(said) == origins

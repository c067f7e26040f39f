"""What `manage.py check` says of a wrong installation."""

import pytest

from config import checks


@pytest.fixture
def kept(house):
    """`kept("originals")`: a file on a shelf of the disk."""

    def keep(shelf):
        path = house / shelf / "ab" / "cd" / "abcdef"
        path.parent.mkdir(parents=True)
        path.write_bytes(b"kept")

    return keep


def ids(*checks):
    found = [error for check in checks for error in check()]
    assert all(error.hint for error in found)
    return [error.id for error in found]


STORAGE = (
    checks.storage_is_moved_whole, checks.copies_are_published_where_they_are_told, checks.signed_addresses_are_checked,
    checks.a_file_goes_out_of_the_house_in_one_piece,
)  # fmt: skip


def test_a_house_with_nothing_set_is_right(settings, kept):
    settings.ENV = {}
    kept("originals")
    assert ids(*STORAGE, checks.cookies_are_secure_behind_a_proxy) == []


def test_originals_that_stayed_behind_are_an_error(settings, kept):
    settings.OBJECT_STORAGE = {"bucket": "atelier"}
    assert ids(*STORAGE) == []
    kept("originals")
    assert ids(*STORAGE) == ["config.E001"]


def test_copies_that_stay_published_without_a_cdn_are_an_error(settings, kept):
    kept("public")
    assert ids(*STORAGE) == ["config.E002"]
    settings.CDN_URL = "https://cdn.example"
    assert ids(*STORAGE) == []


@pytest.mark.parametrize("cdn", ["", "https://cdn.example"])
def test_copies_that_stay_published_on_the_disk_beside_a_bucket_are_an_error(settings, kept, cdn):
    settings.OBJECT_STORAGE, settings.CDN_URL = {"bucket": "atelier"}, cdn
    kept("public")
    assert ids(*STORAGE) == ["config.E005"]


@pytest.mark.parametrize(
    ("accel", "bucket", "found"),
    [("", {}, ["config.E003"]), ("/protected", {"bucket": "b"}, ["config.E003"]), ("/protected", {}, [])],
)
def test_signed_addresses_that_no_nginx_answers_are_an_error(settings, accel, bucket, found):
    settings.MEDIA_SIGNING_KEY, settings.ACCEL_REDIRECT, settings.OBJECT_STORAGE = "k" * 32, accel, bucket
    assert ids(*STORAGE) == found


def test_files_that_object_storage_cannot_take_are_an_error(settings):
    settings.OBJECT_STORAGE, settings.MAX_UPLOAD_SIZE = {"bucket": "atelier"}, 5 * 1024**3 + 1
    assert ids(*STORAGE) == ["config.E004"]


@pytest.mark.parametrize(("environment", "warned"), [({}, True), ({"COOKIE_SECURE": "false"}, False)])
def test_cookies_without_https_behind_a_proxy_are_noted_unless_they_are_meant(settings, environment, warned):
    settings.ENV, settings.TRUSTED_PROXIES, settings.SESSION_COOKIE_SECURE = environment, ["127.0.0.1"], False
    assert bool(checks.cookies_are_secure_behind_a_proxy()) is warned


@pytest.mark.parametrize(
    ("hosts", "site", "warned"),
    [(["*"], "", ["config.W003"]), (["*"], "https://atelier.example", []), (["atelier.example"], "", [])],
)
def test_mails_that_would_lead_wherever_a_stranger_says_are_noted(settings, hosts, site, warned):
    settings.ALLOWED_HOSTS, settings.SITE_URL = hosts, site
    assert ids(checks.mails_know_where_the_site_is) == warned

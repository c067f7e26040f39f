"""What the environment says, read by pure functions; what cannot be read is refused with the variable's name."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment
from config.environment import DEFAULT_RATE_LIMITS


@pytest.mark.parametrize(
    ("value", "found"),
    [("1", True), ("TRUE", True), (" yes ", True), ("on", True), ("0", False), ("false", False), ("No", False),
     ("off", False), ("", True), ("  ", True)],
)  # fmt: skip
def test_a_flag_is_yes_or_no_and_its_default_where_empty(value, found):
    assert environment.flag({"DEBUG": value}, "DEBUG", default=True) is found


def test_what_is_unset_has_its_default():
    assert environment.flag({}, "DEBUG", default=False) is False
    assert environment.number({}, "PORT", 5005) == 5005
    assert environment.text({}, "METRICS_TOKEN") == ""
    assert environment.names({}, "ALLOWED_FILE_TYPES") == []


def test_a_number_may_have_underscores_and_space():
    assert environment.number({"STORAGE_QUOTA": " 5_000 "}, "STORAGE_QUOTA", 1) == 5000
    assert environment.number({"STORAGE_QUOTA": "0"}, "STORAGE_QUOTA", 1) == 0


def test_names_are_separated_by_commas():
    assert environment.names({"X": " a, b ,,c "}, "X") == ["a", "b", "c"]


REFUSED = {
    "DEBUG": [lambda env: environment.flag(env, "DEBUG", default=False), "maybe", "2", "tru"],
    "PORT": [lambda env: environment.number(env, "PORT", 5005, least=1), "0", "-1", "http", "5.5", "1e3"],
    "RATE_LIMITS": [
        environment.rate_limits, "upload", "upload=5", "upload=five/hour", "upload=5/week", "on", "upload=5/hour;x=1/s"
    ],
    "TRUSTED_PROXIES": [environment.trusted_proxies, "proxy.example", "10.0.0.0/99", "10.0.0.1 10.0.0.2", "*"],
    "COOKIE_SAMESITE": [environment.cookie_samesite, "relaxed", "lax;"],
    "CORS_ALLOWED_ORIGINS": [
        lambda env: environment.origins(env, "CORS_ALLOWED_ORIGINS"),
        "app.example", "https://app.example/", "https://app.example/path", "*", "ftp://app.example",
    ],
    "REDIS_URL": [environment.caches, "localhost:6379", "http://localhost"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, (_, *values) in REFUSED.items() for value in values]
)
def test_a_value_that_cannot_be_read_is_refused_by_name(name, value):
    with pytest.raises(ImproperlyConfigured, match=name):
        REFUSED[name][0]({name: value})


@pytest.mark.parametrize(
    ("value", "changed"),
    [
        ("", {}),
        ("upload=5/hour", {"upload": (5, 3600)}),
        ("upload=5/h, share=7/10min", {"upload": (5, 3600), "share": (7, 600)}),
        ("login=1/2s,register=9/day", {"login": (1, 2), "register": (9, 86400)}),
        ("mine=3/minute", {"mine": (3, 60)}),
    ],
)
def test_rate_limits_are_changes_to_the_defaults(value, changed):
    assert environment.rate_limits({"RATE_LIMITS": value}) == DEFAULT_RATE_LIMITS | changed


def test_rate_limits_can_be_off():
    assert environment.rate_limits({"RATE_LIMITS": "Off"}) == {}


@pytest.mark.parametrize(
    ("value", "found"), [("", "Lax"), ("lax", "Lax"), ("STRICT", "Strict"), ("none", "None"), (" None ", "None")]
)
def test_cookies_are_lax_unless_told_otherwise(value, found):
    assert environment.cookie_samesite({"COOKIE_SAMESITE": value}) == found


@pytest.mark.parametrize(
    ("variables", "secure"),
    [
        ({}, False),
        ({"CSRF_TRUSTED_ORIGINS": "http://a.example"}, False),
        ({"CSRF_TRUSTED_ORIGINS": "http://a.example,https://b.example"}, True),
        ({"COOKIE_SAMESITE": "None"}, True),
        ({"COOKIE_SAMESITE": "None", "COOKIE_SECURE": "no"}, False),
        ({"COOKIE_SECURE": "yes"}, True),
    ],
)
def test_cookies_go_over_https_only_where_the_site_does(variables, secure):
    assert environment.cookie_secure(variables) is secure


def test_origins_and_proxies_are_kept_as_they_are_named():
    origins = "https://app.example, http://localhost:3000"
    assert environment.origins({"X": origins}, "X") == ["https://app.example", "http://localhost:3000"]
    proxies = "10.0.0.1,10.0.0.0/8,::1"
    assert environment.trusted_proxies({"TRUSTED_PROXIES": proxies}) == ["10.0.0.1", "10.0.0.0/8", "::1"]


def test_as_installed_this_machine_alone_is_a_host():
    found = environment.allowed_hosts({})
    assert {"localhost", "127.0.0.1", "[::1]"} <= set(found)
    assert "*" not in found
    assert environment.allowed_hosts({"ALLOWED_HOSTS": "a.example,.b.example"}) == ["a.example", ".b.example"]


def test_with_nothing_set_the_database_is_a_file_beside_the_code():
    found = environment.databases({}, Path("/srv/atelier"))["default"]
    assert (found["ENGINE"], found["NAME"]) == ("django.db.backends.sqlite3", "/srv/atelier/db.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]


def test_a_url_names_another_database():
    url = "postgres://ada:p%40ss@db.example:5433/atelier"
    found = environment.databases({"DATABASE_URL": url}, Path("/srv"))["default"]
    assert found["ENGINE"] == "django.db.backends.postgresql"
    named = [found[key] for key in ("HOST", "PORT", "NAME", "USER", "PASSWORD")]
    assert named == ["db.example", 5433, "atelier", "ada", "p@ss"]
    assert found["OPTIONS"] == {"connect_timeout": 5, "options": "-c jit=off"}


def test_options_of_postgresql_may_be_told_in_its_address(tmp_path):
    url = "postgres://a:b@c/d?options=-c%20search_path%3Dart"
    found = environment.databases({"DATABASE_URL": url}, tmp_path)["default"]
    assert found["OPTIONS"]["options"] == "-c search_path=art"


@pytest.mark.parametrize(
    ("url", "backend"),
    [("", "locmem.LocMemCache"), ("redis://r:6379/0", "redis.RedisCache"), ("rediss://r", "redis.RedisCache")],
)
def test_the_cache_is_in_the_process_or_in_redis(url, backend):
    assert environment.caches({"REDIS_URL": url})["default"]["BACKEND"].endswith(backend)


def test_mails_are_printed_unless_a_server_is_named():
    assert environment.email({})["EMAIL_BACKEND"].endswith("console.EmailBackend")
    found = environment.email({"EMAIL_URL": "smtp+tls://ada:pass@mail.example:587"})
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_TLS"]) == ("mail.example", 587, True)
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("ada", "pass")


def test_the_secret_key_is_kept_beside_the_database(tmp_path):
    sqlite = environment.databases({"DATABASE_URL": "sqlite:////srv/atelier/db.sqlite3"}, tmp_path)
    assert environment.beside_database(sqlite, tmp_path) == Path("/srv/atelier")
    other = environment.databases({"DATABASE_URL": "postgres://a:b@c/d"}, tmp_path)
    assert environment.beside_database(other, tmp_path) == tmp_path


@pytest.mark.parametrize(
    ("value", "told"), [("", ""), ("https://a.example", "https://a.example"), (" http://a:5005/ ", "http://a:5005")]
)
def test_the_address_of_the_site_is_an_origin_or_unknown(value, told):
    assert environment.site_url({"SITE_URL": value}) == told


@pytest.mark.parametrize("value", ["a.example", "ftp://a.example", "https://a.example/site", "https://a b"])
def test_what_is_no_origin_is_refused_as_the_address_of_the_site(value):
    with pytest.raises(ImproperlyConfigured, match="SITE_URL"):
        environment.site_url({"SITE_URL": value})

"""What the environment says, as pure functions of it: a mapping of texts in, a setting out.

Each raises ImproperlyConfigured naming the variable where a value cannot be read. `.env.example` documents every variable.
"""

import re
import socket
from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

Environment = Mapping[str, str]

DEFAULT_RATE_LIMITS: dict[str, tuple[int, int]] = {
    "upload": (600, 3600),
    "login": (60, 60),
    "register": (120, 3600),
    "password_reset": (20, 3600),
    "email_verify": (60, 3600),
    "share": (10, 600),
    "like": (1200, 3600),
    "comment": (240, 3600),
    "follow": (600, 3600),
    "artwork_share": (1200, 3600),
    "report": (60, 3600),
    "commission": (30, 3600),
    "message": (240, 3600),
    "exhibition": (60, 3600),
    "submission": (60, 3600),
    "rendition": (120, 3600),
    "rendition_owner": (600, 3600),
}
PERIODS = {
    "s": 1,
    "sec": 1,
    "second": 1,
    "min": 60,
    "minute": 60,
    "m": 60,
    "h": 3600,
    "hour": 3600,
    "day": 86400,
    "d": 86400,
}
RATE = re.compile(r"(?P<scope>\w+)=(?P<count>\d+)/(?P<many>\d*)(?P<period>[a-z]+)")


def text(environment: Environment, name: str, default: str = "") -> str:
    """The variable without surrounding space; an empty one counts as unset."""
    return environment.get(name, "").strip() or default


def flag(environment: Environment, name: str, *, default: bool) -> bool:
    """A yes or no: 1, true, yes, on against 0, false, no, off."""
    value = text(environment, name).lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}.")


def number(environment: Environment, name: str, default: int, *, least: int = 0) -> int:
    """A whole number, at least `least`; underscores between digits are allowed."""
    value = text(environment, name)
    if not value:
        return default
    try:
        result = int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from None
    if result < least:
        raise ImproperlyConfigured(f"{name} must be at least {least}, not {result}.")
    return result


def names(environment: Environment, name: str) -> list[str]:
    """A comma-separated list, empty entries dropped."""
    return [entry.strip() for entry in text(environment, name).split(",") if entry.strip()]


def allowed_hosts(environment: Environment) -> list[str]:
    """The hosts that may be asked for; as installed this machine alone, by its names."""
    hostname = socket.gethostname()
    return names(environment, "ALLOWED_HOSTS") or [
        "localhost", ".localhost", "127.0.0.1", "[::1]", "0.0.0.0", hostname, f"{hostname}.local",  # noqa: S104 - a host name, not a binding
    ]  # fmt: skip


def databases(environment: Environment, base: Path) -> dict[str, dict[str, Any]]:
    """DATABASE_URL as Django's DATABASES; without it, SQLite beside the code.

    SQLite runs in WAL mode and takes its write lock at the start of a transaction, waiting up to 20 seconds: with these,
    concurrent writers neither deadlock nor lose an update.
    """
    url = text(environment, "DATABASE_URL", f"sqlite:///{base / 'db.sqlite3'}")
    settings: dict[str, Any] = environ.Env.db_url_config(url)
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        }
        # Tests with threads need a file: in memory a second connection meets "table is locked" instead of waiting.
        if settings["NAME"] != ":memory:":
            settings["TEST"] = {"NAME": f"{settings['NAME']}-test"}
    else:
        settings["CONN_HEALTH_CHECKS"] = True
        settings.setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
        # Compiling a search for a person takes PostgreSQL a second, running it 15 ms.
        settings["OPTIONS"].setdefault("options", "-c jit=off")
    # A connection kept by its thread saves a tenth of every request.
    settings["CONN_MAX_AGE"] = 60
    return {"default": settings}


def beside_database(databases: Mapping[str, Any], base: Path) -> Path:
    """The folder of the SQLite file, where a secret that belongs to its rows is kept; `base` for any other database."""
    database = databases["default"]
    is_file = database["ENGINE"] == "django.db.backends.sqlite3" and database["NAME"] != ":memory:"
    return Path(database["NAME"]).parent if is_file else base


def caches(environment: Environment) -> dict[str, dict[str, Any]]:
    """REDIS_URL as the shared cache; without it, one in each process."""
    url = text(environment, "REDIS_URL")
    if not url:
        return {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    if not url.startswith(("redis://", "rediss://", "unix://")):
        raise ImproperlyConfigured("REDIS_URL must start with redis://, rediss:// or unix://.")
    return {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}}


def email(environment: Environment) -> dict[str, Any]:
    """EMAIL_URL as Django's EMAIL_* settings; without it, mails are written to the log of the server."""
    settings: dict[str, Any] = environ.Env.email_url_config(text(environment, "EMAIL_URL", "consolemail://"))
    return {
        f"EMAIL_{key}" if not key.startswith("EMAIL_") else key: value
        for key, value in settings.items()
        if key != "OPTIONS"
    }


def rate_limits(environment: Environment) -> dict[str, tuple[int, int]]:
    """RATE_LIMITS as {scope: (count, seconds)}: `off`, or changes to the defaults such as `upload=600/hour,share=10/10min`."""
    value = text(environment, "RATE_LIMITS")
    if value.lower() == "off":
        return {}
    limits = dict(DEFAULT_RATE_LIMITS)
    for entry in names(environment, "RATE_LIMITS"):
        match = RATE.fullmatch(entry)
        if not match or match["period"] not in PERIODS:
            raise ImproperlyConfigured(f"RATE_LIMITS: {entry!r} is not of the form upload=600/hour.")
        limits[match["scope"]] = (int(match["count"]), int(match["many"] or 1) * PERIODS[match["period"]])
    return limits


def site_url(environment: Environment) -> str:
    """SITE_URL: the origin under which people reach the site, without a slash behind it; empty where it is not set."""
    value = text(environment, "SITE_URL").rstrip("/")
    if value and not re.fullmatch(r"https?://[^/\s]+", value):
        raise ImproperlyConfigured(f"SITE_URL: {value!r} is not an origin such as https://atelier.example.")
    return value


def trusted_proxies(environment: Environment) -> list[str]:
    """TRUSTED_PROXIES: addresses or networks whose X-Forwarded-For and -Proto are believed."""
    proxies = names(environment, "TRUSTED_PROXIES")
    for proxy in proxies:
        try:
            ip_network(proxy, strict=False)
        except ValueError:
            raise ImproperlyConfigured(f"TRUSTED_PROXIES: {proxy!r} is not an address or a network.") from None
    return proxies


def cookie_samesite(environment: Environment) -> str:
    """COOKIE_SAMESITE: Lax, Strict, or None where the single-page app lives on another site."""
    value = text(environment, "COOKIE_SAMESITE", "Lax").capitalize()
    if value not in {"Lax", "Strict", "None"}:
        raise ImproperlyConfigured("COOKIE_SAMESITE must be Lax, Strict or None.")
    return value


def cookie_secure(environment: Environment) -> bool:
    """Cookies over HTTPS only: as COOKIE_SECURE says, else where the site is known to be reached by HTTPS."""
    served_by_https = any(origin.startswith("https://") for origin in names(environment, "CSRF_TRUSTED_ORIGINS"))
    return flag(environment, "COOKIE_SECURE", default=served_by_https or cookie_samesite(environment) == "None")


def origins(environment: Environment, name: str) -> list[str]:
    """A list of origins, each scheme://host[:port] and nothing behind it."""
    found = names(environment, name)
    for origin in found:
        if not re.fullmatch(r"https?://[^/\s]+", origin):
            raise ImproperlyConfigured(f"{name}: {origin!r} is not an origin such as https://app.example.")
    return found


def object_storage(environment: Environment) -> dict[str, Any]:
    """S3_* as where originals and renditions are kept; empty without S3_BUCKET: on the disk.

    Without keys those of the machine's role are used. Raises ImproperlyConfigured for what is set by half.
    """
    given = sorted(name for name in environment if name.startswith("S3_") and text(environment, name))
    bucket = text(environment, "S3_BUCKET")
    if not bucket:
        if given:
            raise ImproperlyConfigured(f"{given[0]} is set without S3_BUCKET: name the bucket, or unset it.")
        return {}
    key, secret = text(environment, "S3_ACCESS_KEY_ID"), text(environment, "S3_SECRET_ACCESS_KEY")
    if bool(key) != bool(secret):
        raise ImproperlyConfigured("S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are set together, or neither is.")
    addressing = text(environment, "S3_ADDRESSING_STYLE", "auto").lower()
    if addressing not in {"auto", "path", "virtual"}:
        raise ImproperlyConfigured("S3_ADDRESSING_STYLE must be auto, path or virtual.")
    prefix = text(environment, "S3_PREFIX").strip("/")
    return {
        "bucket": bucket,
        "endpoint": url(environment, "S3_ENDPOINT_URL"),
        "region": text(environment, "S3_REGION", "us-east-1"),
        "key": key,
        "secret": secret,
        "prefix": f"{prefix}/" if prefix else "",
        "addressing": addressing,
        "redirect": flag(environment, "S3_REDIRECT", default=True),
    }


def url(environment: Environment, name: str) -> str:
    """An address without a slash behind it; empty where it is not set."""
    value = text(environment, name).rstrip("/")
    if value and not re.fullmatch(r"https?://[^/\s?#]+(/[^\s?#;,]*)?", value):
        raise ImproperlyConfigured(f"{name}: {value!r} is not an address such as https://files.example/copies.")
    return value


def accel_redirect(environment: Environment) -> str:
    """ACCEL_REDIRECT: the internal location of nginx below which MEDIA_ROOT's shelves lie; empty: we send the bytes."""
    value = text(environment, "ACCEL_REDIRECT").rstrip("/")
    if value and not re.fullmatch(r"(/[\w.-]+)+", value):
        raise ImproperlyConfigured(f"ACCEL_REDIRECT: {value!r} is not a path such as /protected.")
    return value


def media_signing_key(environment: Environment) -> str:
    """MEDIA_SIGNING_KEY: what nginx and we sign addresses of copies with, at least 32 letters and digits."""
    value = text(environment, "MEDIA_SIGNING_KEY")
    if value and not re.fullmatch(r"[A-Za-z0-9_-]{32,}", value):
        raise ImproperlyConfigured(
            "MEDIA_SIGNING_KEY must have at least 32 characters, all of them A-Z, a-z, 0-9, - or _."
        )
    return value


def image_sources(environment: Environment) -> list[str]:
    """The origins beside our own that pictures come from: those of CDN_URL, and of storage, which we redirect to."""
    storage = object_storage(environment)
    addresses = [url(environment, "CDN_URL")]
    if storage and storage["redirect"]:
        hosts = [f"https://s3.{storage['region']}.amazonaws.com", "https://s3.amazonaws.com"]
        for address in [storage["endpoint"]] if storage["endpoint"] else hosts:
            scheme, _, host = address.partition("://")
            addresses += [address, f"{scheme}://{storage['bucket']}.{host}"]
    return ["/".join(address.split("/")[:3]) for address in addresses if address]

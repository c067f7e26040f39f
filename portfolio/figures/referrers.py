"""From where somebody came, of which no more is kept than the host of a site."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host

from portfolio.models import Source

LONGEST = 253
NAME = re.compile(r"(?=.*[a-z])[a-z0-9_-]+(\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]+")
"""A host name with a dot: an address in numbers, or a name within somebody's own network, could tell who came."""

Origin = tuple[Source, str]


def origin_of(referrer: str) -> Origin:
    """What is counted of a Referer header, which may say anything: its kind and, of another site, the host without `www.`"""
    try:
        address = urlsplit(referrer.strip())
        host = (address.hostname or "").removesuffix(".")
    except ValueError:
        return Source.DIRECT, ""
    if address.scheme not in ("http", "https") or not host:
        return Source.DIRECT, ""
    if is_ours(host):
        return Source.INTERNAL, ""
    name = ascii_name(host.removeprefix("www."))
    return (Source.SITE, name) if NAME.fullmatch(name) else (Source.OTHER, "")


def is_ours(host: str) -> bool:
    """Whether this site is reached under a host: by settings.SITE_URL and ALLOWED_HOSTS, unless these allow any."""
    named = [pattern for pattern in settings.ALLOWED_HOSTS if pattern != "*"]
    return host == urlsplit(settings.SITE_URL).hostname or validate_host(host, named)


def ascii_name(host: str) -> str:
    """As the network knows it; empty for what is no name."""
    try:
        name = host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return name if len(name) <= LONGEST else ""

"""What is kept of the address that somebody came from: the host of another site, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.figures.referrers import origin_of
from portfolio.models import Source

pytestmark = pytest.mark.same_on_any_database


@pytest.mark.parametrize(
    ("referrer", "origin"),
    [
        ("", (Source.DIRECT, "")),
        ("about:blank", (Source.DIRECT, "")),
        ("https://", (Source.DIRECT, "")),
        ("https://[::1", (Source.DIRECT, "")),
        ("javascript:alert(1)", (Source.DIRECT, "")),
        ("https://Www.Example.ORG:8443/a?b=c#d", (Source.SITE, "example.org")),
        ("https://ada:secret@example.org./", (Source.SITE, "example.org")),
        ("https://kunsthalle-zürich.example/", (Source.SITE, "xn--kunsthalle-zrich-uzb.example")),
        ("http://testserver/@ada", (Source.INTERNAL, "")),
        ("http://localhost:5005/explore", (Source.INTERNAL, "")),
        ("https://atelier.example/works", (Source.INTERNAL, "")),
        ("https://192.168.1.20/mail", (Source.OTHER, "")),
        ("https://[2001:db8::1]/", (Source.OTHER, "")),
        ("http://anna-laptop/", (Source.OTHER, "")),
        ("https://=cmd|'/c calc'.example/", (Source.OTHER, "")),
        ("https://" + "a" * 300 + ".example/", (Source.OTHER, "")),
    ],
)
def test_of_an_address_this_is_kept(settings, referrer, origin):
    settings.SITE_URL = "https://atelier.example"
    assert origin_of(referrer) == origin


def test_where_any_host_is_allowed_not_every_site_is_ours(settings):
    settings.ALLOWED_HOSTS = ["*"]
    assert origin_of("https://example.org/") == (Source.SITE, "example.org")


@given(st.text() | st.text().map(lambda text: f"https://{text}"))
def test_whatever_a_header_says_a_host_is_letters_digits_dots_and_hyphens(text):
    source, host = origin_of(text)
    assert (source == Source.SITE) == bool(host)
    assert set(host) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-_")
    assert len(host) <= 253

"""Whose address a request has, behind proxies and in front of liars."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from config.middleware import ClientAddressMiddleware, client_address, is_address

PROXIES = ["10.0.0.0/8", "192.0.2.1", "2001:db8::/32"]


@pytest.mark.parametrize(
    ("remote", "forwarded", "address"),
    [
        ("198.51.100.7", "", "198.51.100.7"),
        ("198.51.100.7", "203.0.113.9", "198.51.100.7"),
        ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "203.0.113.9, 10.0.0.2", "203.0.113.9"),
        ("10.0.0.1", "1.2.3.4, 203.0.113.9, 192.0.2.1", "203.0.113.9"),
        ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "nonsense", "10.0.0.1"),
        ("10.0.0.1", "203.0.113.9, <script>", "10.0.0.1"),
        ("10.0.0.1", " , ,203.0.113.9,", "203.0.113.9"),
        ("2001:db8::1", "2a00::7", "2a00::7"),
    ],
)
def test_the_last_address_that_is_no_proxy_of_ours_is_the_clients(remote, forwarded, address):
    assert client_address(remote, forwarded, PROXIES) == address


@given(forwarded=st.text(max_size=60) | st.from_regex(r"([\d.,: a-f]{0,40})", fullmatch=True))
def test_any_header_gives_an_address(forwarded):
    assert is_address(client_address("10.0.0.1", forwarded, PROXIES))


def through(settings, *, trusted, **meta):
    """What of a request's address and scheme is left behind the middleware."""
    settings.TRUSTED_PROXIES = trusted
    seen = {}

    def view(request):
        seen.update(request.META)
        return HttpResponse()

    ClientAddressMiddleware(view)(RequestFactory().get("/", **meta))
    return seen["REMOTE_ADDR"], seen.get("HTTP_X_FORWARDED_PROTO"), seen.get("HTTP_X_FORWARDED_FOR")


FORGED = {"HTTP_X_FORWARDED_FOR": "203.0.113.9", "HTTP_X_FORWARDED_PROTO": "https"}


def test_where_no_proxy_is_trusted_nothing_is_believed(settings):
    assert through(settings, trusted=[], REMOTE_ADDR="10.0.0.1", **FORGED) == ("10.0.0.1", None, None)


def test_a_stranger_is_not_believed(settings):
    found = through(settings, trusted=PROXIES, REMOTE_ADDR="198.51.100.7", **FORGED)
    assert found == ("198.51.100.7", None, None)


def test_a_proxy_of_ours_is_believed(settings):
    assert through(settings, trusted=PROXIES, REMOTE_ADDR="10.0.0.1", **FORGED) == ("203.0.113.9", "https", None)

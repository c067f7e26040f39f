"""What every request passes through before it reaches a room."""

import logging
import re
import time
from collections.abc import Callable
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from uuid_utils.compat import uuid7

from config.logs import request_id, without_tokens

logger = logging.getLogger("atelier.request")

GetResponse = Callable[[HttpRequest], HttpResponseBase]
GIVEN_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
TEXT = re.compile(
    r"text/|application/(json|problem\+json|ld\+json|xml|atom\+xml|vnd\.oai\.openapi|javascript|manifest\+json)"
)


class RequestIdMiddleware:
    """Gives each request an id (a well-formed `X-Request-ID` is kept), tells it in the answer, and logs one line when done."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get("X-Request-ID", "")
        identifier = given if GIVEN_ID.fullmatch(given) else uuid7().hex
        token = request_id.set(identifier)
        started = time.perf_counter()
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = identifier
            logger.info(
                "%s %s",
                request.method,
                without_tokens(request.path),
                extra={
                    "status": response.status_code,
                    "milliseconds": round((time.perf_counter() - started) * 1000, 1),
                },
            )
            return response
        finally:
            request_id.reset(token)


def client_address(remote: str, forwarded: str, trusted: list[str]) -> str:
    """The address of who is really asking: the last one in `X-Forwarded-For` that is not a proxy of ours.

    `forwarded` is believed only as far as it was written by `trusted` proxies (addresses or networks), read from the right.
    """
    networks = [ip_network(proxy, strict=False) for proxy in trusted]
    address = remote
    for hop in reversed([hop.strip() for hop in forwarded.split(",") if hop.strip()]):
        if not (is_within(address, networks) and is_address(hop)):
            break
        address = hop
    return address


def is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def is_within(address: str, networks: list) -> bool:
    return is_address(address) and any(ip_address(address) in network for network in networks)


class ClientAddressMiddleware:
    """Sets REMOTE_ADDR to the client's own address behind trusted proxies, and drops what strangers forged."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        remote = request.META.get("REMOTE_ADDR", "")
        forwarded = request.META.pop("HTTP_X_FORWARDED_FOR", "")
        trusted = settings.TRUSTED_PROXIES
        if trusted and is_within(remote, [ip_network(proxy, strict=False) for proxy in trusted]):
            request.META["REMOTE_ADDR"] = client_address(remote, forwarded, trusted)
        else:
            request.META.pop("HTTP_X_FORWARDED_PROTO", None)
        return self.get_response(request)


class HeadMiddleware:
    """Leaves out the body of an answer to HEAD, whose headers stay as they are: the server would too, and warn of each."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method == "HEAD" and isinstance(response, HttpResponse):
            response.content = b""
        return response


class PrivateApiMiddleware:
    """What the API tells depends on who asks: no cache may keep it, but for answers that say otherwise themselves."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path.startswith(("/api/", "/media/")):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class CompressTextMiddleware(GZipMiddleware):
    """Compresses text answers; pictures and downloads are left alone, since their bytes are ranged over and already dense."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.streaming or not TEXT.match(response.headers.get("Content-Type", "")):
            return response
        return super().process_response(request, response)

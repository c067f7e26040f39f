"""Clients that stop in the middle, against a real server: they keep nobody else waiting."""

import http.client
import socket
import time

import pytest

from config.tests.test_serve import port, status_of, until_open  # noqa: F401 - a fixture among them

THREADS = 16
BODY = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"


@pytest.fixture
def site(sqlite_house, port):  # noqa: F811 - the fixture
    """The port of a server that bears a second of silence."""
    with sqlite_house.running("serve", "--skip-checks", "--no-worker", "--silence=1", f"--port={port}") as serve:
        until_open(serve)
        yield port


def stalled(port, begun):  # noqa: F811
    client = socket.create_connection(("127.0.0.1", port), timeout=10)
    client.sendall(begun)
    return client


@pytest.mark.parametrize("begun", [b"", b"GET / HT", BODY % 10 + b"half"], ids=["nothing", "a line", "a body"])
def test_clients_that_stop_halfway_keep_no_thread(site, begun):
    clients = [stalled(site, begun) for _ in range(THREADS)]
    time.sleep(0.2)
    started = time.monotonic()
    assert status_of(site, "/healthz") == 404
    assert time.monotonic() - started < 3
    for client in clients:
        client.settimeout(5)
        while client.recv(4096):
            pass
        client.close()


def test_a_body_that_flows_slowly_is_read_to_its_end(site):
    client = stalled(site, BODY % 4)
    for _ in range(4):
        time.sleep(0.5)
        client.sendall(b"x")
    assert client.recv(4096).startswith(b"HTTP/1.1 404")
    client.close()


def test_after_an_answer_to_an_unread_body_the_connection_serves_on(site):
    connection = http.client.HTTPConnection("127.0.0.1", site, timeout=5)
    for _ in range(3):
        connection.request("POST", "/", body=b"GET /" * 100_000)
        answer = connection.getresponse()
        assert (answer.status, answer.headers["Connection"]) == (404, "keep-alive")
        answer.read()
    connection.close()


def test_where_too_much_is_left_unread_the_answer_says_that_it_is_the_last(site):
    client = stalled(site, BODY % 6_000_000 + b"x" * 6_000_000)
    assert b"Connection: close" in client.recv(4096)
    client.close()

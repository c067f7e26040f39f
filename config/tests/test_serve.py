"""`manage.py serve` as a real process: what it starts, says, survives and ends."""

import http.client
import os
import signal
import socket
from urllib.parse import quote

import pytest

from config.tests.processes import children_of, end, lives, wait_for
from config.tests.sample_tasks import note


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def status_of(port, path="/anything"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def until_open(process):
    """Read what the command says until it says where the site is."""
    return next(line for line in process.stdout if "http://" in line)


def test_it_says_where_the_site_is_answers_and_runs_tasks(sqlite_house, port):
    sqlite_house.enqueue(note, str(sqlite_house.notes), "job")
    with sqlite_house.running("serve", "--skip-checks", f"--port={port}") as serve:
        assert f"http://localhost:{port} " in until_open(serve)
        assert status_of(port) == 404
        wait_for(lambda: sqlite_house.statuses() == ["SUCCESSFUL"])
        family = children_of(serve.pid)
        assert end(serve, signal.SIGINT) < 10
        assert serve.returncode == 0
    assert not any(lives(pid) for pid in family)


def test_the_longest_search_fits_into_a_request(sqlite_house, port):
    with sqlite_house.running("serve", "--skip-checks", f"--port={port}", "--no-worker") as serve:
        until_open(serve)
        assert status_of(port, f"/anything?query={quote(500 * '🌊')}&tags={quote(50 * '🌊')}") == 404
        end(serve)


def test_a_worker_that_dies_is_started_anew(sqlite_house, port):
    with sqlite_house.running("serve", "--skip-checks", f"--port={port}") as serve:
        until_open(serve)
        server, worker = children_of(serve.pid)
        os.kill(worker, signal.SIGKILL)
        wait_for(lambda: len(children_of(serve.pid)) == 2 and worker not in children_of(serve.pid))
        assert server in children_of(serve.pid)
        end(serve)


def test_a_server_that_dies_ends_the_command_and_the_worker(sqlite_house, port):
    with sqlite_house.running("serve", "--skip-checks", f"--port={port}") as serve:
        until_open(serve)
        server, worker = children_of(serve.pid)
        os.kill(server, signal.SIGKILL)
        assert serve.wait(timeout=20) == 1
        assert "The server ended by itself (with -9)." in serve.stdout.read()
    assert not lives(worker)


def test_nothing_is_left_of_a_command_that_was_killed(sqlite_house, port):
    with sqlite_house.running("serve", "--skip-checks", f"--port={port}", "--workers=2") as serve:
        until_open(serve)
        server, worker = children_of(serve.pid)
        wait_for(lambda: len(children_of(server)) == 2)
        family = [server, worker, *children_of(server)]
        serve.kill()
        wait_for(lambda: not any(lives(pid) for pid in family))


def test_without_a_worker_the_server_is_alone(sqlite_house, port):
    with sqlite_house.running("serve", "--skip-checks", f"--port={port}", "--no-worker") as serve:
        wait_for(lambda: len(children_of(serve.pid)) == 1)
        until_open(serve)
        assert len(children_of(serve.pid)) == 1

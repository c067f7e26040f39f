"""Requests made from the OpenAPI description against a live server: none may end in a 5xx or in an undescribed answer.

    python benchmarks/fuzz_schema.py [--requests 2000] [--seed 1]

Half of the requests are signed in, half are a visitor's. Ids in paths are real ones two times out of three. The server
runs on a port of its own with an empty database and storage in a temporary folder, all of it gone at the end.
"""

import argparse
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import checks
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)


@schemathesis.serializer("application/offset+octet-stream")
def piece(_context: Any, value: Any) -> bytes:
    """The bytes of a piece of an upload by tus."""
    return value if isinstance(value, bytes) else str(value).encode()


ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

CHECKS = [
    checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
PERSON = {"username": "ada", "email": "ada@example.org", "password": "correct horse battery"}
# What would end the run: the account and its tokens stay. Each is tried by the suite's own tests.
LEFT_OUT = {("DELETE", "/api/auth/user"), ("DELETE", "/api/auth/tokens/{token_id}")}


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def site(folder: Path) -> Iterator[str]:
    """The address of a server of its own; its log is `folder/log`."""
    port = free_port()
    variables = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "SECRET_KEY": "of this run",
        "RATE_LIMITS": "off",
        "PORT": str(port),
    }
    manage = [sys.executable, str(ROOT / "manage.py")]
    subprocess.run([*manage, "migrate", "--verbosity", "0"], cwd=ROOT, env=variables, check=True)
    with (folder / "log").open("w") as log:
        server = subprocess.Popen([*manage, "serve"], cwd=ROOT, env=variables, stdout=log, stderr=log)
        try:
            wait_until_open(f"http://127.0.0.1:{port}", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait_until_open(address: str, server: subprocess.Popen, seconds: float = 120) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        try:
            if requests.get(f"{address}/healthz", timeout=5).ok:
                return
        except requests.RequestException:
            time.sleep(0.2)
    raise SystemExit("The server did not open.")


class World:
    """A person with pictures, files and folders, made again where a request deleted them."""

    def __init__(self, address: str) -> None:
        from gallery.tests.pictures import camera_jpeg

        self.address, self.picture = address, camera_jpeg(60, 40)
        session = requests.Session()
        session.headers["X-CSRFToken"] = session.get(f"{address}/api/auth/csrf").json()["csrf_token"]
        session.post(f"{address}/api/auth/register", json=PERSON).raise_for_status()
        session.headers["X-CSRFToken"] = session.cookies["csrftoken"]
        made = session.post(f"{address}/api/auth/tokens", json={"name": "fuzz"})
        made.raise_for_status()
        self.headers = {"Authorization": f"Bearer {made.json()['token']}"}
        self.token_id = made.json()["id"]

    def post(self, path: str, **sent: Any) -> dict[str, Any]:
        answer = requests.post(f"{self.address}/api/{path}", headers=self.headers, timeout=60, **sent)
        answer.raise_for_status()
        return answer.json()

    def ids(self) -> dict[str, str]:
        """Real ids for the parameters of paths, of things that are there now."""
        name = os.urandom(4).hex()
        image = self.post("upload", files={"file": (f"{name}.jpg", self.picture)}, data={"visibility": "public"})
        text = self.post("upload", files={"file": (f"{name}.txt", name.encode())})
        folder = self.post("folders", json={"name": name})
        return {
            "image_id": image["results"][0]["id"],
            "file_id": text["results"][0]["id"],
            "folder_id": folder["id"],
            "token_id": self.token_id,
        }


def explore(
    operation: Any, *, world: World, count: int, number: int, found: Counter[str], statuses: Counter[int]
) -> int:
    """Sends up to `count` requests to one operation and returns how many; what they showed is counted in the counters."""
    ids, chance, sent = world.ids(), random.Random(number), 0

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def send(case: Any) -> None:
        nonlocal sent
        sent += 1
        if chance.random() < 0.67:
            case.path_parameters |= {name: ids[name] for name in case.path_parameters or {} if name in ids}
        headers = world.headers if chance.random() < 0.5 else {}
        response = case.call(base_url=world.address, headers=headers, timeout=60)
        statuses[response.status_code] += 1
        try:
            case.validate_response(response, checks=CHECKS)
        except FailureGroup as group:
            for failure in group.exceptions:
                found[describe(operation, case, response, failure)] += 1

    send()
    return sent


def describe(operation: Any, case: Any, response: Any, failure: Exception) -> str:
    """One line for what failed, and the first request that showed it."""
    said = str(failure).strip().splitlines()
    return f"{operation.method.upper()} {operation.path} -> {response.status_code}: {said[0]} | {' '.join(said[1:4])[:200]}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    found: Counter[str] = Counter()
    statuses: Counter[int] = Counter()
    with tempfile.TemporaryDirectory(prefix="atelier-fuzz-") as folder, site(Path(folder)) as address:
        schema = schemathesis.openapi.from_url(f"{address}/api/schema")
        operations = [each.ok() for each in schema.get_all_operations()]
        operations = [each for each in operations if (each.method.upper(), each.path) not in LEFT_OUT]
        world, sent, each_gets = World(address), 0, -(-arguments.requests // len(operations))
        for number, operation in enumerate(operations):
            sent += explore(
                operation, world=world, count=each_gets, number=arguments.seed + number, found=found, statuses=statuses
            )
            print(f"{sent:6} {operation.method.upper():6} {operation.path}", flush=True)
        log = (Path(folder) / "log").read_text()
    for what, times in found.most_common():
        print(f"{times:5} × {what}")
    print("  ".join(f"{status}: {times}" for status, times in sorted(statuses.items())))
    print(f"{sent} requests to {len(operations)} operations, {found.total()} failures of {len(found)} kinds.")
    print("\n".join([line for line in log.splitlines() if '"level": "error"' in line][:5])[:6000])
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())

"""A real nginx with deploy/nginx.conf, for tests: its paths, ports and key put in the place of those that stand there."""

import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings

BINARY = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Nginx:
    """A running nginx: the site on `port`, the way from plain HTTP on `plain`."""

    port: int
    plain: int
    pid: int = 0

    def get(self, path: str, *, port: int = 0, method: str = "GET", **headers: str) -> Answer:
        """Asks for a path as it is written, however odd."""
        connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


def free_port() -> int:
    with socket.socket() as unbound:
        unbound.bind(("127.0.0.1", 0))
        return unbound.getsockname()[1]


def adapted(text: str, *, room: Path, upstream: int, ports: Nginx) -> str:
    """deploy/nginx.conf for a test: without TLS, as the present user, in a folder of its own."""
    temporary = "".join(f"{each}_temp_path {room / each};\n" for each in TEMPORARY)
    user = "user root;" if os.getuid() == 0 else ""
    for old, new in {
        "user atelier;": f"{user} daemon off;",
        "/run/nginx.pid": str(room / "nginx.pid"),
        "/var/log/nginx": str(room),
        "http {\n": "http {\n" + temporary,
        "listen 80;": f"listen 127.0.0.1:{ports.plain};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{ports.port};",
        "server 127.0.0.1:5005;": f"server 127.0.0.1:{upstream};",
        'default "";': f'default "{settings.MEDIA_SIGNING_KEY}";',
        "/srv/atelier/media": str(settings.MEDIA_ROOT),
        "/srv/atelier/staticfiles": str(settings.STATIC_ROOT),
        "/srv/atelier/deploy": str(Path(settings.BASE_DIR) / "deploy"),
    }.items():
        assert old in text, old
        text = text.replace(old, new)
    return re.sub(r"^ *(ssl_.*|listen \[::\].*)\n", "", text, flags=re.MULTILINE)


@contextmanager
def nginx(room: Path, *, upstream: int, more: str = "") -> Iterator[Nginx]:
    """nginx in front of an application on the port `upstream`, until the block ends; `more` is put into its http block."""
    room.mkdir()
    ports = Nginx(free_port(), free_port())
    text = (Path(settings.BASE_DIR) / "deploy" / "nginx.conf").read_text()
    text = adapted(text, room=room, upstream=upstream, ports=ports)
    (room / "nginx.conf").write_text(text.replace("http {\n", f"http {{\n{more}\n"))
    command = [BINARY, "-p", str(room), "-c", str(room / "nginx.conf"), "-e", str(room / "error.log")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        until = time.monotonic() + 10
        while not listens(ports.port):
            assert process.poll() is None, process.stderr.read()
            assert time.monotonic() < until, "nginx did not start"
            time.sleep(0.02)
        yield replace(ports, pid=process.pid)
    finally:
        process.terminate()
        process.communicate(timeout=10)


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0

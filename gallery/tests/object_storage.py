"""Object storage for tests: moto's server, a process of its own that can be stopped and started again."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4

from gallery.storage.connection import client

SERVER = """
import sys
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer("127.0.0.1", int(sys.argv[1]), verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
for order in sys.stdin:
    if order == "stop\\n":
        server.stop()
        server._server.server_close()
    else:
        server.start()
    print("done", flush=True)
"""


@dataclass
class StorageServer:
    """A running server; `away()` makes it one that nobody listens at, what it keeps staying kept."""

    process: subprocess.Popen[str]
    port: int

    def order(self, word: str) -> None:
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "done\n"

    @contextmanager
    def away(self) -> Iterator[None]:
        self.order("stop")
        try:
            yield
        finally:
            self.order("start")

    def options(self, **changed: object) -> dict[str, object]:
        """A bucket nobody has used yet, as settings.OBJECT_STORAGE."""
        options = {
            "bucket": f"atelier-{uuid4().hex}",
            "endpoint": f"http://127.0.0.1:{self.port}",
            "region": "us-east-1",
            "key": "tests",
            "secret": "of these tests",
            "prefix": "library/",
            "addressing": "path",
            "redirect": True,
        } | changed
        client(options).create_bucket(Bucket=options["bucket"])
        return options


@contextmanager
def storage_server(port: int) -> Iterator[StorageServer]:
    command = [sys.executable, "-c", SERVER, str(port)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        yield StorageServer(process, int(process.stdout.readline()))
    finally:
        process.kill()
        process.communicate()

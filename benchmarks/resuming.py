"""A client of the tus protocol that does not give up: after a broken line it asks how far it came, and goes on."""

import base64
import hashlib
import http.client
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.client import BROWSER, Busy, Unexpected

TUS = {**BROWSER, "Tus-Resumable": "1.0.0"}
BYTES = "application/offset+octet-stream"
WITHIN = 60  # seconds for a server to come back
CRUMB = 64 * 1024


@dataclass
class Sending:
    """One file on its way. `pace` is the seconds between two crumbs of a piece; `broken` counts lines that broke."""

    port: int
    headers: Mapping[str, str]
    name: str
    data: bytes
    piece: int
    pace: float = 0.0
    address: str = ""
    offset: int = 0
    result_id: str = ""
    broken: int = 0
    waited: int = 0  # answers that asked to come again

    def ask(self, method: str, path: str, *, expected: int, body: object = None, **headers: str) -> Mapping[str, str]:
        """The headers of an answer. Raises Unexpected for another status, Busy for 503 and 423, OSError for a broken line."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, body, {**TUS, **self.headers, **given})
            answer = connection.getresponse()
            content = answer.read()
        except http.client.HTTPException as error:
            raise ConnectionError(str(error)) from error
        finally:
            connection.close()
        if answer.status != expected:
            kind = Busy if answer.status in {423, 503} else Unexpected
            raise kind(f"{method} {path}: {answer.status} {content[:300]!r}")
        return answer.headers

    def announce(self) -> None:
        said = f"filename {base64.b64encode(self.name.encode()).decode()}"
        told = self.ask("POST", "/api/uploads", expected=201, Upload_Length=str(len(self.data)), Upload_Metadata=said)
        self.address = "/" + told["Location"].split("/", 3)[3]

    def look(self) -> None:
        """Asks how far it is."""
        told = self.ask("HEAD", self.address, expected=200)
        self.offset, self.result_id = int(told["Upload-Offset"]), told.get("Upload-Result-Id", "")

    def send_piece(self) -> None:
        """The next piece; every other one with its checksum."""
        piece = self.data[self.offset : self.offset + self.piece]
        said = {"Content_Length": str(len(piece)), "Content_Type": BYTES, "Upload_Offset": str(self.offset)}
        if self.offset // self.piece % 2:
            said["Upload_Checksum"] = f"sha1 {base64.b64encode(hashlib.sha1(piece).digest()).decode()}"
        told = self.ask("PATCH", self.address, expected=204, body=self.crumbs(piece), **said)
        self.offset, self.result_id = int(told["Upload-Offset"]), told.get("Upload-Result-Id", "")

    def crumbs(self, piece: bytes) -> Iterator[bytes]:
        for start in range(0, len(piece), CRUMB):
            yield piece[start : start + CRUMB]
            time.sleep(self.pace)

    def deliver(self, *, until: int | None = None) -> None:
        """Sends on until so much is there, or the file is taken. Raises Unexpected, and TimeoutError after WITHIN seconds
        without an answer."""
        heard, is_lost = time.monotonic(), False
        while not self.result_id and (until is None or self.offset < until):
            try:
                self.step(is_lost=is_lost)
                heard, is_lost = time.monotonic(), False
            except (OSError, Busy) as trouble:
                if time.monotonic() - heard > WITHIN:
                    raise TimeoutError(f"{self.name}: no answer for {WITHIN} s: {trouble}") from trouble
                is_lost = True
                self.broken += not isinstance(trouble, Busy | ConnectionRefusedError)  # refused: it is being started
                self.waited += isinstance(trouble, Busy)
                time.sleep(0.3)

    def step(self, *, is_lost: bool) -> None:
        """The next request; one who is lost asks where they are before they send anything."""
        if not self.address:
            self.announce()
        elif is_lost:
            self.look()
        else:
            self.send_piece()

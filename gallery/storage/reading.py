"""Reading a file in object storage as though it were open here."""

import io
from typing import Any, BinaryIO, cast

from botocore.exceptions import ClientError

from gallery.storage.connection import code_of, faults_told


class ObjectReader(io.RawIOBase):
    """An object, streamed from where it is sought to; what lies before is not fetched, nor what is not read.

    `seek` asks storage at once, so that what is missing is known before an answer begins. Raises FileNotFoundError and
    StorageTrouble from there and from reading.
    """

    def __init__(self, client: Any, bucket: str, key: str) -> None:
        self.client, self.bucket, self.key = client, bucket, key
        self.position = 0
        self.stream: Any = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """From the start or from here; from the end it would take a question more, which nobody asks."""
        if whence not in {io.SEEK_SET, io.SEEK_CUR}:
            raise io.UnsupportedOperation("a seek from the end")
        target = offset + (self.position if whence == io.SEEK_CUR else 0)
        if self.stream is None or target != self.position:
            self.hang_up()
            self.position = target
            self.stream = self.fetch()
        return target

    def fetch(self) -> Any:
        """The stream of bytes from here to the end; an empty one behind it."""
        part = {"Range": f"bytes={self.position}-"} if self.position else {}
        with faults_told(self.key):
            try:
                return self.client.get_object(Bucket=self.bucket, Key=self.key, **part)["Body"]
            except ClientError as error:
                if code_of(error) == "InvalidRange":
                    return io.BytesIO()
                raise

    def readinto(self, buffer: Any) -> int:
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def read(self, size: int | None = -1) -> bytes:
        if self.stream is None:
            self.stream = self.fetch()
        with faults_told(self.key):
            piece: bytes = self.stream.read(None if size is None or size < 0 else size)
        self.position += len(piece)
        return piece

    def hang_up(self) -> None:
        """Closes the connection: what is left unread of a large file must not come in for nothing."""
        if self.stream is not None:
            self.stream.close()
            self.stream = None

    def close(self) -> None:
        self.hang_up()
        super().close()


def reader(client: Any, bucket: str, key: str) -> BinaryIO:
    return cast(BinaryIO, ObjectReader(client, bucket, key))

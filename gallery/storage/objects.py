"""Shelves in object storage (S3's protocol): one private bucket, a prefix for each shelf."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from botocore.exceptions import ClientError
from django.conf import settings

from gallery.intake.staging import staging_room
from gallery.storage.connection import code_of, faults_told
from gallery.storage.reading import reader
from gallery.storage.shelves import Shelf, StorageTrouble, place

SIGNED_FOR = 60  # seconds that a signed address lives
AT_ONCE = 1000  # names that one request may delete
TYPES = {".webp": "image/webp", ".avif": "image/avif", ".jpg": "image/jpeg", ".png": "image/png"}
# How a header of an answer is asked for in a signed address.
ASKED = {
    "Content-Type": "ResponseContentType",
    "Content-Disposition": "ResponseContentDisposition",
    "Cache-Control": "ResponseCacheControl",
}


@dataclass(frozen=True)
class ObjectShelf:
    """A prefix in a bucket. `cache_control` is what a CDN in front of it is told of every file, where one is."""

    client: Any
    bucket: str
    prefix: str
    cache_control: str = ""

    def __str__(self) -> str:
        return f"the bucket {self.bucket}, {self.prefix}"

    def key(self, name: str) -> str:
        """Where a name lies in the bucket. Raises ValueError for what is no name of ours."""
        return f"{self.prefix}/{place(name)}"

    def put(self, source: Path, name: str) -> None:
        """Sends a staged file, its hash checked on arrival. Where the name exists nothing is done: its bytes are the same,
        or as good.

        After an error it may be there all the same, the answer alone having been lost: `verify_storage` finds it. To delete it
        here could delete what another process has just put.
        """
        with faults_told(self.key(name)), source.open("rb") as body:
            try:
                self.client.put_object(
                    Bucket=self.bucket, Key=self.key(name), Body=body, IfNoneMatch="*", **self.described(name)
                )
            except ClientError as error:
                if code_of(error) not in {"PreconditionFailed", "412"}:
                    raise

    def described(self, name: str) -> dict[str, str]:
        """What is kept beside the bytes, for whoever sends them without us."""
        described = {"ContentType": TYPES.get(Path(name).suffix, "application/octet-stream")}
        return described | ({"CacheControl": self.cache_control} if self.cache_control else {})

    def take(self, other: Shelf, name: str) -> None:
        """Within the bucket without a byte passing here."""
        if not isinstance(other, ObjectShelf):
            with other.local(name) as path:
                self.put(path, name)
            return
        origin = {"Bucket": other.bucket, "Key": other.key(name)}
        described = {"MetadataDirective": "REPLACE", **self.described(name)}
        with faults_told(other.key(name)):
            self.client.copy_object(Bucket=self.bucket, Key=self.key(name), CopySource=origin, **described)

    def open(self, name: str) -> BinaryIO:
        return reader(self.client, self.bucket, self.key(name))

    @contextmanager
    def local(self, name: str) -> Iterator[Path]:
        """A copy among what is staged. Raises FileNotFoundError, StorageTrouble."""
        with tempfile.TemporaryDirectory(dir=staging_room(), prefix="fetched-") as folder:
            path = Path(folder) / name
            with self.open(name) as source, path.open("wb") as target:
                while piece := source.read(1024 * 1024):
                    target.write(piece)
            yield path

    def head(self, name: str) -> dict[str, Any] | None:
        """What storage says of a file, None where it is missing. A missing bucket looks the same: see `probe`."""
        try:
            with faults_told(self.key(name)):
                found: dict[str, Any] = self.client.head_object(Bucket=self.bucket, Key=self.key(name))
        except FileNotFoundError:
            return None
        return found

    def size(self, name: str) -> int | None:
        found = self.head(name)
        return int(found["ContentLength"]) if found else None

    def is_young(self, name: str, seconds: float = 600) -> bool:
        found = self.head(name)
        return found is None or (datetime.now(UTC) - found["LastModified"]).total_seconds() < seconds

    def delete(self, name: str) -> None:
        with faults_told(self.key(name)):
            self.client.delete_object(Bucket=self.bucket, Key=self.key(name))

    def delete_many(self, names: Iterable[str]) -> None:
        """Removes files, a thousand with one request. Raises StorageTrouble where any of them stays."""
        keys = [{"Key": self.key(name)} for name in names]
        for start in range(0, len(keys), AT_ONCE):
            wanted = {"Objects": keys[start : start + AT_ONCE], "Quiet": True}
            with faults_told(self.prefix):
                answer = self.client.delete_objects(Bucket=self.bucket, Delete=wanted)
            if errors := answer.get("Errors"):
                raise StorageTrouble(f"object storage keeps {len(errors)} files: {errors[0].get('Code')}")

    def names(self) -> Iterator[str]:
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=f"{self.prefix}/")
        with faults_told(self.prefix):
            for page in pages:
                for entry in page.get("Contents", ()):
                    yield entry["Key"].rpartition("/")[2]

    def probe(self) -> None:
        """Raises StorageTrouble where the bucket is away, missing, or not ours to list."""
        try:
            with faults_told(self.bucket):
                self.client.list_objects_v2(Bucket=self.bucket, Prefix=f"{self.prefix}/", MaxKeys=1)
        except FileNotFoundError as error:
            raise StorageTrouble(f"there is no bucket {self.bucket}") from error

    def handover(self, name: str, *, headers: dict[str, str]) -> dict[str, str]:
        """A redirect to a signed address, unless settings.OBJECT_STORAGE says that everything passes through here."""
        if not settings.OBJECT_STORAGE["redirect"]:
            return {}
        asked = {ASKED[header]: value for header, value in headers.items() if header in ASKED}
        wanted = {"Bucket": self.bucket, "Key": self.key(name), **asked}
        return {"Location": self.client.generate_presigned_url("get_object", Params=wanted, ExpiresIn=SIGNED_FOR)}

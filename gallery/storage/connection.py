"""How object storage is spoken to (S3's protocol), and what its faults mean here."""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from gallery.storage.shelves import StorageTrouble

MISSING = frozenset({"404", "NoSuchKey"})
# Requests of one process at once: its threads, and as many that still stream to slow clients.
CONNECTIONS = 64


def client(options: Mapping[str, Any]) -> Any:
    """A client for settings.OBJECT_STORAGE. It may be shared by threads; making one takes 0.1 s, so it is kept."""
    names = ("endpoint", "region", "key", "secret", "addressing")
    return client_for(*(options[name] or None for name in names))


@lru_cache(maxsize=4)
def client_for(endpoint: str | None, region: str | None, key: str | None, secret: str | None, addressing: str) -> Any:
    config = Config(
        signature_version="s3v4",
        # The hash of what is sent is signed, and so checked by every server; checksums in trailers some do not know.
        s3={"addressing_style": addressing, "payload_signing_enabled": True},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        connect_timeout=3,
        read_timeout=20,
        retries={"mode": "standard", "total_max_attempts": 2},
        max_pool_connections=CONNECTIONS,
    )
    # Without keys boto looks for those of the machine's role.
    session = boto3.session.Session(aws_access_key_id=key, aws_secret_access_key=secret, region_name=region)
    return session.client("s3", endpoint_url=endpoint, config=config)


@contextmanager
def faults_told(what: str) -> Iterator[None]:
    """Within it, what is missing is a FileNotFoundError and any other fault of storage a StorageTrouble about `what`; without
    boto's own traceback, which tells no more and fills a page of the log with every request."""
    try:
        yield
    except ClientError as error:
        code = code_of(error)
        if code in MISSING:
            raise FileNotFoundError(errno.ENOENT, "not in object storage", what) from None
        raise StorageTrouble(f"object storage refuses {what}: {code}") from None
    except BotoCoreError as error:
        raise StorageTrouble(f"object storage does not answer for {what}: {error}") from None


def code_of(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))

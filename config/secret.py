"""The key that signs sessions, links and rendition names."""

import os
from collections.abc import Mapping
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def secret_key(environment: Mapping[str, str], path: Path) -> str:
    """SECRET_KEY, or the one kept in `path`, made on the first start and readable by its owner alone.

    Two processes that start at once agree: the key is written whole under a name of its own and linked into place,
    which one of them wins.
    """
    if key := environment.get("SECRET_KEY", "").strip():
        return key
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(get_random_secret_key())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()

"""The key that signs sessions, links and rendition names."""

import os
import tempfile
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
        # Its name is unique beyond the process: two containers on one disk may both be process 1.
        descriptor, name = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
        draft = Path(name)
        with os.fdopen(descriptor, "w") as file:
            file.write(get_random_secret_key())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()

"""Clearing up behind uploads that never ended."""

import shutil

from gallery.intake.staging import stale
from gallery.models import File
from gallery.storage import originals

# Longer than any upload takes: what is younger may still be coming in.
ABANDONED = 6 * 60 * 60


def sweep(older_than: float = ABANDONED) -> int:
    """Removes what has been staged for more than so many seconds, and bytes that were put in place beside it but never
    came to have a row. Returns how many were removed."""
    removed = 0
    for path in stale(older_than):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            if "." not in path.name and not File.objects.filter(stored_name=path.name).exists():
                originals().delete(path.name)
            path.unlink(missing_ok=True)
        removed += 1
    return removed

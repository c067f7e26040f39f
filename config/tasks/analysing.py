"""What the database knows of its own tables."""

from django.db import connection
from django_tasks import task

SAMPLE = 1_000
"""Rows of each index that SQLite looks at: a second's work at a million rows, where all of them would take minutes."""


@task(queue_name="background")
def analyse() -> bool:
    """Has SQLite count what its tables hold, which it never does by itself: without, it guesses which index is the better one.
    PostgreSQL does so on its own. Returns whether there was anything to do."""
    if connection.vendor != "sqlite":
        return False
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit = {SAMPLE}")
        cursor.execute("ANALYZE")
    return True

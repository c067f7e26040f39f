"""Who may keep a copy of an answer, and for how long."""

from enum import Enum


class Audience(Enum):
    """For whom an answer is, and what caches are told."""

    EVERYONE = "public, max-age=300, stale-while-revalidate=60"
    EVERYONE_BRIEFLY = "public, max-age=60"  # what is hidden is gone within a minute
    OWNER = "private, max-age=300"
    SOME = "private, no-store"

    @property
    def is_everyone(self) -> bool:
        return self in {Audience.EVERYONE, Audience.EVERYONE_BRIEFLY}

"""When a failed task is tried again, and when no more."""

from datetime import timedelta

PAUSES = tuple(timedelta(seconds=seconds) for seconds in (10, 60, 5 * 60, 30 * 60, 2 * 60 * 60))
MOST_ATTEMPTS = len(PAUSES) + 1


def may_try_again(error: BaseException, *, attempts: int) -> bool:
    """Whether a task that failed for the `attempts`-th time with this error gets another chance.

    An exception with a true attribute `never_retry` says that trying again cannot help. It is an attribute, not a
    class of ours, because the apps whose tasks raise it import nothing from here.
    """
    return attempts < MOST_ATTEMPTS and not getattr(error, "never_retry", False)


def pause_after(attempts: int, *, chance: float) -> timedelta:
    """How long to wait after the `attempts`-th failure (from 1).

    `chance`, in [0, 1), spreads the pause over 80 to 120 % of its length, lest everything that failed together (a
    mail server gone, say) comes back together.
    """
    return PAUSES[attempts - 1] * (0.8 + 0.4 * chance)

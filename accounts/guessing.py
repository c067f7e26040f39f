"""The lock against guessing passwords: exact, per account, and not a rate limit that can be turned off.

A wrong password is one row. While there are 5 from one address for an account within 15 minutes, or 10 for the
account from anywhere within 10 minutes (a sliding window), every answer about it is a refusal: of guesses made at the
same time, at most so many learn that they were wrong. An account that does not exist is counted alike.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from accounts.exceptions import TooManyRequests
from accounts.models import Guess, User
from accounts.waiting import come_back

PER_ADDRESS = (5, timedelta(minutes=15))
PER_ACCOUNT = (10, timedelta(minutes=10))


@dataclass(frozen=True)
class Door:
    """An account, as seen from an address; both as keyed hashes."""

    account: str
    place: str

    def require_open(self) -> None:
        """Raise TooManyRequests, with `wait` in seconds, while this is locked."""
        self._require_open()

    def record_failure(self) -> None:
        """Count a wrong password; raises TooManyRequests, and counts nothing, where others came first."""
        guess = Guess.objects.create(account=self.account, place=self.place, made_at=timezone.now())
        try:
            self._require_open(but=guess.pk)
        except TooManyRequests:
            guess.delete()
            raise

    def record_success(self) -> None:
        """Forget the failures of this address. Those of the account stay, or its owner's visits would help guessers."""
        Guess.objects.filter(place=self.place).update(place=None)

    def _require_open(self, *, but: int = 0) -> None:
        now = timezone.now()
        waits = []
        for field, key, (limit, span) in (("place", self.place, PER_ADDRESS), ("account", self.account, PER_ACCOUNT)):
            recent = Guess.objects.filter(**{field: key}, made_at__gt=now - span).exclude(pk=but)
            times = recent.order_by("-made_at").values_list("made_at", flat=True)[:limit]
            if len(times) == limit:
                waits.append(times[limit - 1] + span - now)
        if waits:
            wait = int(max(waits).total_seconds()) + 1
            raise TooManyRequests(" ".join([_("Too many failed attempts."), come_back(wait)]), wait=wait)


def door(user: User | None, *, identifier: str, address: str) -> Door:
    """The door to a user or, where there is none, to the name or email that was tried, whatever its case."""
    account = _account(user) if user else f"name:{identifier.strip().lower()}"
    return Door(account=_hashed(account), place=_hashed(f"{account} from {address}"))


def forget(user: User) -> None:
    """Open every door to a user whose password is new: what was guessed before tells nothing about it."""
    Guess.objects.filter(account=_hashed(_account(user))).delete()


def clear_old() -> int:
    """Delete the guesses that no longer count; returns how many."""
    longest = max(PER_ADDRESS[1], PER_ACCOUNT[1])
    return Guess.objects.filter(made_at__lt=timezone.now() - longest).delete()[0]


def _account(user: User) -> str:
    return f"user:{user.pk}"


def _hashed(text: str) -> str:
    return salted_hmac("accounts.guessing", text, algorithm="sha256").hexdigest()

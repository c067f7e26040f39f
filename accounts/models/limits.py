"""What is remembered about how often something was tried. Who tried is kept as a keyed hash only."""

from django.db import models


class RateCount(models.Model):
    """How much of a rate limit is spent in one window. See `accounts.rates`."""

    pk = models.CompositePrimaryKey("key", "window_start")
    key = models.CharField(max_length=64)
    window_start = models.BigIntegerField(help_text="Seconds since 1970.", db_index=True)
    count = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.key[:8]}… {self.count}"


class Guess(models.Model):
    """One wrong password, or one being checked now. See `accounts.guessing`."""

    account = models.CharField(max_length=64)
    place = models.CharField(
        max_length=64, null=True, help_text="Account and address; empty once they have signed in there."
    )
    made_at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["account", "made_at"], name="accounts_guess_account")]

    def __str__(self) -> str:
        return f"{self.account[:8]}… {self.made_at:%Y-%m-%d %H:%M:%S}"

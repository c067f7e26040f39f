"""What makes the visitors of a day alike to themselves, and strangers to every other day."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DaySalt(models.Model):
    """The random salt with which the visitors of one day (UTC) are told apart, the same for all processes.

    It is deleted when the day is over: from then on nobody, whoever runs the site included, can work out which row was whose.
    """

    day = models.DateField(primary_key=True)
    salt = models.BinaryField(max_length=32)

    class Meta:
        verbose_name = _("salt of a day")
        verbose_name_plural = _("salts of days")

    def __str__(self) -> str:
        return str(self.day)

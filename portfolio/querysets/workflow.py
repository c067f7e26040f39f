"""The log of statuses: read and added to, nothing else."""

from typing import Any, NoReturn

from django.db import models


class StatusChangeQuerySet(models.QuerySet):
    def update(self, **changes: Any) -> NoReturn:
        """What was written stays as it was written."""
        raise TypeError("The log of statuses is only added to.")

    def delete(self) -> NoReturn:
        """And where it was written."""
        raise TypeError("The log of statuses is only added to.")

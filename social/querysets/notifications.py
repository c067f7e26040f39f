"""What a person is told of."""

from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q


class NotificationQuerySet(models.QuerySet):
    def tellable(self, person: Any) -> Self:
        """What there is to tell a person, on the site or by mail: of kinds that are known, about what they may see, of somebody
        who is not shut out."""
        from social.notifying.kinds import kinds, targets

        about = [
            Q(Exists(target.visible_to(person).filter(pk=OuterRef("target_id"))), target_type=name)
            for name, target in targets().items()
        ]
        return self.filter(reduce(or_, about), recipient=person.pk, actor_count__gt=0, kind__in=list(kinds()))

    def visible_to(self, viewer: Any) -> Self:
        """What a viewer is told on the site: their own."""
        return self.tellable(viewer).filter(is_on_site=True) if viewer.is_authenticated else self.none()

    def unread(self) -> Self:
        return self.filter(read_at__isnull=True)

    def to_mail(self, claimed_at: datetime | None = None) -> Self:
        """What waits to be mailed; with `claimed_at` also what was claimed then, and neither sent nor given back."""
        unsent = Q(mailed_at__isnull=True)
        return self.filter(unsent if claimed_at is None else unsent | Q(mailed_at=claimed_at), read_at__isnull=True)

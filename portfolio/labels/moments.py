"""When something was, as one says it."""

from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

RECENT = timedelta(days=7)
# Whole phrases: other languages bend the unit after their word for “ago”, which Django's `timesince` cannot know.
UNITS = (
    (timedelta(days=1), ngettext_lazy("%(count)d day ago", "%(count)d days ago", "count")),
    (timedelta(hours=1), ngettext_lazy("%(count)d hour ago", "%(count)d hours ago", "count")),
    (timedelta(minutes=1), ngettext_lazy("%(count)d minute ago", "%(count)d minutes ago", "count")),
)
LEFT = (
    (timedelta(days=1), ngettext_lazy("%(count)d day left", "%(count)d days left", "count")),
    (timedelta(hours=1), ngettext_lazy("%(count)d hour left", "%(count)d hours left", "count")),
    (timedelta(minutes=1), ngettext_lazy("%(count)d minute left", "%(count)d minutes left", "count")),
)


def moment_of(at: datetime, *, now: datetime) -> str:
    """“just now”, “3 hours ago” and, from a week on, the day."""
    age = now - at
    if age >= RECENT:
        return date_format(at, "DATE_FORMAT")
    return next((str(words % {"count": age // unit}) for unit, words in UNITS if age >= unit), _("just now"))


def left_until(moment: datetime, *, now: datetime) -> str:
    """“12 days left”, in whole units of what is still to come, “less than a minute left” at the end."""
    left = moment - now
    return next(
        (str(words % {"count": left // unit}) for unit, words in LEFT if left >= unit), _("less than a minute left")
    )

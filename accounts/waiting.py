"""How long to wait, in words."""

from django.utils.translation import ngettext


def come_back(seconds: int) -> str:
    """A sentence: `Try again in 40 seconds.`, from 100 of them on in minutes, from 100 of those on in hours, rounded up."""
    minutes, hours = -(-seconds // 60), -(-seconds // 3600)
    if seconds < 100:
        return ngettext("Try again in %(count)d second.", "Try again in %(count)d seconds.", seconds) % {
            "count": seconds
        }
    if minutes < 100:
        return ngettext("Try again in %(count)d minute.", "Try again in %(count)d minutes.", minutes) % {
            "count": minutes
        }
    return ngettext("Try again in %(count)d hour.", "Try again in %(count)d hours.", hours) % {"count": hours}

"""A wrong installation, told by `manage.py check`."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as CheckWarning

NOT_YET = ("S3_BUCKET", "S3_ENDPOINT_URL", "CDN_URL")


@register()
def what_is_set_has_an_effect(**_options: Any) -> list[CheckMessage]:
    """A variable that is set and does nothing would let somebody believe that their pictures are elsewhere."""
    return [
        Error(
            f"{name} is set, but this release keeps everything below MEDIA_ROOT.",
            hint=f"Unset {name}: object storage and a CDN come with a later release.",
            id="config.E001",
        )
        for name in NOT_YET
        if settings.ENV.get(name)
    ]


@register(Tags.security)
def cookies_are_secure_behind_a_proxy(**_options: Any) -> list[CheckMessage]:
    """A site behind a proxy is most often reached by HTTPS, and then its cookies should not travel without."""
    if settings.TRUSTED_PROXIES and not settings.SESSION_COOKIE_SECURE:
        hint = "Name the site's https:// origin in CSRF_TRUSTED_ORIGINS, or set COOKIE_SECURE to true or, without HTTPS, false."
        if not settings.ENV.get("COOKIE_SECURE"):
            return [CheckWarning("Cookies are sent without HTTPS too.", hint=hint, id="config.W001")]
    return []

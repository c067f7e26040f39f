"""A wrong installation, told by `manage.py check`."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as CheckWarning

from accounts.languages import is_compiled
from gallery.storage import disk_shelf

LARGEST_OBJECT = 5 * 1024**3


@register()
def storage_is_moved_whole(**_options: Any) -> list[CheckMessage]:
    """Files that lie where nobody looks for them any more would be missing from the site, one by one."""
    if settings.OBJECT_STORAGE and any(disk_shelf("originals").names()):
        hint = (
            "Run: python manage.py move_storage --to s3. It copies and verifies; then move the folders originals and "
            "renditions out of MEDIA_ROOT. To stay on the disk, unset S3_BUCKET."
        )
        return [Error("S3_BUCKET is set, but originals lie below MEDIA_ROOT still.", hint=hint, id="config.E001")]
    return []


@register()
def copies_are_published_where_they_are_told(**_options: Any) -> list[CheckMessage]:
    """Copies that stay published without CDN_URL, or where they are no longer published, would not be withdrawn with what they
    show."""
    if not any(disk_shelf("public").names()):
        return []
    if settings.OBJECT_STORAGE:
        hint = (
            "Delete the folder public in MEDIA_ROOT. Where CDN_URL is set, then run: python manage.py verify_storage --repair. "
            "It publishes in the bucket what was published on the disk."
        )
        return [
            Error("S3_BUCKET is set, but copies are published below MEDIA_ROOT still.", hint=hint, id="config.E005")
        ]
    if not settings.CDN_URL:
        hint = "Run: python manage.py publish_copies. Without CDN_URL it withdraws what is published."
        return [Error("CDN_URL is not set, but copies are published still.", hint=hint, id="config.E002")]
    return []


@register()
def signed_addresses_are_checked(**_options: Any) -> list[CheckMessage]:
    """An address that nginx is to check by itself needs nginx in front, and the copies on its disk."""
    if settings.MEDIA_SIGNING_KEY and (settings.OBJECT_STORAGE or not settings.ACCEL_REDIRECT):
        hint = "Set ACCEL_REDIRECT as deploy/nginx.conf does, and keep storage on the disk, or unset MEDIA_SIGNING_KEY."
        return [Error("MEDIA_SIGNING_KEY is set, but no nginx sends copies.", hint=hint, id="config.E003")]
    return []


@register()
def a_file_goes_out_of_the_house_in_one_piece(**_options: Any) -> list[CheckMessage]:
    """Object storage takes 5 GiB with one request, and no more."""
    if settings.OBJECT_STORAGE and settings.MAX_UPLOAD_SIZE > LARGEST_OBJECT:
        hint = f"Set it to {LARGEST_OBJECT} or less."
        return [Error("MAX_UPLOAD_SIZE is more than object storage takes.", hint=hint, id="config.E004")]
    return []


@register(Tags.security)
def cookies_are_secure_behind_a_proxy(**_options: Any) -> list[CheckMessage]:
    """A site behind a proxy is most often reached by HTTPS, and then its cookies should not travel without."""
    if settings.TRUSTED_PROXIES and not settings.SESSION_COOKIE_SECURE:
        hint = "Name the site's https:// origin in CSRF_TRUSTED_ORIGINS, or set COOKIE_SECURE to true or, without HTTPS, false."
        if not settings.ENV.get("COOKIE_SECURE"):
            return [CheckWarning("Cookies are sent without HTTPS too.", hint=hint, id="config.W001")]
    return []


@register()
def every_language_is_compiled(**_options: Any) -> list[CheckMessage]:
    """A language whose catalogue is not compiled is not offered, and who prefers it reads English."""
    missing = [name for code, name in settings.LANGUAGES if code != settings.LANGUAGE_CODE and not is_compiled(code)]
    hint = "Run: make setup, or pybabel compile -D django -d locale."
    return [CheckWarning(f"The site cannot speak {name} yet.", hint=hint, id="config.W002") for name in missing]


@register()
def mails_know_where_the_site_is(**_options: Any) -> list[CheckMessage]:
    """Where any host is allowed, whoever likes a work would choose where the links in its artist's mail lead: none is sent."""
    if "*" in settings.ALLOWED_HOSTS and not settings.SITE_URL:
        hint = "Set SITE_URL to the site's origin, such as https://atelier.example, or name the hosts in ALLOWED_HOSTS."
        return [CheckWarning("Notifications are not sent by mail.", hint=hint, id="config.W003")]
    return []

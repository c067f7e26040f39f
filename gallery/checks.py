"""A wrong installation of the library, told by `manage.py check`."""

from pathlib import Path
from typing import Any

import magic
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"


@register()
def originals_are_out_of_reach(**_options: Any) -> list[CheckMessage]:
    """An original below a folder that the web server hands out is public, whatever its owner said."""
    media = Path(settings.MEDIA_ROOT).resolve()
    served = [Path(folder).resolve() for folder in (settings.STATIC_ROOT, *settings.STATICFILES_DIRS)]
    if any(media == folder or folder in media.parents for folder in served):
        hint = "Set MEDIA_ROOT to a folder outside static/ and staticfiles/, which everyone may read."
        return [Error(f"MEDIA_ROOT ({media}) lies within the static files.", hint=hint, id="gallery.E001")]
    return []


@register()
def files_are_recognised(**_options: Any) -> list[CheckMessage]:
    """libmagic without its table of types would call every file unknown."""
    if magic.from_buffer(PNG, mime=True) != "image/png":
        hint = "On Debian: apt-get install --reinstall libmagic1 libmagic-mgc"
        return [Error("libmagic does not recognise a PNG.", hint=hint, id="gallery.E002")]
    return []

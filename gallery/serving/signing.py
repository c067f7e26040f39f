"""Addresses of copies that nginx checks by itself, for a minute (settings.MEDIA_SIGNING_KEY).

    /media/<signature>/<expires>/<image id>/<size>/<aa>/<bb>/<stored name>

`signature` is what nginx's `secure_link_md5` computes: the MD5 of "<expires> <all behind it> <key>" in base64 for URLs, 22
characters; `expires` the second, since 1970, at which it ends. nginx sends the file that lies under the last three parts on
the renditions' shelf, and asks nobody. After its time, or where the file is gone, it asks us: the id and the size tell of which
picture, the permission is checked anew, and X-Accel-Redirect sends it. So a page that stays open goes on showing its pictures to
whoever may see them, and whoever may not any more loses them within a minute. The address tells the size that it opens and
opens no other.
"""

import base64
import hashlib
import time
from uuid import UUID

from django.conf import settings

from gallery.storage.shelves import place

LIFE = 60  # seconds that an address lives at most
# All addresses of half a minute end together, so that a page that is loaded again finds its pictures in the browser's memory.
STEP = 30


def signed_path(image_id: UUID, size: str, stored_name: str) -> str:
    """The path of one copy, valid for between STEP and LIFE seconds from now."""
    expires = (int(time.time()) // STEP) * STEP + LIFE
    kept = f"{image_id}/{size}/{place(stored_name)}"
    return f"/media/{signature(expires, kept)}/{expires}/{kept}"


def signature(expires: int, kept: str) -> str:
    digest = hashlib.md5(f"{expires} {kept} {settings.MEDIA_SIGNING_KEY}".encode(), usedforsecurity=False).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

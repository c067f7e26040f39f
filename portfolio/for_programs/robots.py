"""What programs that collect pictures to train models are kept from, by robots.txt (RFC 9309) and by `tdmrep.json` (TDM
Reservation Protocol).

The address of a picture does not name its artist. So while anyone here disallows training for a picture that anyone may see, by
itself or in a work, these programs are kept from the addresses of all pictures and works; what holds for each is told beside
its bytes.
"""

from urllib.parse import quote

from django.core.cache import cache
from django.db.models import Exists, OuterRef

from accounts.models import AiTraining, User
from gallery.models import Image
from portfolio.for_programs.crawlers import TRAINING_CRAWLERS

# Pictures, works, their copies (those that a web server sends by itself too) and what is told of them; albums; the feed.
PICTURES = ("/images/", "/artworks/", "/api/", "/copies/", "/media/", "/albums/", "/feed.atom")
# Their own group is all that they read, so that it repeats what everyone is kept from.
ROOMS = ("/admin/", "/logout", "/reset", "/s/", "/studio", "/verify/")
# A reader may stop behind 500 KiB (RFC 9309, section 2.5); half of that leaves room for the rest.
MOST_BYTES = 250 * 1024
SECONDS = 300
KEY = "portfolio.reserved-paths"


def reserved_paths() -> list[str]:
    """The paths that are reserved from training now, as both protocols write them; kept for five minutes. Two queries at
    most."""
    return cache.get_or_set(KEY, find_reserved_paths, SECONDS) or []


def find_reserved_paths() -> list[str]:
    """None where nobody disallows it; everything where naming all who do would be too long to be read."""
    names = disallowing_artists()
    if not (names or is_any_picture_reserved()):
        return []
    return readable([*PICTURES, *(path for name in names for path in pages_of(name))])


def readable(paths: list[str]) -> list[str]:
    """These paths, or the root where they are more than a reader must read."""
    return paths if sum(len(path) + len("Disallow: \n") for path in paths) <= MOST_BYTES else ["/"]


def disallowing_artists() -> list[str]:
    """The usernames of those who disallow training and show anyone a picture for which that holds."""
    own = Image.objects.to_anyone().filter(owner=OuterRef("pk"), ai_training="")
    people = User.objects.filter(Exists(own), ai_training=AiTraining.DISALLOWED)
    return list(people.order_by("username").values_list("username", flat=True))


def is_any_picture_reserved() -> bool:
    """Whether training is disallowed for any single picture that anyone may see."""
    return Image.objects.to_anyone().filter(ai_training=AiTraining.DISALLOWED).exists()


def pages_of(username: str) -> tuple[str, str]:
    """An artist's page, and all below it, but not those of others whose names only begin alike."""
    page = f"/@{quote(username, safe='')}"
    return f"{page}$", f"{page}/"


def group_for_crawlers(paths: list[str]) -> str:
    """Their group of robots.txt; empty where no path is reserved."""
    if not paths:
        return ""
    lines = [f"User-agent: {name}" for name in TRAINING_CRAWLERS]
    lines += [f"Disallow: {path}" for path in (*paths, *ROOMS)]
    return "\n".join(lines) + "\n"

"""Words as pictures: which font has the letters, and what becomes of those that none has.

Source Sans Pro (Latin, Greek, Cyrillic, Vietnamese) comes with the package `font-source-sans-pro`; for other scripts the
fonts of the system are asked, Debian's `fonts-dejavu-core` and `fonts-noto-cjk` among them; Pillow's own, which has little
more than ASCII, is the last. A letter that the chosen font lacks is written by its parts where it has those (é as e), and
left out otherwise: no box ever stands in for it.
"""

import unicodedata
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

_PACKAGED = ("font_source_sans_pro", "files/SourceSansPro-Semibold.ttf")
_OF_THE_SYSTEM = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "NotoSansCJK-Regular.ttc", "NotoSansThai-Regular.ttf")
_PILLOWS_OWN = ""
_NO_LETTER = "\uffff"
_TRIED_AT = 32

Font = ImageFont.FreeTypeFont


def lettered(text: str) -> tuple[str, str]:
    """The font (for `font_of`) that has most of the letters, and the text as it can be written in it: empty where not at all."""
    wanted = " ".join(text.split())
    written = [(name, writable(wanted, name)) for name in fonts()]
    whole = (each for each in written if each[1] == wanted)
    return next(whole, None) or max(written, key=lambda each: count_kept(wanted, each[1]))


def count_kept(wanted: str, written: str) -> int:
    return sum(letter in written for letter in wanted if not letter.isspace())


def font_of(name: str, size: float) -> Font:
    """A font by its name among `fonts`, its letters `size` pixels from line to line."""
    if name == _PILLOWS_OWN:
        own = ImageFont.load_default(size)
        if not isinstance(own, Font):
            raise RuntimeError("Pillow was built without FreeType, which watermarks need.")
        return own
    return ImageFont.truetype(name, size)


@lru_cache(maxsize=1)
def fonts() -> list[str]:
    """The fonts there are, the best first. Looks for them once: that walks the system's folders."""
    return [*_packaged(), *(name for name in _OF_THE_SYSTEM if _is_there(name)), _PILLOWS_OWN]


def writable(text: str, font: str) -> str:
    """The text in letters that the font has."""
    letters = "".join(_in_parts(letter, font) for letter in unicodedata.normalize("NFC", text))
    return " ".join(letters.split())


def _in_parts(letter: str, font: str) -> str:
    if letter.isspace() or _has(font, letter):
        return letter
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part) and _has(font, part))


@lru_cache(maxsize=4096)
def _has(name: str, letter: str) -> bool:
    """Whether it is drawn as anything else than what stands for letters that are lacking; marks that show nothing count as
    lacking, but for the spaces and joiners that scripts need."""
    if unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn"):
        return False
    font = font_of(name, _TRIED_AT)
    drawn, lacking = font.getmask(letter), font.getmask(_NO_LETTER)
    return (drawn.size, bytes(drawn)) != (lacking.size, bytes(lacking))


def _packaged() -> list[str]:
    package, file = _PACKAGED
    found = find_spec(package)
    folders = list(found.submodule_search_locations or []) if found else []
    return [str(Path(folder) / file) for folder in folders if (Path(folder) / file).is_file()]


def _is_there(name: str) -> bool:
    try:
        ImageFont.truetype(name, _TRIED_AT)
    except OSError:
        return False
    return True

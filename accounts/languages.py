"""In which language someone is spoken to: as they chose, as their browser asks, or in English."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_info, get_supported_language_variant, to_locale
from django.utils.translation.trans_real import parse_accept_lang_header

TO_REMEMBER = "LANGUAGE_TO_REMEMBER"


@cache
def offered() -> tuple[str, ...]:
    """The codes of LANGUAGES that the site can speak: English, in which it is written, and each whose catalogue is compiled."""
    return tuple(code for code, _name in settings.LANGUAGES if code == settings.LANGUAGE_CODE or is_compiled(code))


def is_compiled(code: str) -> bool:
    """Whether the catalogue of this language lies beside its source."""
    return any(Path(root, to_locale(code), "LC_MESSAGES", "django.mo").exists() for root in settings.LOCALE_PATHS)


def nearest(code: str) -> str | None:
    """The language of ours that a code as `de-AT` means; None where there is none."""
    try:
        variant = get_supported_language_variant(code)
    except (LookupError, ValueError):  # ValueError: longer than any code
        return None
    return variant if variant in offered() else None


def language_of(request: HttpRequest) -> str:
    """What the cookie says, else the first of `Accept-Language` that is ours, else English."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if chosen in offered():
        return chosen
    for code, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if code == "*":
            break
        if found := nearest(code):
            return found
    return settings.LANGUAGE_CODE


def remember(request: HttpRequest, code: str) -> None:
    """Have the answer to this request set the cookie; a language that is not ours is remembered as English."""
    request.META[TO_REMEMBER] = nearest(code) or settings.LANGUAGE_CODE


def has_chosen(request: HttpRequest) -> bool:
    """Whether the cookie names a language of ours."""
    return request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "") in offered()


def choices(request: HttpRequest) -> dict[str, object]:
    """`languages` for every page's foot: code and own name of each, nothing where there is no choice."""
    infos = [get_language_info(code) for code in offered()]
    return {"languages": infos if len(infos) > 1 else []}

"""Licences, which artists name in their own words."""

import re

from portfolio.for_programs.linked_data.writing import Node

# The names that Creative Commons gives its licences: `CC BY-NC 4.0`, `CC BY 4.0`.
CREATIVE_COMMONS = re.compile(r"cc[ -](by(?:-nc)?(?:-nd|-sa)?)[ -]([1-4]\.0)", re.IGNORECASE)
CC_ZERO = re.compile(r"cc[ -]?0(?:[ -]1\.0)?", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+")


def licence(text: str) -> str | Node:
    """The address of a licence where the text is one, or the name of one of Creative Commons'; else a text under its words."""
    text = text.strip()
    if ADDRESS.fullmatch(text):
        return text
    if found := CREATIVE_COMMONS.fullmatch(text):
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    if CC_ZERO.fullmatch(text):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return {"@type": "CreativeWork", "name": text} if text else ""

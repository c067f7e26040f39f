"""Texts of people in XML."""

import re

# XML has no way to write these.
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def written(text: str) -> str:
    """A text without what XML cannot hold."""
    return NOT_IN_XML.sub("", text)

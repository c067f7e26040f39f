"""Writing JSON-LD into a page (https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents)."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import SafeString, mark_safe

Node = dict[str, Any]
"""A thing of schema.org: `@type` and its properties."""

CONTEXT = "https://schema.org"
# As `json_script` of Django, and the two that end a line in older script: nothing in it ends the element.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}
NOTHING: tuple[Any, ...] = (None, "", [], {})


def linked_data(*things: Node) -> SafeString:
    """The data block that tells of these things, without what is not known of them; empty for none.

    It is data, which no browser runs: a policy that forbids inline script allows it.
    """
    if not things:
        return SafeString()
    told = {"@context": CONTEXT, "@graph": [known(thing) for thing in things]}
    text = json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(f'<script type="application/ld+json">{text.translate(ESCAPES)}</script>')  # noqa: S308 - escaped above


def known(value: Any) -> Any:
    """The same without properties that hold nothing, at any depth; 0 and False are something."""
    if isinstance(value, dict):
        return {name: kept for name, each in value.items() if (kept := known(each)) not in NOTHING}
    if isinstance(value, list):
        return [kept for each in value if (kept := known(each)) not in NOTHING]
    return value

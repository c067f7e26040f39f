"""Pages as programs read them: by parsers that others wrote."""

from typing import Any

import extruct
from rest_framework.test import APIClient


def read_by_programs(client: APIClient, path: str) -> dict[str, Any]:
    """What is found in a page, by syntax."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    html = answer.content.decode()
    return extruct.extract(html, base_url=f"http://testserver{path}", syntaxes=["json-ld", "opengraph", "microdata"])


def things(client: APIClient, path: str) -> dict[str, dict[str, Any]]:
    """The things of schema.org that a page tells of, by type."""
    blocks = read_by_programs(client, path)["json-ld"]
    assert all(block["@context"] == "https://schema.org" for block in blocks)
    return {thing["@type"]: thing for block in blocks for thing in block["@graph"]}


def open_graph(client: APIClient, path: str) -> dict[str, str]:
    """The Open Graph of a page; each property is told once."""
    (told,) = read_by_programs(client, path)["opengraph"]
    names = [name for name, _value in told["properties"]]
    assert sorted(set(names)) == sorted(names)
    return dict(told["properties"])

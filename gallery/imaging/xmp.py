"""XMP, the RDF that newer programs write about a picture (ISO 16684-1), as plain lists of texts."""

from collections.abc import Iterator
from xml.etree import ElementTree

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://cipa.jp/exif/1.0/": "exifEX",
    "http://ns.adobe.com/exif/1.0/aux/": "aux",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
}
_LARGEST = 1 << 20
_MOST_VALUES = 200


def read_xmp(packet: bytes) -> dict[str, list[str]]:
    """The properties of a packet: `dc:subject` to all its values, `dc:title` with the default language first.

    Only properties of the namespaces above; {} for a packet over a megabyte or with a DOCTYPE, which XMP never has
    and entity bombs need.

    Raises:
        xml.etree.ElementTree.ParseError: for what is no XML.
    """
    packet = packet.strip(b"\0 \r\n\t")
    if not packet or len(packet) > _LARGEST or b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return {}
    values: dict[str, list[str]] = {}
    for description in ElementTree.fromstring(packet).iter(f"{_RDF}Description"):  # noqa: S314 -- no entities, see above
        for tag, texts in _properties(description):
            name = _prefixed(tag)
            if name:
                values.setdefault(name, []).extend(texts[:_MOST_VALUES])
    return values


def _properties(description: ElementTree.Element) -> Iterator[tuple[str, list[str]]]:
    for attribute, text in description.attrib.items():
        yield attribute, [text]
    for child in description:
        yield child.tag, _texts(child)


def _texts(element: ElementTree.Element) -> list[str]:
    items = sorted(element.iter(f"{_RDF}li"), key=lambda item: item.get(_LANGUAGE) != "x-default")
    if items:
        return [item.text for item in items if item.text]
    text = element.text or element.get(f"{_RDF}resource") or ""
    return [text] if text.strip() else []


def _prefixed(tag: str) -> str | None:
    namespace, _, name = tag.removeprefix("{").partition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{name}" if prefix else None

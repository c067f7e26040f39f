"""Whose work it is, written into every rendition so that it stays with the picture wherever it goes.

EXIF 2.32 (Artist, Copyright) for old programs, XMP (Dublin Core, Photoshop, xmpRights, Creative Commons, PLUS) for all
others, as the IPTC Photo Metadata Standard maps them. Nothing of the source's own metadata passes through here.
"""

import re
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from PIL import Image
from PIL.PngImagePlugin import PngInfo

# Seven texts of this length, each letter written as an entity, still fit the 64 KB of a JPEG segment.
_LONGEST = 1000
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ARTIST, _COPYRIGHT = 0x013B, 0x8298
_DATA_MINING = "http://ns.useplus.org/ldf/vocab/DMI-"
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "cc": "http://creativecommons.org/ns#",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
}


@dataclass(frozen=True, kw_only=True)
class Credit:
    """What a rendition says of its rights: texts, or None for what is not said.

    `web_statement` is the address of a page about the rights, `licence_url` that of the licence itself;
    `ai_training` is the artist's answer to data mining for the training of models, None for no answer.
    """

    creator: str | None = None
    copyright_notice: str | None = None
    credit_line: str | None = None
    usage_terms: str | None = None
    web_statement: str | None = None
    licence_url: str | None = None
    ai_training: bool | None = None


def exif_bytes(credit: Credit) -> bytes:
    """An EXIF block of Artist and Copyright alone; empty where neither is known.

    Given to Pillow as UTF-8: from `str` it would write a question mark for every letter beyond ASCII.
    """
    exif = Image.Exif()
    for tag, text in ((_ARTIST, credit.creator), (_COPYRIGHT, credit.copyright_notice)):
        if text:
            exif[tag] = _clean(text).encode()
    return exif.tobytes() if len(exif) else b""


def xmp_bytes(credit: Credit) -> bytes:
    """An XMP packet (RDF/XML, UTF-8) of everything the credit says; empty where it says nothing."""
    properties = "".join(_properties(credit))
    if not properties:
        return b""
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items() if f"<{prefix}:" in properties)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{spaces}>{properties}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def save_options(credit: Credit, image_format: str) -> dict[str, Any]:
    """What `Image.save` must be given for the credit to arrive in `image_format` (webp, jpeg, png or avif).

    Pillow ignores `xmp=` for PNG without a word; there the packet is a text chunk by the name that Adobe gave it.
    """
    exif, xmp = exif_bytes(credit), xmp_bytes(credit)
    options: dict[str, Any] = {"exif": exif} if exif else {}
    if xmp and image_format == "png":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", xmp.decode())
    elif xmp:
        options["xmp"] = xmp
    return options


def data_mining(credit: Credit) -> str | None:
    """The answer as the property of PLUS has it (LDF vocabulary), None for none."""
    if credit.ai_training is None:
        return None
    return _DATA_MINING + ("ALLOWED" if credit.ai_training else "PROHIBITED-AIMLTRAINING")


def _properties(credit: Credit) -> list[str]:
    written = [
        _element("dc:creator", credit.creator, "<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>"),
        _element("dc:rights", credit.copyright_notice, _IN_ANY_LANGUAGE),
        _element("photoshop:Credit", credit.credit_line),
        _element("xmpRights:Marked", "True" if credit.copyright_notice else None),
        _element("xmpRights:UsageTerms", credit.usage_terms, _IN_ANY_LANGUAGE),
        _element("xmpRights:WebStatement", credit.web_statement),
    ]
    if credit.licence_url:
        written.append(f'<cc:license rdf:resource="{_escaped(credit.licence_url)}"/>')
    written.append(_element("plus:DataMining", data_mining(credit)))
    return written


_IN_ANY_LANGUAGE = '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'


def _element(name: str, text: str | None, around: str = "{}") -> str:
    return f"<{name}>{around.format(_escaped(text))}</{name}>" if text else ""


def _escaped(text: str) -> str:
    return escape(_clean(text), {'"': "&quot;"})


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("", text)[:_LONGEST]

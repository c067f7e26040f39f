import io
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

from gallery.imaging.credits import Credit, exif_bytes, save_options, xmp_bytes
from gallery.imaging.recipes import FORMATS, RECIPES

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
FULL = Credit(
    creator="Zoë Ångström 张",
    copyright_notice="© 2026 Zoë & Søn <all>",
    credit_line='Zoë "Z" / Atelier',
    usage_terms="Nur für Ausstellungen",
    web_statement="https://atelier.example/rights?a=1&b=2",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    ai_training=False,
)


def description(credit):
    packet = xmp_bytes(credit).decode()
    root = ET.fromstring(packet[packet.index("<x:xmpmeta") : packet.index("<?xpacket end")])
    return root.find(f"{RDF}RDF/{RDF}Description")


def encoded(kind, credit=FULL):
    buffer = io.BytesIO()
    Image.new("RGB", (20, 20)).save(buffer, kind, **RECIPES["small", kind].options(credit))
    return buffer


def artist_and_copyright(block):
    exif = Image.Exif()
    exif.load(block)
    # Pillow reads EXIF text as Latin-1; what was written is UTF-8.
    return tuple(exif[tag].encode("latin-1").decode() for tag in (0x013B, 0x8298))


def test_exif_holds_artist_and_copyright_in_any_script():
    assert artist_and_copyright(exif_bytes(FULL)) == (FULL.creator, FULL.copyright_notice)


def test_xmp_holds_what_the_credit_says():
    found = description(FULL)
    assert found.findtext(f"{DC}creator/{RDF}Seq/{RDF}li") == FULL.creator
    assert found.findtext(f"{DC}rights/{RDF}Alt/{RDF}li") == FULL.copyright_notice
    assert found.findtext("{http://ns.adobe.com/photoshop/1.0/}Credit") == FULL.credit_line
    assert found.findtext(f"{RIGHTS}Marked") == "True"
    assert found.findtext(f"{RIGHTS}UsageTerms/{RDF}Alt/{RDF}li") == FULL.usage_terms
    assert found.findtext(f"{RIGHTS}WebStatement") == FULL.web_statement
    assert found.find("{http://creativecommons.org/ns#}license").get(f"{RDF}resource") == FULL.licence_url


@pytest.mark.parametrize(("answer", "word"), [(False, "DMI-PROHIBITED-AIMLTRAINING"), (True, "DMI-ALLOWED")])
def test_the_answer_to_data_mining_is_given_in_the_words_of_plus(answer, word):
    found = description(Credit(ai_training=answer)).findtext("{http://ns.useplus.org/ldf/xmp/1.0/}DataMining")
    assert found == f"http://ns.useplus.org/ldf/vocab/{word}"


def test_what_is_not_said_is_not_written():
    assert exif_bytes(Credit()) == xmp_bytes(Credit()) == b""
    assert save_options(Credit(), "webp") == save_options(Credit(), "png") == {}
    assert [child.tag for child in description(Credit(creator="Ada"))] == [f"{DC}creator"]


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_takes_exif_and_xmp(kind):
    data = encoded(kind)
    with Image.open(data) as image:
        assert artist_and_copyright(image.info["exif"]) == (FULL.creator, FULL.copyright_notice)
    assert xmp_bytes(FULL) in data.getvalue()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_without_a_credit_has_no_metadata(kind):
    with Image.open(encoded(kind, Credit())) as image:
        assert not image.getexif()
        assert "xmp" not in image.info


@pytest.mark.parametrize("text", ["a\0b", "a\x01\x1fb", "a\ud800b", "a\ufffeb", "a\x0bb"])
def test_letters_that_xml_forbids_are_left_out(text):
    assert description(Credit(creator=text)).findtext(f"{DC}creator/{RDF}Seq/{RDF}li") == "ab"
    assert b"ab\0" in exif_bytes(Credit(creator=text))


@pytest.mark.parametrize("attack", ["</rdf:li><evil/>", '"/><evil/>', "<!DOCTYPE x>", "{0}", "]]>"])
def test_text_cannot_become_markup(attack):
    credit = Credit(creator=attack, licence_url=attack, copyright_notice=attack)
    found = description(credit)
    assert found.findtext(f"{DC}creator/{RDF}Seq/{RDF}li") == attack
    assert found.find("{http://creativecommons.org/ns#}license").get(f"{RDF}resource") == attack
    assert not found.findall(".//evil")


@pytest.mark.parametrize("letter", ["x", "é", "張", "&", '"', "😀"])
@pytest.mark.parametrize("kind", FORMATS)
def test_the_longest_credits_still_fit_every_format(kind, letter):
    text = letter * 5000
    credit = Credit(
        creator=text,
        copyright_notice=text,
        credit_line=text,
        usage_terms=text,
        web_statement=text,
        licence_url=text,
        ai_training=True,
    )
    with Image.open(encoded(kind, credit)) as image:
        assert image.size == (20, 20)

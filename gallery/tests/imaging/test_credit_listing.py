"""What artists are told that a copy says is what is written into it."""

import pytest

from gallery.imaging.credit_listing import listed
from gallery.imaging.credits import Credit, exif_bytes, xmp_bytes

pytestmark = pytest.mark.same_on_any_database

WHOLE = Credit(
    creator="Ada",
    copyright_notice="© Ada",
    credit_line="Ada & Co",
    usage_terms="None.",
    web_statement="https://example.org/1",
    licence_url="https://example.org/by",
    ai_training=False,
)
# The last part of each name, as the element of XMP is called where ExifTool calls it otherwise.
ELEMENTS = {"Creator": "dc:creator", "Rights": "dc:rights", "License": "cc:license"}


def test_each_tag_that_is_listed_is_written_with_what_it_says():
    exif, xmp = exif_bytes(WHOLE), xmp_bytes(WHOLE).decode().replace("&amp;", "&")
    for name, text in listed(WHOLE):
        space, tag = name.split()
        if space == "EXIF":
            assert text.encode() in exif
        else:
            assert f"<{ELEMENTS.get(tag, space.removeprefix('XMP-') + ':' + tag)}" in xmp
            assert text in xmp
    assert xmp.count("<plus:DataMining>") == 1
    assert len(listed(WHOLE)) == 10


@pytest.mark.parametrize(("answer", "word"), [(True, "ALLOWED"), (False, "PROHIBITED-AIMLTRAINING")])
def test_the_answer_to_training_is_told_as_it_is_written(answer, word):
    credit = Credit(ai_training=answer)
    assert dict(listed(credit)) == {"XMP-plus DataMining": f"http://ns.useplus.org/ldf/vocab/DMI-{word}"}


def test_what_is_not_said_is_not_listed():
    assert listed(Credit()) == []
    assert [name for name, _text in listed(Credit(creator="Ada"))] == ["EXIF Artist", "XMP-dc Creator"]

"""Whatever is sent, under whatever name: no server error, and nothing left of what is refused."""

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from gallery.actions.tags import LONGEST, MOST, fold_tag, fold_tags, own_tags
from gallery.intake.kinds import PICTURE_EXTENSIONS, TYPES
from gallery.tests.pictures import animation, encoded, jpeg, scene, tiff
from gallery.tests.uploading import BOUNDARY, multipart, send_raw, world

SMALL = scene(24, 16)
VALID = [
    jpeg(24, 16),
    encoded(SMALL, "PNG"),
    animation("GIF", 2, (24, 16)),
    encoded(SMALL, "WEBP"),
    encoded(SMALL, "BMP"),
]
SIGNATURES = [
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"GIF89a",
    b"RIFF\x10\0\0\0WEBP",
    b"II*\0",
    b"BM",
    b"PK\3\4",
    b"%PDF-",
]
EXTENSIONS = sorted({extension for kind in TYPES.values() for extension in kind.extensions} | {"exe", "html", "svg"})
CODES = {
    "empty", "too_large", "unsupported_type", "type_mismatch", "corrupt_image", "too_many_pixels", "dimensions_too_small",
    "malicious", "quota_exceeded", "name_invalid",
}  # fmt: skip

tried = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
names = st.builds("{}.{}".format, st.text(max_size=20), st.sampled_from(EXTENSIONS)) | st.text(min_size=1, max_size=30)


@st.composite
def mutations(draw) -> bytes:
    """A good picture with a few bytes changed, near its head above all, and perhaps cut short."""
    data = bytearray(draw(st.sampled_from([*VALID, tiff()[:6000]])))
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, 60) | st.integers(0, len(data) - 1))
        data[place] = draw(st.integers(0, 255))
    return bytes(data[: draw(st.integers(1, len(data))) if draw(st.booleans()) else None])


anything = st.binary(max_size=300) | st.builds(bytes.__add__, st.sampled_from(SIGNATURES), st.binary(max_size=300))


def check(client, name: str, data: bytes) -> None:
    """Sends it, and holds the answer and what it left against the contract."""
    assume(BOUNDARY.encode() not in data)
    sent = (
        name.encode("utf-8", "replace")
        .decode()
        .replace('"', "%22")
        .replace("\r", "")
        .replace("\n", "")
        .replace("\\", "")
    )
    assume(sent)
    before = world()
    response = send_raw(client, multipart((sent, data)))
    assert response.status_code in {200, 201, 400, 415}
    if response.status_code >= 400:
        assert world() == before
        assert {error["code"] for error in response.json()["errors"]} <= CODES
    elif response.status_code == 201:
        (result,) = response.json()["results"]
        assert client.delete(f"/api/files/{result['id']}").status_code == 200


@tried
@given(name=names, data=anything)
@example(name="a.jpg", data=b"")
def test_any_bytes_under_any_name_are_taken_or_refused_clean(adas, name, data):
    check(adas, name, data)


@tried
@given(name=names, data=mutations())
def test_a_changed_picture_is_taken_or_refused_clean(adas, name, data):
    check(adas, name, data)


@settings(tried, max_examples=25)
@given(body=st.binary(max_size=400), tail=st.sampled_from([b"", f"\r\n--{BOUNDARY}--\r\n".encode()]))
def test_any_body_is_no_server_error(adas, body, tail):
    before = world()
    response = send_raw(adas, f"--{BOUNDARY}\r\n".encode() + body + tail)
    assert response.status_code in {400, 413, 415}
    assert world() == before


@given(st.text())
@example("\u03aa\u0301")
def test_folding_a_tag_again_changes_nothing(text):
    assert fold_tag(fold_tag(text)) == fold_tag(text)


@given(st.lists(st.text(max_size=20), max_size=10))
def test_folding_tags_again_changes_nothing_and_none_is_there_twice(texts):
    folded = fold_tags(texts)
    assert fold_tags(folded) == folded
    assert len(set(folded)) == len(folded)


@given(st.lists(st.text(max_size=200), max_size=100))
def test_a_pictures_own_keywords_always_become_tags_that_may_be_set(texts):
    tags = own_tags(texts)
    assert fold_tags(tags) == tags
    assert len(tags) <= MOST
    assert all(0 < len(tag) <= LONGEST for tag in tags)


@pytest.mark.parametrize(
    ("sent", "folded"), [("  Wide\tSky ", "wide sky"), ("ÉTÉ", "été"), ("a\0b", "a b"), ("\u202e", "")]
)
def test_a_tag_is_folded(sent, folded):
    assert fold_tag(sent) == folded


def test_every_picture_extension_is_one_of_a_type():
    assert set(EXTENSIONS) > PICTURE_EXTENSIONS

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery.imaging.errors import PictureRefused
from gallery.imaging.structure.signature import claimed_format, heif_mime_type
from gallery.tests import pictures

FORMATS = {
    "JPEG": (pictures.jpeg, "image/jpeg"),
    "PNG": (pictures.transparent_png, "image/png"),
    "WEBP": (lambda: pictures.encoded(pictures.scene(), "WEBP"), "image/webp"),
    "GIF": (pictures.animation, "image/gif"),
    "TIFF": (pictures.tiff, "image/tiff"),
    "BMP": (pictures.bmp, "image/bmp"),
    "AVIF": (pictures.avif, "image/avif"),
    "HEIF": (pictures.heic, "image/heic"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_each_permitted_format_is_told_by_its_bytes(header_of, name):
    make, mime_type = FORMATS[name]
    header = header_of(make())
    assert (header.format, header.mime_type) == (name, mime_type)


def test_several_jpegs_in_one_file_are_a_jpeg_of_one_picture(header_of):
    first, second = pictures.scene(64, 48), pictures.scene(32, 24)
    header = header_of(pictures.encoded(first, "MPO", save_all=True, append_images=[second]))
    assert (header.format, header.frames, header.width) == ("JPEG", 1, 64)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_an_animation_tells_its_frames(header_of, kind):
    header = header_of(pictures.animation(kind, frames=7))
    assert (header.frames, header.is_animated) == (7, True)


@pytest.mark.parametrize(
    ("data", "alpha"),
    [
        (pictures.transparent_png(), True),
        (pictures.palette_picture("PNG"), True),
        (pictures.palette_picture("GIF"), True),
        (pictures.jpeg(), False),
        (pictures.grey16_png(), False),
    ],
)
def test_transparency_is_told_before_decoding(header_of, data, alpha):
    assert header_of(data).has_alpha is alpha


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_orientation_is_told_with_the_stored_size(header_of, kind, orientation):
    header = header_of(pictures.turned(orientation, kind))
    stored = (300, 400) if orientation > 4 else (400, 300)
    assert (header.orientation, header.width, header.height) == (orientation, *stored)


@pytest.mark.parametrize("kind", ["TIFF", "HEIF"])
def test_what_the_decoder_turns_is_told_as_upright(header_of, kind):
    header = header_of(pictures.turned(6, kind))
    assert (header.orientation, header.width, header.height) == (1, 400, 300)


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_absurd_orientation_is_none(header_of, orientation):
    assert header_of(pictures.jpeg(exif=pictures.exif(ifd0={0x0112: orientation}))).orientation == 1


def test_exif_behind_the_pixels_of_a_png_counts(header_of):
    early = pictures.turned(6, "PNG")
    start = early.index(b"eXIf") - 4
    length = int.from_bytes(early[start : start + 4]) + 12
    late = early[:start] + early[start + length : -12] + early[start : start + length] + early[-12:]
    assert header_of(late).orientation == 6


@pytest.mark.parametrize("data", [b"", b"GIF", b"%PDF-1.7", b"<svg/>", b"\0" * 5000, b"8BPS\0\1"])
def test_what_begins_like_no_picture_is_of_an_unsupported_type(header_of, data):
    with pytest.raises(PictureRefused) as refused:
        header_of(data)
    assert refused.value.code == "unsupported_type"


@pytest.mark.parametrize("name", FORMATS)
def test_a_signature_with_no_picture_behind_it_is_corrupt(header_of, name):
    with pytest.raises(PictureRefused) as refused:
        header_of(FORMATS[name][0]()[:32] + b"no picture at all")
    assert refused.value.code == "corrupt_image"


@pytest.mark.parametrize(
    ("major", "others", "name"),
    [
        (b"avif", b"mif1", "AVIF"),
        (b"mif1", b"mif1avif", "AVIF"),
        (b"mif1", b"mif1heic", "HEIF"),
        (b"isom", b"mp41", None),
    ],
)
def test_brands_tell_avif_from_heic_from_film(major, others, name):
    head = (16 + len(others)).to_bytes(4) + b"ftyp" + major + bytes(4) + others
    assert claimed_format(head) == name


def test_heif_without_hevc_is_not_called_heic():
    head = (20).to_bytes(4) + b"ftypmif1" + bytes(4) + b"mif1"
    assert heif_mime_type(head) == "image/heif"


@given(st.binary(max_size=300))
def test_any_first_bytes_have_an_answer(head):
    assert claimed_format(head) in {None, *FORMATS}


def test_a_missing_file_is_not_the_pictures_fault(tmp_path):
    from gallery.imaging.decode import read_header
    from gallery.imaging.limits import Limits

    with pytest.raises(FileNotFoundError):
        read_header(tmp_path / "absent", Limits())

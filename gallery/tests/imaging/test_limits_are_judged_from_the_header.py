import pytest

from gallery.imaging.decode import read_header
from gallery.imaging.errors import PictureRefused
from gallery.imaging.limits import Limits
from gallery.tests import hostile, pictures


def refusal(limits: Limits, **figures: int) -> str | None:
    try:
        limits.judge(**figures)
    except PictureRefused as refused:
        return refused.code
    return None


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ({"width": 10_000, "height": 10_000}, None),
        ({"width": 10_001, "height": 10_000}, "too_many_pixels"),
        ({"width": 1, "height": 1}, None),
        ({"width": 0, "height": 5}, "corrupt_image"),
        ({"width": 500, "height": 500, "frames": 200}, None),
        ({"width": 1920, "height": 1080, "frames": 400}, None),
        ({"width": 4000, "height": 3000, "frames": 100}, "too_many_pixels"),
        ({"width": 2, "height": 2, "frames": 1001}, "too_many_pixels"),
        ({"width": 4000, "height": 3000, "scans": 20}, None),
        ({"width": 10_000, "height": 10_000, "scans": 40}, "too_many_pixels"),
        ({"width": 8, "height": 8, "scans": 101}, "too_many_pixels"),
    ],
)
def test_what_costs_too_much_is_refused(figures, code):
    assert refusal(Limits(), **figures) == code


def test_a_site_may_ask_for_larger_pictures():
    limits = Limits(min_dimension=100)
    assert refusal(limits, width=100, height=100) is None
    assert refusal(limits, width=99, height=4000) == "dimensions_too_small"


def test_limits_travel_as_plain_numbers():
    limits = Limits(max_pixels=5, wall_seconds=1.5)
    assert Limits(**limits.to_json()) == limits


def test_a_long_animation_of_reasonable_size_is_taken(header_of):
    header = header_of(pictures.gif_of(200, 500, 500))
    assert (header.frames, header.is_animated, header.width) == (200, True, 500)


def test_one_pixel_is_enough(header_of):
    header = header_of(pictures.jpeg(1, 1))
    assert (header.width, header.height) == (1, 1)


def test_a_progressive_jpeg_as_cameras_and_programs_write_it_is_taken(header_of):
    assert header_of(pictures.jpeg(progressive=True)).frames == 1


@pytest.mark.parametrize("name", hostile.HOSTILE)
def test_hostile_pictures_are_refused_with_a_clear_code(decoded, name):
    make, code = hostile.HOSTILE[name]
    with pytest.raises(PictureRefused) as refused:
        decoded(make())
    assert refused.value.code == code


@pytest.mark.parametrize("kind", [b"zTXt", b"iTXt", b"iCCP"])
def test_no_compressed_text_of_a_png_may_inflate_without_end(header_of, kind):
    with pytest.raises(PictureRefused, match="inflates"):
        header_of(hostile.png_with_text_bomb(kind))


def test_many_small_texts_together_are_a_bomb_too(header_of):
    texts = [hostile.png_chunk(b"zTXt", b"a\0\0" + hostile.zlib.compress(bytes(1_000_000)))] * 12
    with pytest.raises(PictureRefused, match="inflates"):
        header_of(hostile.png_of(4, 4, *texts))


def test_a_png_cut_into_a_million_chunks_is_refused(header_of):
    empty = hostile.png_chunk(b"IDAT", b"")
    with pytest.raises(PictureRefused, match="too many chunks"):
        header_of(hostile.png_of(4, 4, empty * 100_001))


def test_a_refusal_knows_only_the_codes_of_the_contract():
    with pytest.raises(ValueError, match="unknown code"):
        PictureRefused("ugly", "no reason")


def test_a_webp_that_could_only_be_decoded_with_too_much_memory_is_refused_by_its_header(tmp_path):
    path = pictures.place(tmp_path, pictures.encoded(pictures.scene(80, 60), "WEBP"))
    assert read_header(path, Limits(max_webp_pixels=4_800)).format == "WEBP"
    with pytest.raises(PictureRefused, match="a WebP may have at most 4,799 pixels") as refused:
        read_header(path, Limits(max_webp_pixels=4_799))
    assert refused.value.code == "too_many_pixels"

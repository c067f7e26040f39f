import io

import pytest
from PIL import Image, ImageChops

from gallery.imaging.colour import SRGB_PROFILE
from gallery.imaging.credits import Credit
from gallery.imaging.errors import PictureRefused
from gallery.imaging.geometry import NAMES
from gallery.imaging.limits import Limits
from gallery.imaging.recipes import FORMATS, RECIPES
from gallery.imaging.renditions import Wanted, draw
from gallery.tests import pictures
from gallery.tests.imaging import makers_out

EVERYTHING = [Wanted(size, kind) for size, kind in RECIPES]


@pytest.fixture
def drawn(tmp_path):
    """Draw renditions of the bytes of a picture: {(size, format): Drawn}."""

    def run(data, *wanted, credit=None):
        path = pictures.place(tmp_path, data)
        done = draw(path, limits=Limits(), wanted=wanted, into=tmp_path, credit=credit or Credit())
        return {(each.size, each.format): each for each in done}

    return run


def opened(rendition):
    with Image.open(rendition.path) as image:
        image.load()
        return image


def is_quarters(image):
    """Whether the corners are red, green, blue and white, clockwise from the upper left."""
    right, lower = image.width - 9, image.height - 9
    corners = [(8, 8), (right, 8), (right, lower), (8, lower)]
    wanted = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]
    found = [image.convert("RGB").getpixel(corner) for corner in corners]
    return all(
        abs(a - b) < 40 for one, other in zip(found, wanted, strict=True) for a, b in zip(one, other, strict=True)
    )


def test_everything_wanted_is_drawn_in_that_order_and_told_as_it_is(drawn):
    done = drawn(pictures.jpeg(700, 500), *EVERYTHING)
    assert list(done) == [(each.size, each.format) for each in EVERYTHING]
    for (size, kind), rendition in done.items():
        image = opened(rendition)
        assert image.format == kind.upper()
        assert image.size == (rendition.width, rendition.height)
        assert rendition.bytes == rendition.path.stat().st_size
        assert rendition.path.name == RECIPES[size, kind].file_name


@pytest.mark.parametrize(
    ("original", "sizes"),
    [
        ((2100, 1401), [(320, 213), (640, 427), (1280, 854), (2048, 1366), (256, 256)]),
        ((1401, 2100), [(213, 320), (427, 640), (854, 1280), (1366, 2048), (256, 256)]),
        ((500, 333), [(320, 213), (500, 333), (500, 333), (500, 333), (256, 256)]),
        ((1, 1), [(1, 1)] * 5),
        ((3000, 2), [(320, 1), (640, 1), (1280, 1), (2048, 1), (2, 2)]),
    ],
)
def test_each_size_follows_from_the_original_and_not_from_the_one_before(drawn, original, sizes):
    done = drawn(pictures.jpeg(*original), *(Wanted(name, "webp") for name in NAMES))
    assert [(each.width, each.height) for each in done.values()] == sizes


@pytest.mark.parametrize("long_edge", [2048, 2049, 4095, 4096, 4097])
def test_the_largest_is_exactly_2048_whenever_the_original_is(drawn, long_edge):
    done = drawn(pictures.jpeg(long_edge, 64), Wanted("xlarge", "jpeg"))
    assert done["xlarge", "jpeg"].width == 2048


def test_a_panorama_has_a_square_of_full_height(drawn):
    done = drawn(pictures.jpeg(6000, 300), Wanted("square", "webp"), Wanted("small", "webp"))
    assert (done["square", "webp"].width, done["square", "webp"].height) == (256, 256)
    assert (done["small", "webp"].width, done["small", "webp"].height) == (320, 16)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_taken_on_its_side_is_upright(drawn, orientation, kind):
    done = drawn(pictures.turned(orientation, kind), *(Wanted(name, "png") for name in NAMES))
    assert all(is_quarters(opened(rendition)) for rendition in done.values())
    assert (done["small", "png"].width, done["small", "png"].height) == (320, 240)


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_rendition_does_not_say_that_it_should_be_turned(drawn, orientation):
    done = drawn(pictures.turned(orientation), *(Wanted("small", kind) for kind in FORMATS), credit=Credit(creator="A"))
    assert all(opened(rendition).getexif().get(0x0112, 1) == 1 for rendition in done.values())


@pytest.mark.parametrize("kind", FORMATS)
def test_a_wide_gamut_is_converted_and_srgb_declared(drawn, kind):
    data = pictures.encoded(
        Image.new("RGB", (700, 500), (200, 30, 30)), "PNG", icc_profile=makers_out.wide_gamut_profile()
    )
    image = opened(drawn(data, Wanted("small", kind))["small", kind])
    red, green, _ = image.convert("RGB").getpixel((100, 100))
    assert red > 206
    assert green < 20
    assert image.info["icc_profile"] == SRGB_PROFILE


@pytest.mark.parametrize("kind", ["webp", "png", "avif"])
def test_transparency_stays_transparent(drawn, kind):
    image = opened(drawn(pictures.transparent_png(), Wanted("small", kind))["small", kind])
    assert image.mode == "RGBA"
    assert image.getpixel((2, 2))[3] == 0
    assert image.getpixel((40, 30))[3] == 255


@pytest.mark.parametrize("maker", [pictures.transparent_png, pictures.palette_picture])
def test_a_jpeg_of_something_transparent_lies_on_white(drawn, maker):
    image = opened(drawn(maker(), Wanted("small", "jpeg"))["small", "jpeg"])
    assert image.mode == "RGB"
    assert min(image.getpixel((78, 2))) > 245


def test_sixteen_bit_grey_does_not_turn_white(drawn):
    image = opened(drawn(pictures.grey16_png(400, 100), Wanted("small", "png"))["small", "png"])
    assert abs(image.convert("L").getpixel((160, 40)) - 128) < 4


def test_ink_becomes_light(drawn):
    image = opened(drawn(pictures.cmyk_jpeg(), Wanted("small", "png"))["small", "png"])
    expected = pictures.scene().resize(image.size, Image.Resampling.LANCZOS)
    difference = ImageChops.difference(image.convert("RGB"), expected).convert("L")
    assert difference.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)) < 12


@pytest.mark.parametrize("maker", [pictures.animation, pictures.avif, pictures.heic, pictures.tiff, pictures.bmp])
def test_any_permitted_picture_can_be_drawn(drawn, maker):
    rendition = drawn(maker(), Wanted("small", "webp"))["small", "webp"]
    assert opened(rendition).size == (rendition.width, rendition.height)


def test_the_same_picture_is_the_same_bytes_every_time(drawn):
    data, credit = pictures.camera_jpeg(), Credit(creator="Ada")
    first = {key: each.path.read_bytes() for key, each in drawn(data, *EVERYTHING, credit=credit).items()}
    again = {key: each.path.read_bytes() for key, each in drawn(data, *EVERYTHING, credit=credit).items()}
    assert first == again


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "AVIF", "HEIF"])
def test_nothing_that_the_original_tells_is_in_any_rendition(drawn, kind):
    for rendition in drawn(makers_out.telling(kind), *EVERYTHING).values():
        data = rendition.path.read_bytes()
        assert not [secret for secret in makers_out.SECRETS if secret in data]
        assert makers_out.AUTHOR not in data
        assert "exif" not in opened(rendition).info


def test_a_comment_in_a_jpeg_is_not_passed_on(drawn):
    data = pictures.encoded(pictures.scene(), "JPEG", comment=makers_out.TOWN)
    for rendition in drawn(data, *EVERYTHING).values():
        assert makers_out.TOWN not in rendition.path.read_bytes()


def test_nothing_wanted_is_nothing_done(drawn):
    assert drawn(b"no picture at all") == {}


def test_an_unknown_size_or_format_is_an_error(drawn):
    with pytest.raises(KeyError):
        drawn(pictures.jpeg(), Wanted("huge", "webp"))
    with pytest.raises(KeyError):
        drawn(pictures.jpeg(), Wanted("small", "gif"))


@pytest.mark.parametrize("data", [b"", b"not a picture", pictures.truncated(pictures.jpeg(3000, 2000))])
def test_what_is_no_whole_picture_is_refused(drawn, data):
    with pytest.raises(PictureRefused):
        drawn(data, Wanted("small", "webp"))


def test_a_scaled_decode_looks_like_the_picture(drawn):
    data = pictures.jpeg(2600, 1700)
    image = opened(drawn(data, Wanted("small", "png"))["small", "png"])
    with Image.open(io.BytesIO(data)) as original:
        expected = original.convert("RGB").resize(image.size, Image.Resampling.BOX)
    difference = ImageChops.difference(image.convert("RGB"), expected).convert("L")
    assert difference.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)) <= 3

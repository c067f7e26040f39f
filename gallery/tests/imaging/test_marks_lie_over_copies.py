import pytest
from PIL import Image, ImageChops

from gallery.imaging.errors import PictureRefused
from gallery.imaging.limits import Limits
from gallery.imaging.watermark import Mark, lay_over, stamp_of
from gallery.tests.pictures import encoded, jpeg_with_exif, place, truncated, turned

AREAS = {
    "top-left": (0, 0, 200, 150),
    "top-right": (400, 0, 600, 150),
    "bottom-left": (0, 250, 200, 400),
    "bottom-right": (400, 250, 600, 400),
    "center": (200, 125, 400, 275),
}


def touched(mark, size=(600, 400), colour="grey", mode="RGB"):
    """The copy under a mark, and where it is other than before."""
    image = Image.new(mode, size, colour)
    before = image.copy()
    lay_over(image, mark, Limits())
    return image, ImageChops.difference(image.convert("RGB"), before.convert("RGB")).getbbox()


@pytest.fixture
def logo(tmp_path):
    """A red disc's worth of square in a transparent frame of 60 x 40."""
    image = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (10, 10, 50, 30))
    return str(place(tmp_path, encoded(image, "PNG")))


@pytest.mark.parametrize("position", AREAS)
def test_it_stands_where_it_should(position):
    _, box = touched(Mark(text="© Ada", position=position, scale=0.25))
    left, top, right, bottom = AREAS[position]
    assert left <= box[0] < box[2] <= right
    assert top <= box[1] < box[3] <= bottom


def test_tiles_are_all_over():
    image, _ = touched(Mark(text="Ada", position="tile", scale=0.1))
    for left in range(0, 600, 200):
        for top in (0, 200):
            part = image.crop((left, top, left + 200, top + 200))
            assert part.getextrema() != Image.new("RGB", (1, 1), "grey").getextrema()


@pytest.mark.parametrize("scale", [0.05, 0.3, 0.6, 1])
@pytest.mark.parametrize("size", [(600, 400), (400, 600), (2000, 300), (120, 90)])
@pytest.mark.parametrize("text", ["©", "© Ada Lovelace", "One hundred letters " * 5])
def test_it_is_never_larger_than_the_copy(scale, size, text):
    stamp = stamp_of(Mark(text=text.strip(), scale=scale), size, Limits())
    assert stamp.width <= size[0]
    assert stamp.height <= size[1]


@pytest.mark.parametrize("scale", [0.2, 0.4, 0.8])
def test_its_width_is_its_share_of_the_copy(scale, logo):
    assert abs(stamp_of(Mark(text="© Ada Lovelace", scale=scale), (1000, 800), Limits()).width - 1000 * scale) < 30
    assert stamp_of(Mark(picture=logo, scale=scale), (1000, 800), Limits()).width == 1000 * scale


@pytest.mark.parametrize("colour", ["white", "black"])
def test_a_text_reads_on_light_and_on_dark(colour):
    image, _ = touched(Mark(text="© Ada", position="center", scale=0.6, opacity=1), colour=colour)
    darkest, lightest = image.convert("L").getextrema()
    assert lightest - darkest > 120


def test_opacity_is_how_much_of_it_shows(logo):
    shades = []
    for opacity in (0.25, 0.5, 1):
        image, _ = touched(Mark(picture=logo, position="center", opacity=opacity), colour="white")
        shades.append(image.getpixel((300, 200))[1])
    assert shades == pytest.approx([191, 127, 0], abs=2)


def test_a_picture_keeps_its_transparency(logo):
    image, box = touched(Mark(picture=logo, position="top-left", opacity=1, scale=0.5), colour="white")
    assert image.getpixel((box[0] + 30, box[1] + 30)) == (255, 0, 0)
    assert box[0] > 40


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_picture_stands_upright(tmp_path, orientation):
    path = place(tmp_path, turned(orientation))
    image, _ = touched(Mark(picture=str(path), position="top-left", opacity=1, scale=0.5), colour="grey")
    assert image.getpixel((40, 40))[0] > 200 > 60 > image.getpixel((40, 40))[2]


def test_a_mark_shows_on_what_is_transparent():
    image, _ = touched(Mark(text="© Ada", position="center", opacity=1), colour=(0, 0, 0, 0), mode="RGBA")
    assert image.getchannel("A").getextrema() == (0, 255)


@pytest.mark.parametrize(("size", "shows"), [((32, 32), True), ((96, 32), True), ((1, 1), False), ((1, 99), False)])
@pytest.mark.parametrize("text", ["©", "© Ada Lovelace", "One hundred letters " * 5])
def test_small_parts_of_a_picture_bear_one_and_slivers_do_no_harm(size, shows, text):
    assert (touched(Mark(text=text.strip(), opacity=1), size)[1] is not None) == shows


def test_a_long_text_is_broken_into_lines_that_can_be_read():
    long = Mark(text="© Ada Lovelace, Studio for Analytical Painting, all rights reserved")
    stamp = stamp_of(long, (400, 300), Limits())
    assert stamp.height > 40
    assert stamp.width < 400


@pytest.mark.parametrize("data", [b"no picture at all", truncated(jpeg_with_exif(b""), 0.3)])
def test_a_picture_that_cannot_be_read_is_refused(tmp_path, data):
    with pytest.raises(PictureRefused):
        touched(Mark(picture=str(place(tmp_path, data))))

import base64
import io

import pytest
from PIL import Image, ImageFilter

from gallery.imaging.lab import color_distance, lab
from gallery.imaging.likeness import dhash, distance
from gallery.imaging.palette import NAMES, color_name, from_hex, palette
from gallery.imaging.placeholder import LONGEST, data_uri
from gallery.imaging.quality import assess
from gallery.tests import pictures
from gallery.tests.pictures import quarters, scene

# Sharma, Wu and Dalal (2005), table 1.
SHARMA = [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
    ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
    ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
    ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("one", "other", "expected"), SHARMA)
def test_distances_are_those_of_the_paper(one, other, expected):
    assert color_distance(one, other) == pytest.approx(expected, abs=1e-4)
    assert color_distance(other, one) == pytest.approx(expected, abs=1e-4)


def test_white_and_black_are_the_ends_of_the_scale():
    assert lab(255, 255, 255) == pytest.approx((100, 0, 0), abs=0.01)
    assert color_distance(lab(0, 0, 0), lab(255, 255, 255)) == pytest.approx(100, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
def test_every_named_colour_bears_its_own_name(name):
    assert color_name(from_hex(NAMES[name])) == name


def test_the_palette_tells_names_and_shares():
    colors = palette(quarters().convert("RGB"))
    assert {color["name"] for color in colors} == {"red", "white", "blue", "lime"} or len(colors) == 4
    assert all(color["share"] == pytest.approx(0.25, abs=0.02) for color in colors)


def test_a_palette_has_at_most_six_colours_and_shares_no_more_than_the_whole():
    colors = palette(scene(noise=90))
    assert 1 <= len(colors) <= 6
    assert sum(color["share"] for color in colors) <= 1.01
    assert [c["share"] for c in colors] == sorted((c["share"] for c in colors), reverse=True)


def test_what_is_transparent_has_no_colour():
    image = Image.new("RGBA", (60, 60), (0, 0, 255, 0))
    assert palette(image) == []
    image.paste((255, 0, 0, 255), (0, 0, 10, 10))
    assert [color["share"] for color in palette(image)] == [1.0]


@pytest.mark.parametrize("text", ["#12345", "red", "#gg0000", ""])
def test_only_six_hex_digits_are_a_colour(text):
    with pytest.raises(ValueError):
        from_hex(text)


def test_the_same_picture_smaller_or_encoded_again_is_alike():
    original = scene(800, 600)
    again = Image.open(io.BytesIO(pictures.encoded(original.resize((333, 250)), "JPEG", quality=40)))
    assert distance(dhash(original), dhash(again)) <= 4


def test_another_picture_is_not_alike():
    assert distance(dhash(scene()), dhash(scene().rotate(90))) >= 12


def test_a_hash_is_sixteen_hex_digits():
    assert dhash(Image.new("RGB", (50, 50), "grey")) == "0" * 16
    assert distance("0" * 16, "f" * 16) == 64


def test_blur_is_less_sharp_and_grain_is_noise():
    plain = assess(scene(noise=0), 400, 300)
    grainy = assess(scene(noise=60), 400, 300)
    blurred = assess(quarters().filter(ImageFilter.GaussianBlur(12)), 400, 300)
    assert grainy["noise"] > plain["noise"]
    assert blurred["sharpness"] < assess(quarters(), 400, 300)["sharpness"]


@pytest.mark.parametrize("shade", ["black", "white"])
def test_a_lost_exposure_scores_nothing(shade):
    figures = assess(Image.new("RGB", (90, 60), shade), 90, 60)
    assert (figures["exposure"], figures["contrast"], figures["sharpness"]) == (0, 0, 0)


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 400), (3, 3), (900, 600)])
def test_figures_are_between_nought_and_one_for_any_size(size):
    figures = assess(Image.new("RGB", size, "grey"), 3000, 2000)
    assert figures.pop("print_cm_at_300dpi") == [25.4, 16.9]
    assert all(0 <= figure <= 1 for figure in figures.values())


@pytest.mark.parametrize("image", [scene(), quarters(), scene(noise=128), Image.new("RGB", (1, 1)), scene(2000, 1)])
def test_a_placeholder_is_a_small_picture(image):
    uri = data_uri(image)
    head, _, body = uri.partition(",")
    with Image.open(io.BytesIO(base64.b64decode(body))) as small:
        assert max(small.size) <= 16
    assert head == "data:image/webp;base64"
    assert len(uri) <= LONGEST


def test_a_placeholder_keeps_transparency():
    image = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 32, 64))
    with Image.open(io.BytesIO(base64.b64decode(data_uri(image).partition(",")[2]))) as small:
        assert (small.getpixel((1, 1))[3], small.getpixel((14, 8))[3]) == (255, 0)

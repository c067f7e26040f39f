import pytest
from PIL import Image, ImageChops

from gallery.imaging.processors import Fit, MiddleSquare, OnWhite, scaled
from gallery.tests.pictures import quarters, scene

LARGE = (2600, 1700)  # more than is scaled in one go


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "CMYK"])
def test_a_large_picture_scaled_in_bands_is_the_one_scaled_whole(mode):
    image = scene(*LARGE).convert(mode)
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize(LARGE))
    whole = image.convert("RGBa") if mode == "RGBA" else image
    expected = whole.resize((900, 588), Image.Resampling.BICUBIC).convert(mode)
    difference = ImageChops.difference(scaled(image, (900, 588)), expected)
    assert max(highest for _, highest in (band.getextrema() for band in difference.split())) <= 2


@pytest.mark.parametrize("size", [(1, 1), (2600, 1), (1, 1700), (2599, 1699), (64, 65)])
def test_bands_fill_a_picture_of_any_height(size):
    assert scaled(Image.new("RGB", LARGE, "white"), size).getextrema() == ((255, 255),) * 3


def test_the_hidden_colour_of_transparent_pixels_does_not_bleed():
    image = Image.new("RGBA", (40, 40), (0, 255, 0, 0))
    image.paste((255, 0, 0, 255), (20, 0, 40, 40))
    for red, green, _, alpha in scaled(image, (9, 9)).get_flattened_data():
        assert alpha == 0 or (red > 240 and green < 15)


def test_the_size_it_has_already_is_no_work():
    image = quarters()
    assert scaled(image, image.size) is image


def test_a_box_cuts_and_scales_at_once():
    cut = scaled(quarters(400, 300), (10, 10), (0, 0, 200, 150))
    assert cut.size == (10, 10)
    assert cut.getpixel((4, 4)) == (255, 0, 0)


@pytest.mark.parametrize("processor", [Fit(100), MiddleSquare(), OnWhite()])
def test_a_processor_finds_nothing_to_do_in_its_own_work(processor):
    image = Image.new("RGBA", (400, 300), (9, 9, 9, 100))
    once = processor.process(image)
    assert processor.process(once) is once


def test_fit_never_enlarges():
    image = quarters(80, 60)
    assert Fit(100).process(image) is image
    assert Fit(40).process(image).size == (40, 30)


@pytest.mark.parametrize(("size", "side"), [((400, 300), 256), ((1000, 257), 256), ((90, 400), 90), ((1, 9), 1)])
def test_a_square_is_cut_from_the_middle(size, side):
    image = Image.new("RGB", size, "white")
    left = max(0, (size[0] - size[1]) // 2 - 3)
    image.paste("red", (0, 0, left, size[1]))
    cut = MiddleSquare().process(image)
    assert cut.size == (side, side)
    assert cut.getextrema() == ((255, 255),) * 3

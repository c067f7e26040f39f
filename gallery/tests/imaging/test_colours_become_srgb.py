import io
import struct

import pytest
from PIL import Image, ImageCms

from gallery.imaging.colour import SRGB_PROFILE, on_white, resizable, to_srgb, without_idle_alpha
from gallery.tests.imaging.makers_out import wide_gamut_profile

RED = (200, 30, 30)


def pixel(image, at=(0, 0)):
    return image.getpixel(at)


def near(colour, expected, tolerance=2):
    return all(abs(a - b) <= tolerance for a, b in zip(colour, expected, strict=True))


def numbers(mode, *values):
    image = Image.new(mode, (len(values), 1))
    image.putdata(values)
    return to_srgb(image)


def test_a_picture_without_a_profile_is_taken_for_srgb_and_not_copied():
    image = Image.new("RGB", (4, 4), RED)
    assert to_srgb(image) is image


def test_a_profile_that_is_srgb_costs_no_conversion():
    image = Image.new("RGB", (4, 4), RED)
    assert to_srgb(image, SRGB_PROFILE) is image


def test_a_profile_is_known_by_what_it_does_and_not_by_its_name():
    disguised = wide_gamut_profile().replace(b"W\0i\0d\0e", b"s\0R\0G\0B")
    assert pixel(to_srgb(Image.new("RGB", (4, 4), RED), disguised)) != RED


def test_a_wide_gamut_red_gets_the_numbers_that_look_the_same_in_srgb():
    converted = pixel(to_srgb(Image.new("RGB", (4, 4), RED), wide_gamut_profile()))
    assert converted[0] > RED[0]
    assert converted[1] < RED[1]


def test_grey_stays_grey_under_a_wide_gamut():
    assert near(pixel(to_srgb(Image.new("RGB", (1, 1), (128, 128, 128)), wide_gamut_profile())), (128, 128, 128))


def test_transparency_survives_a_conversion():
    image = Image.new("RGBA", (1, 1), (*RED, 77))
    converted = to_srgb(image, wide_gamut_profile())
    assert converted.mode == "RGBA"
    assert pixel(converted)[3] == 77


@pytest.mark.parametrize("profile", [b"", b"x" * 400, SRGB_PROFILE[:200], SRGB_PROFILE[:40] + bytes(500)])
def test_a_broken_profile_is_ignored(profile):
    assert pixel(to_srgb(Image.new("RGB", (1, 1), RED), profile)) == RED


@pytest.mark.parametrize("mode", ["L", "LA", "CMYK", "1", "LAB"])
def test_a_profile_of_another_colour_space_is_ignored(mode):
    image = Image.new(mode, (2, 2))
    assert to_srgb(image, wide_gamut_profile()).get_flattened_data() == to_srgb(image).get_flattened_data()


@pytest.mark.parametrize(
    ("mode", "value", "expected"),
    [
        ("L", 90, (90, 90, 90)),
        ("1", 1, (255, 255, 255)),
        ("CMYK", (0, 0, 0, 0), (255, 255, 255)),
        ("CMYK", (0, 255, 255, 0), (255, 0, 0)),
        ("YCbCr", (76, 85, 255), (254, 0, 0)),
        ("HSV", (0, 255, 255), (255, 0, 0)),
        ("LAB", (255, 128, 128), (255, 255, 255)),
        ("LAB", (0, 128, 128), (0, 0, 0)),
    ],
)
def test_every_colour_space_finds_its_way(mode, value, expected):
    converted = to_srgb(Image.new(mode, (1, 1), value))
    assert converted.mode == "RGB"
    assert near(pixel(converted), expected)


@pytest.mark.parametrize("mode", ["I;16", "I;16B", "I;16L"])
def test_sixteen_bits_of_grey_are_scaled_and_not_clipped(mode):
    order = ">" if mode == "I;16B" else "<"
    image = Image.frombytes(mode, (3, 1), struct.pack(order + "3H", 0, 32896, 65535))
    assert [grey for grey, _, _ in to_srgb(image).get_flattened_data()] == [0, 128, 255]


@pytest.mark.parametrize(
    ("mode", "values", "greys"),
    [
        ("I", (0, 32768, 65535), [0, 128, 255]),
        ("I", (0, 500_000, 1_000_000), [0, 128, 255]),
        ("F", (0.0, 0.5, 1.0), [0, 128, 255]),
        ("F", (0.0, 100.0, 200.0), [0, 128, 255]),
        ("F", (-1.0, 0.0, 1.0), [0, 128, 255]),
        ("F", (float("nan"), 0.0, 1.0), [0, 0, 255]),
    ],
)
def test_integers_and_floats_are_brought_between_black_and_white(mode, values, greys):
    assert [grey for grey, _, _ in numbers(mode, *values).get_flattened_data()] == greys


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "P"])
def test_a_transparent_colour_becomes_an_alpha_channel(mode):
    image = Image.new(mode, (2, 1))
    image.info["transparency"] = (0, 0, 0) if mode == "RGB" else 0
    image.putpixel((1, 0), (255, 255, 255) if mode == "RGB" else 1)
    assert to_srgb(image).mode == "RGBA"
    assert [alpha for *_, alpha in to_srgb(image).get_flattened_data()] == [0, 255]


def test_a_palette_is_looked_up_before_anything_is_resampled():
    image = Image.new("P", (1, 1), 3)
    image.putpalette([0, 0, 0] * 3 + [12, 34, 56])
    assert resizable(image).mode == "RGB"
    assert pixel(to_srgb(image)) == (12, 34, 56)


def test_grey_with_alpha_keeps_both():
    converted = to_srgb(Image.new("LA", (1, 1), (90, 40)))
    assert converted.mode == "RGBA"
    assert pixel(converted) == (90, 90, 90, 40)


def test_alpha_that_hides_nothing_is_dropped_and_other_alpha_is_not():
    assert without_idle_alpha(Image.new("RGBA", (2, 2), (*RED, 255))).mode == "RGB"
    assert without_idle_alpha(Image.new("RGBA", (2, 2), (*RED, 254))).mode == "RGBA"


def test_what_is_transparent_lies_on_white():
    assert pixel(on_white(Image.new("RGBA", (1, 1), (*RED, 0)))) == (255, 255, 255)
    assert near(pixel(on_white(Image.new("RGBA", (1, 1), (0, 0, 0, 128)))), (127, 127, 127))


def test_the_profile_to_embed_is_small_and_srgb():
    profile = ImageCms.ImageCmsProfile(io.BytesIO(SRGB_PROFILE))
    assert len(SRGB_PROFILE) < 700
    assert "sRGB" in ImageCms.getProfileDescription(profile)
    assert ImageCms.isIntentSupported(profile, ImageCms.Intent.PERCEPTUAL, ImageCms.Direction.INPUT) == 1

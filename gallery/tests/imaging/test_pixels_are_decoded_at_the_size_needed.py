import pytest
from PIL import Image, ImageChops

from gallery.imaging import shrink, strips
from gallery.imaging.errors import PictureRefused
from gallery.tests import hostile, pictures

WHOLE = {
    "JPEG": pictures.jpeg(),
    "progressive JPEG": pictures.jpeg(progressive=True),
    "PNG": pictures.encoded(pictures.scene(), "PNG"),
    "WEBP": pictures.encoded(pictures.scene(), "WEBP"),
    "GIF": pictures.encoded(pictures.scene(), "GIF"),
    "TIFF": pictures.tiff(),
    "LZW TIFF": pictures.tiff(compression="tiff_lzw"),
    "BMP": pictures.bmp(),
    "AVIF": pictures.avif(),
    "HEIF": pictures.heic(),
}


def difference(one: Image.Image, other: Image.Image) -> int:
    extremes = ImageChops.difference(one.convert("RGBA"), other.convert("RGBA")).getextrema()
    return max(highest for _, highest in extremes)


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_picture_is_refused_as_corrupt(decoded, name, share):
    with pytest.raises(PictureRefused) as refused:
        decoded(pictures.truncated(WHOLE[name], share), edge=64)
    assert refused.value.code == "corrupt_image"


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_picture_decodes(decoded, name):
    assert decoded(WHOLE[name]).size == (400, 300)


@pytest.mark.parametrize(
    ("size", "edge", "expected"),
    [
        ((1600, 1200), 320, (400, 300)),
        ((1600, 1200), 200, (200, 150)),
        ((1600, 1200), 801, (1600, 1200)),
        ((1600, 1200), 9999, (1600, 1200)),
        ((1601, 1201), 201, (201, 151)),
        ((300, 2400), 320, (38, 300)),
        ((100, 8000), 2048, (50, 4000)),
    ],
)
def test_a_jpeg_is_decoded_at_a_fraction_that_is_large_enough(decoded, size, edge, expected):
    image = decoded(pictures.jpeg(*size), edge)
    if max(expected) >= edge:
        assert image.size == expected
    assert max(image.size) >= min(edge, max(size))


def test_the_profile_stays_with_the_pixels(decoded):
    profile = b"a profile" * 20
    for kind in ("JPEG", "PNG", "WEBP", "TIFF"):
        data = pictures.encoded(pictures.scene(1600, 900), kind, icc_profile=profile)
        assert decoded(data, 100).info["icc_profile"] == profile


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_the_picture_of_an_animation_is_its_first_frame(decoded, kind):
    red, *_ = decoded(pictures.animation(kind, frames=6)).convert("RGB").getpixel((20, 20))
    assert abs(red - 40) < 4


def test_transparency_lends_no_colour_when_a_large_picture_shrinks(decoded):
    image = Image.new("RGBA", (1000, 1000), (0, 255, 0, 0))
    image.paste((200, 0, 0, 255), (0, 0, 500, 1000))
    small = decoded(pictures.encoded(image, "PNG"), 30)
    assert small.mode == "RGBA"
    assert all(green == 0 for _, green, _, alpha in small.get_flattened_data() if alpha)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "I;16", "CMYK", "I", "F"])
def test_every_mode_shrinks(mode):
    image = Image.new("RGB", (90, 60), "white")
    grey = image.convert("I") if mode in ("I", "I;16", "F") else image
    assert shrink.shrunk(grey.convert(mode), 3).size == (30, 20)


def test_bands_meet_without_a_seam(monkeypatch):
    image = pictures.scene(301, 403).quantize(32)
    whole = shrink.shrunk(image, 4)
    monkeypatch.setattr(shrink, "BAND_PIXELS", 2000)
    assert difference(shrink.shrunk(image, 4), whole) == 0


STRIPPED = {
    "RGB": pictures.scene(403, 301),
    "L": pictures.scene(403, 301).convert("L"),
    "LA": pictures.scene(403, 301).convert("LA"),
    "RGBA": Image.merge("RGBA", (*pictures.scene(403, 301).split(), pictures.scene(403, 301).getchannel(0))),
    "P": pictures.scene(403, 301).quantize(200),
}


@pytest.mark.parametrize("mode", STRIPPED)
def test_a_very_large_png_is_decoded_in_strips_to_the_same_pixels(decoded, monkeypatch, mode):
    data = pictures.encoded(STRIPPED[mode], "PNG")
    whole = decoded(data, 60)
    monkeypatch.setattr(strips, "WORTH_IT", 0)
    monkeypatch.setattr(shrink, "BAND_PIXELS", 5000)
    assert difference(decoded(data, 60), whole) == 0


def test_transparency_by_colour_survives_strips(decoded, monkeypatch):
    monkeypatch.setattr(strips, "WORTH_IT", 0)
    image = decoded(pictures.palette_picture("PNG", 900, 600), 100)
    assert (image.mode, image.getpixel((0, 0))[3], image.getpixel((image.width - 1, 0))[3]) == ("RGBA", 255, 0)


@pytest.mark.parametrize("spoil", [lambda z: z[:-400], lambda z: z[:50] + bytes(20) + z[70:]])
def test_strips_find_damage(decoded, monkeypatch, spoil):
    monkeypatch.setattr(strips, "WORTH_IT", 0)
    rows = b"".join(b"\0" + bytes(x * y % 251 for x in range(300)) for y in range(200))
    data = hostile.png_of(300, 200, pixels=spoil(hostile.zlib.compress(rows)))
    with pytest.raises(PictureRefused, match="corrupt_image"):
        decoded(data, 50)


def test_strips_check_the_checksums(decoded, monkeypatch):
    monkeypatch.setattr(strips, "WORTH_IT", 0)
    data = bytearray(hostile.png_of(900, 600))
    data[-20] ^= 1
    with pytest.raises(PictureRefused, match="checksum"):
        decoded(bytes(data), 50)

"""Reducing a large picture without a second large copy."""

from PIL import Image

from gallery.imaging.colour import resizable

BAND_PIXELS = 2_000_000
_AVERAGED_AS_THEY_ARE = frozenset({"L", "LA", "RGB", "RGBA", "CMYK", "LAB", "YCbCr", "I", "F"})


def shrunk(image: Image.Image, factor: int) -> Image.Image:
    """`image` box-reduced by `factor`, itself for a factor below 2.

    Palettes and 16-bit grey are converted band by band: converting 100 megapixels whole takes 400 MB more.
    """
    if factor < 2:
        return image
    if image.mode in _AVERAGED_AS_THEY_ARE and "transparency" not in image.info:
        return image.reduce(factor)
    canvas = canvas_for(image, factor)
    rows = rows_in_band(image.width, factor)
    for top in range(0, image.height, rows):
        band = image.crop((0, top, image.width, min(top + rows, image.height)))
        canvas.paste(resizable(band).reduce(factor), (0, top // factor))
    return canvas


def canvas_for(image: Image.Image, factor: int) -> Image.Image:
    """An empty picture for the reduced bands of `image`, in the mode they will have, with its other `info`."""
    speck = Image.new(image.mode, (1, 1))
    speck.palette, speck.info = image.palette, image.info
    width, height = image.size
    canvas = Image.new(resizable(speck).mode, (-(-width // factor), -(-height // factor)))
    canvas.info = {key: value for key, value in image.info.items() if key != "transparency"}
    return canvas


def rows_in_band(width: int, factor: int) -> int:
    """Rows of a band of some `BAND_PIXELS`, a multiple of `factor` so that bands meet between boxes."""
    return max(1, BAND_PIXELS // width // factor) * factor

"""The EXIF of a picture, without decoding it."""

from PIL import Image


def exif_of(image: Image.Image) -> Image.Exif:
    """The tags of an open picture; call it under `refusing_what_breaks`, since broken EXIF raises all sorts.

    Not `image.getexif()`: that of a PNG decodes the whole picture to look for a chunk behind the pixels, which
    `decode` has put into `info` already.
    """
    return Image.Image.getexif(image)

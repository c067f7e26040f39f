"""The same work in several hands: a picture of any size as 320, 640, 1280 and 2048, in sRGB, upright, as WebP or JPEG.

Each module has `draw(path, kind, into)`, kind being `webp` or `jpeg`, which writes four files into a folder.
"""

EDGES = {"xlarge": 2048, "large": 1280, "medium": 640, "small": 320}
QUALITY = {"webp": 80, "jpeg": 82}

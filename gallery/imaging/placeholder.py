"""What is shown while a picture loads."""

import base64
import io

from PIL import Image

EDGE = 16
LONGEST = 500


def data_uri(image: Image.Image) -> str:
    """A blurred miniature of an RGB or RGBA picture as `data:image/webp;base64,…`, at most 500 characters.

    Transparency is kept. Very busy pictures are encoded more coarsely until they fit.
    """
    small = image.copy()
    small.thumbnail((EDGE, EDGE), Image.Resampling.BOX)
    small.info = {}
    for quality in (40, 20, 0):
        buffer = io.BytesIO()
        small.save(buffer, "WEBP", quality=quality, alpha_quality=20, method=4)
        uri = f"data:image/webp;base64,{base64.b64encode(buffer.getvalue()).decode('ascii')}"
        if len(uri) <= LONGEST:
            break
    return uri

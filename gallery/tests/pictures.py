"""Pictures made for tests, good ones and hostile ones: every function gives the bytes of a file.

`place(folder, data)` writes them; `PLACE` and `CAMERA` are what `camera_jpeg` claims.
"""

import io
import random
import struct
from pathlib import Path
from typing import Any

import pillow_heif
from PIL import Image, ImageChops
from PIL.TiffImagePlugin import IFDRational

pillow_heif.register_heif_opener()

PLACE = (48.8583701, 2.2944813)
CAMERA = {"make": "Ateliercam", "model": "Mark I", "lens": "50mm f/1.8", "serial": "SN-0042-SECRET"}
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" aux:Lens="XMP lens" {attributes}>{elements}'
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def place(folder: Path, data: bytes, name: str = "picture") -> Path:
    """Write `data` to a file in `folder`."""
    path = folder / name
    path.write_bytes(data)
    return path


def scene(width: int = 400, height: int = 300, *, noise: int = 12, seed: int = 7) -> Image.Image:
    """Something like a photograph: gradients in three directions and grain, the same for the same seed."""
    upward = Image.linear_gradient("L").resize((width, height))
    sideways = Image.linear_gradient("L").rotate(90).resize((width, height))
    round_ = Image.radial_gradient("L").resize((width, height))
    grain = Image.frombytes("L", (64, 64), random.Random(seed).randbytes(4096)).resize((width, height))
    grain = grain.point(lambda value: 128 + (value - 128) * noise // 128)
    return ImageChops.add(Image.merge("RGB", (upward, sideways, round_)), Image.merge("RGB", (grain,) * 3), offset=-128)


def quarters(width: int = 400, height: int = 300) -> Image.Image:
    """Red, green, blue and white quarters, clockwise from the upper left: shows how a picture is turned."""
    image = Image.new("RGB", (width, height), "white")
    for colour, corner in (("red", (0, 0)), ("lime", (width // 2, 0)), ("blue", (width // 2, height // 2))):
        image.paste(colour, (*corner, corner[0] + width // 2, corner[1] + height // 2))
    return image


def blotches(width: int, height: int) -> Image.Image:
    """Large soft squares, which look alike at whatever size."""
    squares = Image.frombytes("L", (9, 8), bytes(37 * number % 251 for number in range(72)))
    return squares.resize((width, height), Image.Resampling.BICUBIC).convert("RGB")


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    """`image` as a file of Pillow's format `kind`."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def jpeg(width: int = 400, height: int = 300, **options: Any) -> bytes:
    """A plain photograph."""
    return encoded(scene(width, height), "JPEG", **{"quality": 90, **options})


def exif(*, ifd0: dict | None = None, photo: dict | None = None, gps: dict | None = None) -> bytes:
    """An EXIF block of raw tags by IFD."""
    block = Image.Exif()
    block.update(ifd0 or {})
    block.get_ifd(0x8769).update(photo or {})
    block.get_ifd(0x8825).update(gps or {})
    return block.tobytes()


def gps_tags(latitude: float = PLACE[0], longitude: float = PLACE[1]) -> dict[int, Any]:
    """A GPS IFD as phones write it."""
    return {
        1: "N" if latitude >= 0 else "S",
        2: _sexagesimal(abs(latitude)),
        3: "E" if longitude >= 0 else "W",
        4: _sexagesimal(abs(longitude)),
    }


def camera_exif() -> bytes:
    """Everything a camera tells: make, lens, exposure, place, serial numbers."""
    return exif(
        ifd0={0x010F: CAMERA["make"], 0x0110: CAMERA["model"], 0x013B: "Ada Lovelace", 0x8298: "(c) 2024 Ada"},
        photo={
            0x829A: IFDRational(1, 250),
            0x829D: IFDRational(28, 10),
            0x8827: 400,
            0x9003: "2024:05:17 14:30:59",
            0x9011: "+02:00",
            0x920A: IFDRational(50, 1),
            0xA431: CAMERA["serial"],
            0xA434: CAMERA["lens"],
        },
        gps=gps_tags(),
    )


def camera_jpeg(width: int = 400, height: int = 300) -> bytes:
    """A photograph with all of `camera_exif`."""
    return jpeg(width, height, exif=camera_exif())


def jpeg_with_exif(block: bytes) -> bytes:
    """A photograph with any EXIF, however broken, put in as it is."""
    return with_segment(jpeg(64, 48), 0xE1, b"Exif\0\0" + block.removeprefix(b"Exif\0\0"))


def jpeg_with_xmp(elements: str = "", attributes: str = "") -> bytes:
    """A photograph with XMP."""
    packet = XMP.format(elements=elements, attributes=attributes).encode()
    return with_segment(jpeg(64, 48), 0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet)


def jpeg_with_iptc(*datasets: tuple[int, bytes]) -> bytes:
    """A photograph with datasets of IPTC record 2."""
    block = b"".join(b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(data)) + data for number, data in datasets)
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(block)) + block + b"\0" * (len(block) % 2)
    return with_segment(jpeg(64, 48), 0xED, b"Photoshop 3.0\0" + resource)


def with_segment(data: bytes, marker: int, payload: bytes) -> bytes:
    """A JPEG with one more segment behind its first two bytes."""
    return data[:2] + b"\xff" + bytes([marker]) + struct.pack(">H", len(payload) + 2) + payload + data[2:]


def turned(orientation: int, kind: str = "JPEG") -> bytes:
    """`quarters` of 400 x 300, stored so that EXIF `orientation` 1 to 8 displays them upright."""
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    image = quarters()
    stored = image.transpose(Image.Transpose(undo[orientation])) if orientation in undo else image
    block = Image.Exif()
    block[0x0112] = orientation
    return encoded(stored, kind, exif=block.tobytes())


def cmyk_jpeg() -> bytes:
    """As printers deliver."""
    return encoded(scene().convert("CMYK"), "JPEG")


def grey16_png(width: int = 64, height: int = 64) -> bytes:
    """16 bits of grey, from black to white."""
    levels = [65535 * x // (width - 1) for x in range(width)]
    return encoded(Image.frombytes("I;16", (width, height), struct.pack(f"<{width}H", *levels) * height), "PNG")


def transparent_png(width: int = 80, height: int = 60) -> bytes:
    """A red square with a transparent border, RGBA."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    image.paste((220, 30, 40, 255), (width // 4, height // 4, 3 * width // 4, 3 * height // 4))
    return encoded(image, "PNG")


def palette_picture(kind: str = "PNG", width: int = 80, height: int = 60) -> bytes:
    """Few colours in a palette (PNG or GIF), the first of them transparent."""
    image = Image.new("P", (width, height), 0)
    image.putpalette([0, 0, 0, 250, 10, 10, 10, 10, 250])
    image.paste(1, (0, 0, width // 2, height))
    return encoded(image, kind, transparency=0)


def animation(kind: str = "GIF", frames: int = 5, size: tuple[int, int] = (60, 40)) -> bytes:
    """Frames of different grey, GIF, WebP, PNG or AVIF; the first is the darkest."""
    shades = [Image.new("RGB", size, (40 + 7 * n % 200,) * 3) for n in range(frames)]
    return encoded(shades[0], kind, save_all=True, append_images=shades[1:], duration=50)


def gif_of(frames: int, width: int = 2, height: int = 2) -> bytes:
    """A GIF of any number of frames, written by hand: Pillow would take a while, and drop those that are alike."""
    header = b"GIF89a" + struct.pack("<HH", width, height) + b"\x80\0\0" + b"\0\0\0\xff\xff\xff"
    frame = b"\x2c\0\0\0\0\x01\0\x01\0\0" + b"\x02\x02\x44\x01\0"
    return header + frame * frames + b"\x3b"


def avif(width: int = 400, height: int = 300) -> bytes:
    """An AVIF."""
    return encoded(scene(width, height), "AVIF", speed=10)


def heic(width: int = 400, height: int = 300, **options: Any) -> bytes:
    """A HEIC, as phones write."""
    return encoded(scene(width, height), "HEIF", quality=60, **options)


def tiff(**options: Any) -> bytes:
    """A TIFF, uncompressed unless the options say otherwise."""
    return encoded(scene(), "TIFF", **options)


def bmp() -> bytes:
    """A BMP."""
    return encoded(scene(), "BMP")


def truncated(data: bytes, share: float = 0.5) -> bytes:
    """The first `share` of a file."""
    return data[: int(len(data) * share)]


def _sexagesimal(degrees: float) -> tuple[IFDRational, IFDRational, IFDRational]:
    minutes = degrees % 1 * 60
    return IFDRational(int(degrees)), IFDRational(int(minutes)), IFDRational(round(minutes % 1 * 60 * 10**5), 10**5)

"""Hostile and odd files, generated: good ones of every format, cut, flipped, inflated and misnamed. The same for one seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from gallery.tests import documents, hostile, pictures

Generator = Iterator["Odd"]
EXTENSIONS = ("jpg", "png", "gif", "webp", "tif", "bmp", "avif", "heic", "txt", "pdf", "html", "exe", "")
HUGE = (b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f", b"\0\0\0\0", b"\x80\0\0\0", b"\0\0\xff\xff")
NAMES = (
    "../../../etc/passwd", "..\\..\\boot.ini", "a" * 300 + ".jpg", "\u202egpj.exe", "a\tb.jpg", "🌅" * 100 + ".png", "..",
    "CON.jpg", "a;b=c.jpg", "%00.jpg", "a%2f..%2fb.jpg", "<script>.jpg", "' OR 1=1 --.jpg", "é" * 255, ".jpg", "a.jpg.", " ",
    "\u200b", "{{7*7}}.jpg", "$(reboot).jpg",
)  # fmt: skip


@dataclass(frozen=True)
class Odd:
    """A file to send: how it was made, its name and its bytes."""

    how: str
    name: str
    data: bytes


def good_pictures() -> dict[str, bytes]:
    """One of each format and of each way to write it, all small."""
    scene = pictures.scene(96, 64)
    return {
        "baseline.jpg": pictures.jpeg(96, 64),
        "progressive.jpg": pictures.jpeg(96, 64, progressive=True),
        "camera.jpg": pictures.camera_jpeg(96, 64),
        "cmyk.jpg": pictures.encoded(scene.convert("CMYK"), "JPEG"),
        "plain.png": pictures.encoded(scene, "PNG"),
        "deep.png": pictures.grey16_png(),
        "palette.png": pictures.palette_picture("PNG"),
        "moving.png": pictures.animation("PNG"),
        "still.gif": pictures.palette_picture("GIF"),
        "moving.gif": pictures.animation("GIF"),
        "lossy.webp": pictures.encoded(scene, "WEBP"),
        "lossless.webp": pictures.encoded(scene, "WEBP", lossless=True),
        "moving.webp": pictures.animation("WEBP"),
        "raw.tif": pictures.encoded(scene, "TIFF"),
        "squeezed.tif": pictures.encoded(scene, "TIFF", compression="tiff_lzw"),
        "plain.bmp": pictures.encoded(scene, "BMP"),
        "still.avif": pictures.avif(96, 64),
        "still.heic": pictures.heic(96, 64),
    }


def good_files() -> dict[str, bytes]:
    """What is permitted beside pictures."""
    return {
        "paper.pdf": documents.PDF,
        "letter.docx": documents.office(documents.WORD),
        "table.ods": documents.open_document("spreadsheet"),
        "old.doc": documents.old_office(),
        "many.zip": documents.zipped({"a.txt": "a", "b.txt": "b"}),
        "film.mp4": documents.boxed(b"isom"),
        "sound.wav": documents.sound(),
        "layers.psd": documents.photoshop(),
        "data.json": b'{"a": [1, 2, {"b": null}]}',
        "notes.md": b"# Notes\n\n- one\n",
    }


def cut(name: str, data: bytes, chance: random.Random) -> Generator:
    while True:
        place = chance.choice([chance.randrange(min(len(data), 64)), chance.randrange(len(data))])
        yield Odd("cut short", name, data[:place])


def flipped(name: str, data: bytes, chance: random.Random) -> Generator:
    while True:
        changed = bytearray(data)
        for _ in range(chance.choice([1, 1, 3, 20])):
            changed[chance.randrange(min(len(data), chance.choice([64, 400, 10**9])))] ^= 1 << chance.randrange(8)
        yield Odd("bits flipped", name, bytes(changed))


def inflated(name: str, data: bytes, chance: random.Random) -> Generator:
    while True:
        changed, place = bytearray(data), chance.randrange(4, min(len(data), 400))
        value = chance.choice(HUGE)[: chance.choice([2, 4])]
        changed[place : place + len(value)] = value
        yield Odd("a huge number", name, bytes(changed))


def shuffled(name: str, data: bytes, chance: random.Random) -> Generator:
    """A piece of the file twice, or left out, or filled with noise."""
    while True:
        start, size = chance.randrange(len(data)), chance.choice([1, 7, 100, 2000])
        piece = chance.choice([data[start : start + size] * 2, b"", chance.randbytes(size)])
        yield Odd("a piece replaced", name, data[:start] + piece + data[start + size :])


def misnamed(name: str, data: bytes, chance: random.Random) -> Generator:
    while True:
        yield Odd("misnamed", f"{name.partition('.')[0]}.{chance.choice(EXTENSIONS)}", data + chance.randbytes(2))


def noise(chance: random.Random) -> Generator:
    heads = [data[: chance.randrange(1, 40)] for data in (*good_pictures().values(), *good_files().values())]
    while True:
        data = chance.choice(heads) + chance.randbytes(chance.choice([0, 10, 1000, 50_000]))
        yield Odd("noise behind a head", f"noise.{chance.choice(EXTENSIONS)}", data)


def bombs() -> Generator:
    yield Odd("nothing", "empty.jpg", b"")
    for what, (make, _code) in hostile.HOSTILE.items():
        yield Odd("a bomb", f"{what}.jpg", make())
    for kind in (b"zTXt", b"iTXt", b"iCCP"):
        yield Odd("a bomb", "text.png", hostile.png_with_text_bomb(kind))
    for make in (
        hostile.odd_text_exif,
        hostile.zero_rationals,
        hostile.looping_exif,
        hostile.looping_tiff,
        hostile.huge_count_exif,
    ):
        yield Odd("a bomb", "exif.jpg", make())
    for data in (documents.elf(), documents.windows_program(), b"<svg onload=alert(1)>", b"<?php ?>", b"#!/bin/sh\n"):
        yield Odd("a program", "program.jpg", data)
        yield Odd("a program behind a picture", "polyglot.jpg", pictures.jpeg(48, 32) + data)


def oddly_named() -> Generator:
    for number, name in enumerate(NAMES):
        yield Odd("an odd name", name, pictures.jpeg(48, 32, comment=str(number).encode()))
        yield Odd("an odd name", name, f"text {number}\n".encode())


def odd_files(count: int, seed: int) -> Generator:
    """So many: every bomb and odd name, then every way of spoiling in turns over every good file."""
    chance = random.Random(seed)
    good = good_pictures() | good_files()
    spoiling = [
        way(name, data, chance) for way in (cut, flipped, inflated, shuffled, misnamed) for name, data in good.items()
    ]
    endless = (next(each) for _ in iter(int, 1) for each in [*spoiling, *[noise(chance)] * 5])
    return islice(chain(bombs(), oddly_named(), endless), count)

"""What is searched for in a picture is found, never by chance, and in a time that grows with its size alone."""

import random
import time
import zipfile

import pytest

from gallery.intake.kinds import recognise
from gallery.intake.threats import find_threat
from gallery.tests import pictures

PROGRAM = b"MZ" + bytes(58) + (64).to_bytes(4, "little") + b"PE\0\0" + bytes(200)


def threat_in(tmp_path, content: bytes, mime: str = "image/jpeg"):
    path = tmp_path / "picture"
    path.write_bytes(content)
    return find_threat(path, mime)


@pytest.mark.parametrize(
    "behind",
    [
        b"\x7fELF\x02\x01",
        b"#!/bin/sh\n",
        PROGRAM,
        b"\n<svg onload=x>",
        b"<html>",
        b"<?php echo 1;",
        b"<SCRIPT>x</SCRIPT>",
    ],
)
def test_a_program_or_a_page_behind_a_picture_is_found(tmp_path, behind):
    assert threat_in(tmp_path, pictures.encoded(pictures.scene(64, 48), "JPEG") + behind)


@pytest.mark.parametrize(
    "innocent", [b"\x00\x3b<z", b"a<?=$b", b"MZ" + bytes(62), b"<a", b"<svg", b"x < y > z", b"<img src=1>"]
)
def test_a_few_letters_that_occur_by_chance_are_no_threat(tmp_path, innocent):
    picture = pictures.encoded(pictures.scene(64, 48), "GIF")
    assert threat_in(tmp_path, picture + innocent, "image/gif") is None


def test_random_bytes_are_no_threat(tmp_path):
    content = random.Random(1).randbytes(20_000_000)
    assert threat_in(tmp_path, b"GIF89a" + content + b"\x00\x3b", "image/gif") is None


@pytest.mark.parametrize("piece", [b"<svg ", b"<body ", b"<img ", b"<object ", b"<svg " + b"x" * 200, b" " * 50])
def test_the_search_takes_no_longer_for_what_looks_like_a_beginning(tmp_path, piece):
    began = time.process_time()
    assert threat_in(tmp_path, piece * (4_000_000 // len(piece))) is None
    assert time.process_time() - began < 3


def test_an_archive_of_nothing_but_names_costs_no_more_than_another(tmp_path):
    path = tmp_path / "names.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(70_000):
            archive.writestr(zipfile.ZipInfo(f"some/folder/with/a/long/name/{number}"), b"")
    began = time.process_time()
    assert recognise(path, "names.zip").mime == "application/zip"
    assert time.process_time() - began < 0.2
    assert path.stat().st_size > 4_000_000

"""Which types of file are taken and which never, judged by their bytes."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gallery.tests.documents import (
    MACROS,
    OFFICE,
    OPEN,
    PDF,
    SHEET,
    SLIDES,
    WORD,
    boxed,
    elf,
    matroska,
    mp3,
    office,
    ogg,
    old_office,
    open_document,
    photoshop,
    sound,
    windows_program,
    zipped,
)
from gallery.tests.pictures import animation, avif, bmp, encoded, heic, jpeg, scene, tiff
from gallery.tests.uploading import leaving_nothing, refusals, send

pytestmark = pytest.mark.same_on_any_database

PICTURES = [
    ("jpg", jpeg(40, 30), "image/jpeg"),
    ("png", encoded(scene(40, 30), "PNG"), "image/png"),
    ("webp", encoded(scene(40, 30), "WEBP"), "image/webp"),
    ("gif", animation("GIF"), "image/gif"),
    ("tif", tiff(), "image/tiff"),
    ("bmp", bmp(), "image/bmp"),
    ("avif", avif(40, 30), "image/avif"),
    ("heic", heic(64, 64), "image/heic"),
]
FILES = [
    ("pdf", PDF, "application/pdf"),
    ("txt", b"Some words.\n", "text/plain"),
    ("txt", "Füße und Bäume\n".encode(), "text/plain"),
    ("txt", "Füße und Bäume\n".encode("latin-1"), "text/plain"),
    ("txt", b"x", "text/plain"),
    ("csv", b"a,b\n1,2\n3,4\n", "text/csv"),
    ("md", b"# Title\n\n- one\n- two\n", "text/markdown"),
    ("json", b'{"works": [1, 2]}', "application/json"),
    ("json", b"{not json", "text/plain"),
    ("zip", zipped({"a.txt": "text"}), "application/zip"),
    ("docx", office(WORD), OFFICE + "wordprocessingml.document"),
    ("xlsx", office(SHEET), OFFICE + "spreadsheetml.sheet"),
    ("pptx", office(SLIDES), OFFICE + "presentationml.presentation"),
    ("odt", open_document("text"), OPEN + "text"),
    ("ods", open_document("spreadsheet"), OPEN + "spreadsheet"),
    ("odp", open_document("presentation"), OPEN + "presentation"),
    ("odg", open_document("graphics"), OPEN + "graphics"),
    ("doc", old_office(), "application/msword"),
    ("psd", photoshop(), "image/vnd.adobe.photoshop"),
    ("psb", photoshop(2), "image/vnd.adobe.photoshop"),
    ("mp3", mp3(), "audio/mpeg"),
    ("mp3", b"ID3\x03\0\0\0\0\x0f\x76" + bytes(2000) + mp3(), "audio/mpeg"),
    ("wav", sound(), "audio/x-wav"),
    ("flac", b"fLaC\0\0\0\x22" + b"\x10\0\x10\0" + bytes(60), "audio/flac"),
    ("ogg", ogg(b"\x01vorbis" + bytes(23)), "audio/ogg"),
    ("opus", ogg(b"OpusHead\x01\x02" + bytes(9)), "audio/ogg"),
    ("m4a", boxed(b"M4A "), "audio/x-m4a"),
    ("mp4", boxed(b"isom"), "video/mp4"),
    ("mp4", boxed(b"mp42"), "video/mp4"),
    ("mov", boxed(b"qt  "), "video/quicktime"),
    ("webm", matroska(b"webm"), "video/webm"),
    ("mkv", matroska(b"matroska"), "video/x-matroska"),
    ("ogv", ogg(b"\x80theora\x03\x02" + bytes(33)), "video/ogg"),
    ("avi", b"RIFF" + bytes([200, 0, 0, 0]) + b"AVI LIST" + bytes(200), "video/x-msvideo"),
]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
FORBIDDEN = {
    "HTML": ("page.html", b"<!doctype html><html><body>hi</body></html>"),
    "HTML that says it is text": ("page.txt", b"<html><script>alert(1)</script></html>"),
    "HTML behind a byte-order mark": ("page.txt", b"\xef\xbb\xbf\n  <HTML>"),
    "HTML in UTF-16": ("page.txt", "<html><script>alert(1)</script></html>".encode("utf-16")),
    "plain words that say they are HTML": ("page.html", b"hello\n"),
    "XHTML": ("page.xhtml", b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'),
    "SVG": ("drawing.svg", SVG),
    "SVG that says it is text": ("drawing.txt", SVG),
    "SVG behind its declaration": ("drawing.svg", b'<?xml version="1.0"?>\n' + SVG),
    "SVG behind a comment": ("drawing.svg", b"<!-- harmless -->" + SVG),
    "XML": ("data.xml", b'<?xml version="1.0"?><data/>'),
    "a shell script": ("run.sh", b"#!/bin/sh\nrm -rf /\n"),
    "a shell script that says it is text": ("run.txt", b"#!/bin/sh\nrm -rf /\n"),
    "a Python script": ("run.py", b"#!/usr/bin/env python\nprint(1)\n"),
    "a script without its first line": ("run.js", b"alert(1);\n"),
    "PHP": ("run.php", b"<?php system($_GET['c']); ?>"),
    "PHP that says it is text": ("run.txt", b"<?php system($_GET['c']); ?>"),
    "a batch file": ("run.bat", b"@echo off\r\ndel *.*\r\n"),
    "a Linux program": ("run", elf()),
    "a Linux program that says it is text": ("notes.txt", elf()),
    "a Windows program": ("run.exe", windows_program()),
    "a Windows program that says it is a PDF": ("paper.pdf", windows_program()),
    "a Java archive": ("run.jar", zipped({"META-INF/MANIFEST.MF": "Main-Class: A", "A.class": "x"})),
    "a Java archive that says it is a ZIP": (
        "a.zip",
        zipped({"A.class": "x", "META-INF/MANIFEST.MF": "Main-Class: A"}),
    ),
    "an Android app": ("run.apk", zipped({"AndroidManifest.xml": "x", "classes.dex": "x"})),
    "a document with macros": ("letter.docm", office(WORD | MACROS)),
    "a document with macros that says it has none": ("letter.docx", office(WORD | MACROS)),
    "a table with macros": ("table.xlsx", office(SHEET | {"xl/vbaProject.bin": "macros"})),
    "an open document with macros": ("letter.odt", open_document("text", **{"Basic/Standard/M.xml": "x"})),
    "an old document with macros": ("letter.doc", old_office(macros=True)),
    "PostScript": ("print.ps", b"%!PS-Adobe-3.0\nshowpage\n"),
    "random bytes": ("data.bin", bytes(range(256)) * 8),
    "zeros": ("data.txt", bytes(500)),
    "a shortcut": ("link.url", b"[InternetShortcut]\r\nURL=file:///etc/passwd\r\n"),
}


@pytest.mark.parametrize(("extension", "data", "mime"), PICTURES, ids=[each[0] for each in PICTURES])
def test_a_picture_is_taken(adas, extension, data, mime):
    (result,) = send(adas, (f"picture.{extension}", data)).json()["results"]
    assert (result["kind"], result["file"]["mime_type"], result["image"]["mime_type"]) == ("image", mime, mime)
    assert result["file"]["name"] == f"picture.{extension}"


@pytest.mark.parametrize(("extension", "data", "mime"), FILES, ids=[each[0] for each in FILES])
def test_a_file_is_taken(adas, extension, data, mime):
    response = send(adas, (f"file.{extension}", data))
    (result,) = response.json()["results"]
    assert (response.status_code, result["kind"], result["file"]["mime_type"]) == (201, "file", mime)
    assert adas.get(f"/api/files/{result['id']}/download").getvalue() == data


@pytest.mark.parametrize(("name", "data"), FORBIDDEN.values(), ids=FORBIDDEN)
def test_it_is_never_taken(adas, name, data):
    with leaving_nothing():
        response = send(adas, (name, data))
    assert (response.status_code, refusals(response)) == (415, [("files.0", "unsupported_type")])


@pytest.mark.parametrize(("name", "data"), FORBIDDEN.values(), ids=FORBIDDEN)
def test_nor_is_it_under_a_pictures_name(adas, name, data):
    with leaving_nothing():
        response = send(adas, ("photo.jpg", data))
    assert (response.status_code, refusals(response)) == (415, [("files.0", "type_mismatch")])


@pytest.mark.parametrize(("name", "data"), [("a.jpg", PDF), ("a.png", b"words\n"), ("a.gif", zipped({"a": "b"}))])
def test_a_permitted_file_under_a_pictures_name_is_a_mismatch(adas, name, data):
    with leaving_nothing():
        response = send(adas, (name, data))
    assert refusals(response) == [("files.0", "type_mismatch")]


def test_the_declared_type_is_not_believed(adas):
    lie = SimpleUploadedFile("run.png", elf(), content_type="image/png")
    assert adas.post("/api/upload", {"files": lie}, format="multipart").status_code == 415


def test_a_site_may_take_fewer_types(adas, settings):
    settings.ALLOWED_FILE_TYPES = ["image/*", "application/pdf"]
    response = send(adas, ("a.jpg", jpeg(40, 30)), ("a.pdf", PDF), ("a.txt", b"words\n"))
    assert [each["status"] for each in response.json()["results"]] == ["created", "created", "rejected"]
    assert response.json()["results"][2]["error"]["code"] == "unsupported_type"


def test_a_table_of_contents_that_lies_is_no_server_error(adas):
    broken = bytearray(office(WORD))
    place = broken.rindex(b"PK\x05\x06")
    broken[place + 12 : place + 20] = b"\xff" * 8
    with leaving_nothing():
        assert send(adas, ("letter.docx", bytes(broken))).status_code == 415

"""The names of uploaded files: kept as far as they are safe, put right where their extension lies."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gallery.intake.names import LONGEST, clean_name, extension_of, with_extension
from gallery.models import File
from gallery.tests.pictures import animation, avif, bmp, encoded, heic, jpeg, scene, tiff
from gallery.tests.uploading import leaving_nothing, multipart, refusals, results, send_raw, some_text

SMALL = scene(40, 30)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Night sky.txt", "Night sky.txt"),
        ("Nachtmusik für Zoë – 夜.txt", "Nachtmusik für Zoë – 夜.txt"),
        ("e\u0301te\u0301.txt", "\u00e9t\u00e9.txt"),
        ("🌅.txt", "🌅.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\boot.txt", "boot.txt"),
        ("C:\\pictures\\sun.txt", "sun.txt"),
        ("/absolute.txt", "absolute.txt"),
        ("a\u202etxt.exe.txt", "atxt.exe.txt"),
        ("a\u200bb\ufeff.txt", "ab.txt"),
        ("a\x00b\x07.txt", "ab.txt"),
        ("a<b>:c|d?e*.txt", "a_b__c_d_e_.txt"),
        ("  spaced   out .txt", "spaced out .txt"),
        (".hidden.txt", "hidden.txt"),
        ("trailing.txt...", "trailing.txt"),
        ("x" * 300 + ".txt", "x" * 251 + ".txt"),
        ("夜" * 300 + ".txt", "夜" * 251 + ".txt"),
    ],
)
def test_a_name_is_kept_as_far_as_it_is_safe(adas, sent, kept):
    body = multipart((sent, some_text()))
    (result,) = send_raw(adas, body).json()["results"]
    assert (result["status"], result["filename"]) == ("created", kept)
    assert File.objects.get().name == File.objects.get().original_filename == kept


@pytest.mark.parametrize("name", ["..", ".", "...", "../", "/", "\u202e\u202e", "\x07", " . "])
def test_a_name_of_which_nothing_is_left_is_refused(adas, name):
    with leaving_nothing():
        response = send_raw(adas, multipart((name, some_text())))
    assert (response.status_code, refusals(response)) == (400, [("files.0", "name_invalid")])


def test_a_nameless_file_among_others_keeps_its_place(adas):
    response = send_raw(adas, multipart(("a.txt", some_text()), ("..", some_text()), ("c.txt", some_text())))
    assert results(response) == [("created", None), ("rejected", "name_invalid"), ("created", None)]


def test_a_form_field_in_which_no_file_was_chosen_is_no_file(adas):
    response = send_raw(adas, multipart(("", b""), ("a.txt", some_text())))
    assert (response.status_code, results(response)) == (201, [("created", None)])


def test_a_line_break_in_a_name_forges_no_header(adas):
    body = multipart(("a.txt\r\nContent-Type: text/html\r\nX-Evil: 1.txt", some_text()))
    response = send_raw(adas, body)
    names = list(File.objects.values_list("name", flat=True))
    assert response.status_code in {201, 400}
    assert not re.search(r"[\r\n/]", "".join(names))


def test_two_files_may_have_one_name(adas):
    response = send_raw(adas, multipart(("a.txt", some_text()), ("a.txt", some_text())))
    assert results(response) == [("created", None)] * 2


@pytest.mark.parametrize(
    ("sent", "data", "kept"),
    [
        ("photo.png", jpeg(40, 30), "photo.jpg"),
        ("photo.jpg", encoded(SMALL, "PNG"), "photo.png"),
        ("photo.JPEG", jpeg(40, 30), "photo.JPEG"),
        ("photo.heic", jpeg(40, 30), "photo.jpg"),
        ("photo.jpg", encoded(SMALL, "WEBP"), "photo.webp"),
        ("photo.jpg", animation("GIF"), "photo.gif"),
        ("photo.jpg", tiff(), "photo.tif"),
        ("photo.jpg", bmp(), "photo.bmp"),
        ("photo.jpg", avif(40, 30), "photo.avif"),
        ("photo.jpg", heic(64, 64), "photo.heic"),
        ("photo", jpeg(40, 30), "photo.jpg"),
        ("photo.txt", jpeg(40, 30), "photo.jpg"),
        ("photo.html", jpeg(40, 30), "photo.jpg"),
        ("archive.tar.png", jpeg(40, 30), "archive.tar.jpg"),
        ("n" * 251 + ".png", encoded(SMALL, "WEBP"), "n" * 250 + ".webp"),
    ],
)
def test_a_picture_under_another_extension_is_taken_and_its_name_put_right(adas, sent, data, kept):
    (result,) = send_raw(adas, multipart((sent, data))).json()["results"]
    assert (result["status"], result["kind"], result["file"]["name"]) == ("created", "image", kept)
    assert result["file"]["original_filename"] == sent


def test_nothing_of_a_name_is_in_the_path_that_its_bytes_are_kept_under(adas, house):
    send_raw(adas, multipart(("secret-plan.txt", some_text())))
    assert not list(house.rglob("*secret*"))
    assert re.fullmatch(r"[0-9a-f]{32}", File.objects.get().stored_name)


@given(st.text())
def test_a_clean_name_is_no_path_has_no_controls_and_fits(name):
    clean = clean_name(name)
    assert len(clean) <= LONGEST
    assert not re.search(r'[/\\<>:"|?*\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]', clean)
    assert clean == clean.strip(". ")
    clean.encode()


@given(st.text())
@example("e\u200b\u0301")
def test_cleaning_a_name_again_changes_nothing(name):
    assert clean_name(clean_name(name)) == clean_name(name)


@given(st.text(min_size=1), st.sampled_from(["jpg", "png", "webp"]))
def test_a_name_put_right_has_the_extension_and_is_clean_still(name, extension):
    clean = clean_name(name)
    if clean:
        right = with_extension(clean, extension)
        assert extension_of(right) == extension
        assert len(right) <= LONGEST

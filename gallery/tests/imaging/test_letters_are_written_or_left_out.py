import pytest
from PIL import ImageDraw
from PIL.Image import new

from gallery.imaging.lettering import font_of, fonts, lettered, writable

PILLOWS_OWN = ""


@pytest.mark.parametrize("text", ["© Ada Lovelace", "A & B, 2026", "“Ada”™"])
def test_plain_letters_are_written_as_they_are_by_any_font(text):
    assert lettered(text)[1] == text
    assert writable(text, PILLOWS_OWN) == text


@pytest.mark.parametrize("text", ["Ölgemälde ß", "Łódź", "Ωραία", "Фото Анна", "Nguyễn", "Ő ő", "—•€"])
def test_letters_of_europe_and_vietnam_are_written(text):
    assert lettered(text)[1] == text


@pytest.mark.parametrize(
    ("text", "written"), [("é à ü", "e a u"), ("Ω Ada", "Ada"), ("Ⅳ", "IV"), ("①", "1"), ("日本", ""), ("", "")]
)
def test_what_a_font_lacks_is_written_by_its_parts_or_left_out(text, written):
    assert writable(text, PILLOWS_OWN) == written


@pytest.mark.parametrize("text", ["a\tb\n c", "  a b   c "])
def test_space_is_single(text):
    assert lettered(text)[1].split(" ") == text.split()


@pytest.mark.parametrize("text", ["\x00\x07", "\ufffe\uffff", "\U000f0000", "\ud800"])
def test_what_is_no_letter_leaves_nothing(text):
    assert lettered(text)[1] == ""


def test_the_last_font_is_always_there():
    assert fonts()[-1] == PILLOWS_OWN


def test_every_font_draws_what_it_says_it_has():
    for name in fonts():
        page = new("L", (200, 60))
        ImageDraw.Draw(page).text((0, 0), "Ada", 255, font=font_of(name, 30))
        assert page.getbbox()

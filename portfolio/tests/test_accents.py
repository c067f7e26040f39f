"""The accent of a portfolio: refused where it could not be read, and served as a style sheet of its own."""

import re

import pytest

from gallery.tests.library import codes
from portfolio.looks.accents import sheet, version
from portfolio.looks.contrast import LEAST, contrast
from portfolio.looks.themes import PAPERS
from portfolio.models import Portfolio
from portfolio.tests.artists import change

TOLD = re.compile(r'data-theme="(\w+)"\] \{ --accent: light-dark\((#\w{6}), (#\w{6})\)')


@pytest.mark.parametrize(
    ("theme", "accent"), [("paper", "#ffcc00"), ("dark", "#333333"), ("salon", "#801010"), ("classic", "#a08040")]
)
def test_an_accent_too_faint_for_its_theme_is_refused_with_one_that_is_not(client_of, ada, theme, accent):
    client = client_of(ada)
    answer = client.put("/api/artists/me", {"portfolio": {"theme": theme, "accent": accent}})
    assert (answer.status_code, codes(answer)) == (400, {"portfolio.accent": "low_contrast"})
    (named,) = re.findall(r"can be read is (#\w{6})", answer.json()["errors"][0]["detail"])
    assert not Portfolio.objects.exists()
    assert change(client, portfolio={"theme": theme, "accent": named})["portfolio"]["accent"] == named


@pytest.mark.parametrize(("language", "ratios"), [("en", ["4.47:1", "4.5:1"]), ("de", ["4,47:1", "4,5:1"])])
def test_a_ratio_that_is_not_enough_is_not_said_to_be(client_of, ada, language, ratios):
    look, spoken = {"portfolio": {"theme": "minimal", "accent": "#777777"}}, {"accept-language": language}
    answer = client_of(ada).put("/api/artists/me", look, headers=spoken)
    assert re.findall(r"[\d.,]+:1", answer.json()["errors"][0]["detail"]) == ratios


def test_a_theme_is_held_against_the_accent_that_stands(client_of, ada):
    client = client_of(ada)
    change(client, portfolio={"accent": "#0a3d62"})
    answer = client.put("/api/artists/me", {"portfolio": {"theme": "dark"}})
    assert codes(answer) == {"portfolio.accent": "low_contrast"}
    change(client, portfolio={"theme": "dark", "accent": ""})


def test_what_is_not_the_look_is_changed_under_an_accent_from_before(client_of, ada):
    Portfolio.objects.create(artist=ada, accent="#ffcc00")
    assert change(client_of(ada), portfolio={"layout": "grid"})["portfolio"]["layout"] == "grid"


@pytest.mark.parametrize("accent", ["#336699", "#ffff00", "#000000", "#b3262a"])
def test_the_style_sheet_has_a_tone_that_reads_on_every_paper(accent):
    told = {theme: (light, dark) for theme, light, dark in TOLD.findall(sheet(accent))}
    assert set(told) == set(PAPERS)
    for theme, tones in told.items():
        assert all(contrast(tone, paper) >= LEAST for tone, paper in zip(tones, PAPERS[theme], strict=True))


def test_it_is_kept_for_ever_under_the_version_of_now(visitor, client_of, ada):
    change(client_of(ada), portfolio={"accent": "#336699"})
    answer = visitor.get("/@ada/look.css", {"v": version("#336699")})
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/css; charset=utf-8")
    assert "immutable" in answer.headers["Cache-Control"]
    assert "immutable" not in visitor.get("/@ada/look.css?v=old").headers["Cache-Control"]
    assert version("#336699") != version("#336698")


def test_there_is_none_without_an_accent_nor_of_who_is_shut_out(visitor, client_of, ada):
    assert visitor.get("/@ada/look.css").status_code == 404
    change(client_of(ada), portfolio={"accent": "#336699"})
    ada.is_active = False
    ada.save()
    assert visitor.get("/@ada/look.css").status_code == 404


def test_the_page_asks_for_it_only_where_there_is_one(read, visitor, client_of, ada):
    assert "look.css" not in read(visitor, "/@ada").html
    change(client_of(ada), portfolio={"accent": "#336699"})
    page = read(visitor, "/@ada")
    assert page.one("link", href=f"/@ada/look.css?v={version('#336699')}")["rel"] == "stylesheet"

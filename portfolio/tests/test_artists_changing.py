"""What artists change of themselves: what is sent, and nothing else."""

import json

import pytest

from gallery.models import Watermark
from portfolio.models import Portfolio
from portfolio.tests.artists import change, names, told

PROFILE = {
    "artist_name": "Ada Ångström",
    "bio": "Paints.\nMostly boats.",
    "location": "Porto",
    "specialties": ["oil", "etching"],
    "contact_info": "ada@studio.example",
    "social_links": {"site": "https://ada.example/?a=b#c", "mastodon": "https://social.example/@ada"},
}
PORTFOLIO = {
    "theme": "classic",
    "layout": "columns",
    "accent": "#a24",
    "typeface": "serif",
    "show_contact": True,
    "public_image_size": "small",
    "watermark": {"enabled": True, "text": "© Ada", "position": "tile", "opacity": 0.4, "scale": 0.2},
    "cover_artwork_id": None,
    "commissions": {
        "open": False,
        "slots": 3,
        "terms": "Half in advance.",
        "prices": [{"title": "Small", "price": "280.00", "currency": "EUR", "description": "On paper."}],
    },
    "sections": ["works", "contact"],
}
RECKONED = {"slots_taken": 0, "takes_requests": False}
"""What is told beside what they said of commissions."""


def told_of(key):
    """What is told of a key of `PORTFOLIO`."""
    said = {"accent": "#aa2244", "commissions": PORTFOLIO["commissions"] | RECKONED}
    return said.get(key, PORTFOLIO[key])


@pytest.mark.parametrize("method", ["put", "patch"])
@pytest.mark.parametrize("name", ["ada", "me", "ADA"])
def test_the_whole_profile_is_told_as_it_was_sent(client_of, visitor, ada, method, name):
    answer = getattr(client_of(ada), method)(f"/api/artists/{name}", PROFILE | {"portfolio": PORTFOLIO})
    assert answer.status_code == 200, answer.content
    assert {key: answer.json()[key] for key in PROFILE} == PROFILE
    assert answer.json()["portfolio"] == {key: told_of(key) for key in PORTFOLIO}
    assert told(visitor)["portfolio"] == answer.json()["portfolio"]


@pytest.mark.parametrize("key", PROFILE)
def test_one_key_changes_no_other(client_of, ada, key):
    client = client_of(ada)
    before = told(client)
    after = change(client, **{key: PROFILE[key]})
    assert after == before | {key: PROFILE[key]}


@pytest.mark.parametrize("key", PORTFOLIO)
def test_one_key_of_the_portfolio_changes_no_other(client_of, ada, key):
    client = client_of(ada)
    before = told(client)
    after = change(client, portfolio={key: PORTFOLIO[key]})
    assert after == before | {"portfolio": before["portfolio"] | {key: told_of(key)}}


def test_objects_within_the_portfolio_are_merged_too(client_of, ada):
    client = client_of(ada)
    change(client, portfolio=PORTFOLIO)
    portfolio = change(client, portfolio={"watermark": {"opacity": 0.9}, "commissions": {"slots": None}})["portfolio"]
    assert portfolio["watermark"] == PORTFOLIO["watermark"] | {"opacity": 0.9}
    assert portfolio["commissions"] == told_of("commissions") | {"slots": None}


def test_texts_and_lists_can_be_emptied(client_of, ada):
    client = client_of(ada)
    change(client, **PROFILE, portfolio=PORTFOLIO)
    empty = {"bio": "", "location": "", "specialties": [], "contact_info": "", "social_links": {}}
    after = change(client, **empty, portfolio={"accent": "", "sections": [], "commissions": {"terms": ""}})
    assert {key: after[key] for key in empty} == empty
    assert (after["portfolio"]["accent"], after["portfolio"]["sections"]) == ("", [])


@pytest.mark.parametrize(("sent", "stored"), [("#A2B", "#aa22bb"), ("#1a2B3c", "#1a2b3c"), ("", "")])
def test_an_accent_is_stored_with_six_digits(client_of, ada, sent, stored):
    assert change(client_of(ada), portfolio={"accent": sent})["portfolio"]["accent"] == stored


def test_what_is_written_around_a_text_is_space(client_of, ada):
    after = change(client_of(ada), artist_name="  Ada  ", specialties=[" oil "])
    assert (after["artist_name"], after["specialties"]) == ("Ada", ["oil"])


def test_nothing_sent_changes_nothing(client_of, ada):
    client = client_of(ada)
    assert told(client) == change(client) == change(client, portfolio={})
    assert not Portfolio.objects.exists()
    assert not Watermark.objects.exists()


def test_a_form_tells_objects_in_json(client_of, ada):
    sent = PROFILE | {"portfolio": PORTFOLIO}
    form = {key: value if isinstance(value, str) else json.dumps(value) for key, value in sent.items()}
    answer = client_of(ada).put("/api/artists/me", form, format="multipart")
    assert answer.status_code == 200, answer.content
    assert {key: answer.json()[key] for key in PROFILE} == PROFILE
    assert answer.json()["portfolio"]["layout"] == "columns"


@pytest.mark.parametrize(
    ("sent", "stored"), [(["oil", "ink"], ["oil", "ink"]), (["oil"], ["oil"]), (['["a", "b"]'], ["a", "b"]), ([""], [])]
)
def test_a_form_may_repeat_a_field_for_each_specialty(client_of, ada, sent, stored):
    answer = client_of(ada).put("/api/artists/me", {"specialties": sent}, format="multipart")
    assert answer.json()["specialties"] == stored


def test_a_form_without_files_is_read_too(client_of, ada):
    body = b"bio=Boats&portfolio=%7B%22theme%22%3A%22modern%22%7D"
    answer = client_of(ada).put("/api/artists/me", body, content_type="application/x-www-form-urlencoded")
    assert (answer.json()["bio"], answer.json()["portfolio"]["theme"]) == ("Boats", "modern")


def test_a_new_name_is_found_and_credited_at_once(client_of, visitor, ada, settings):
    settings.CREDIT_CHANGE_STEPS = ["portfolio.tests.artists.note_credit"]
    change(client_of(ada), artist_name="Marguerite")
    assert names(visitor, search="marguer") == ["ada"]
    assert told(visitor)["location"] == "credited as Marguerite"


def test_what_is_no_name_credits_nobody_anew(client_of, visitor, ada, settings):
    settings.CREDIT_CHANGE_STEPS = ["portfolio.tests.artists.note_credit"]
    change(client_of(ada), artist_name="ada", bio="x")
    assert told(visitor)["location"] == ""

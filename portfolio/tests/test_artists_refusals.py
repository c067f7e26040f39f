"""Who may not change an artist, and what is refused by name, with nothing changed."""

import json

import pytest

from gallery.actions.watermarks import change_watermark
from gallery.tests.library import codes, new_image
from portfolio.tests.artists import told

LINKS = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "http://a.example",
    "data:text/html,x",
    "//a.example",
    "https://",
    "https://a b",
    "ftp://a.example",
    "",
    None,
    7,
    ["https://a.example"],
    "https://a.example/" + "x" * 500,
]
BAD = [
    ({"artist_name": ""}, "artist_name"),
    ({"artist_name": "   "}, "artist_name"),
    ({"artist_name": None}, "artist_name"),
    ({"artist_name": "x" * 101}, "artist_name"),
    ({"artist_name": "a\0b"}, "artist_name"),
    ({"bio": "x" * 5001}, "bio"),
    ({"location": "x" * 201}, "location"),
    ({"contact_info": "x" * 1001}, "contact_info"),
    ({"specialties": "oil"}, "specialties"),
    ({"specialties": ["x"] * 21}, "specialties"),
    ({"specialties": ["oil", "x" * 61]}, "specialties.1"),
    ({"specialties": [""]}, "specialties.0"),
    ({"specialties": [{}]}, "specialties.0"),
    ({"specialties": ["a\nb"]}, "specialties"),
    ({"social_links": ["https://a.example"]}, "social_links"),
    ({"social_links": {"": "https://a.example"}}, "social_links"),
    ({"social_links": {"a\0": "https://a.example"}}, "social_links"),
    ({"social_links": {str(number): "https://a.example" for number in range(21)}}, "social_links"),
    ({"shoe_size": 42}, "shoe_size"),
    ({"username": "eve"}, "username"),
    ({"follower_count": 10_000}, "follower_count"),
    ({"show_contact": True}, "show_contact"),
    ({"profile_image": "portrait.jpg"}, "profile_image"),
    ({"profile_image_id": "1"}, "profile_image_id"),
    ({"profile_image_id": "00000000-0000-7000-8000-000000000000"}, "profile_image_id"),
    ({"portfolio": None}, "portfolio"),
    ({"portfolio": "dark"}, "portfolio"),
]
BAD_PORTFOLIO = [
    ({"theme": "a b"}, "theme"),
    ({"theme": "../x"}, "theme"),
    ({"theme": "x" * 41}, "theme"),
    ({"theme": ""}, "theme"),
    ({"typeface": "é"}, "typeface"),
    ({"theme": "sea"}, "theme"),
    ({"typeface": "fraktur"}, "typeface"),
    ({"layout": "pile"}, "layout"),
    ({"accent": "red"}, "accent"),
    ({"accent": "#12345"}, "accent"),
    ({"accent": "#ggg"}, "accent"),
    ({"accent": "#ffcc00"}, "accent"),
    ({"accent": "#fff;}"}, "accent"),
    ({"show_contact": "perhaps"}, "show_contact"),
    ({"public_image_size": "huge"}, "public_image_size"),
    ({"sections": ["works", "works"]}, "sections"),
    ({"sections": ["shop"]}, "sections.0"),
    ({"sections": "works"}, "sections"),
    ({"sections": [["works"]]}, "sections.0"),
    ({"colour": "red"}, "colour"),
    ({"watermark": {"opacity": 2}}, "watermark.opacity"),
    ({"watermark": {"opacity": "nan"}}, "watermark.opacity"),
    ({"watermark": {"position": "everywhere"}}, "watermark.position"),
    ({"watermark": {"size": 1}}, "watermark.size"),
    ({"watermark": {"enabled": True}}, "watermark.enabled"),
    ({"watermark": {"text": "\U000f0000"}}, "watermark.text"),
    ({"commissions": {"slots": 0}}, "commissions.slots"),
    ({"commissions": {"slots": 1001}}, "commissions.slots"),
    ({"commissions": {"open": None}}, "commissions.open"),
    ({"commissions": {"terms": "x" * 5001}}, "commissions.terms"),
    ({"commissions": {"price": 1}}, "commissions.price"),
    ({"commissions": []}, "commissions"),
]
SURROGATE = "surrogate_characters_not_allowed"
GOOD = {"bio": "Changed.", "portfolio": {"theme": "modern", "watermark": {"scale": 0.9}}}


def merged(bad: dict) -> dict:
    """The bad key among good ones."""
    portfolio = bad.get("portfolio", {})
    if not isinstance(portfolio, dict):
        return GOOD | bad
    watermark = portfolio.get("watermark", {})
    inside = GOOD["portfolio"] | portfolio | {"watermark": GOOD["portfolio"]["watermark"] | watermark}
    return GOOD | bad | {"portfolio": inside}


def refused(client, sent: dict, name: str = "me") -> list[str]:
    """What of a change is refused, and that it changed nothing."""
    before = told(client)
    answer = client.put(f"/api/artists/{name}", sent)
    assert answer.status_code == 400, answer.content
    assert told(client) == before
    return list(codes(answer))


@pytest.mark.parametrize(("bad", "attr"), BAD)
def test_one_bad_key_is_named_and_no_other_changes(client_of, ada, bad, attr):
    assert refused(client_of(ada), merged(bad)) == [attr]


@pytest.mark.parametrize(("bad", "attr"), BAD_PORTFOLIO)
def test_one_bad_key_of_the_portfolio_is_named_with_its_place(client_of, ada, bad, attr):
    assert refused(client_of(ada), merged({"portfolio": bad})) == [f"portfolio.{attr}"]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_that_is_not_https_is_refused_and_named(client_of, ada, link):
    links = {"good": "https://a.example", "my page": link}
    client = client_of(ada)
    assert refused(client, GOOD | {"social_links": links}) == ["social_links"]
    detail = client.put("/api/artists/me", {"social_links": links}).json()["errors"][0]["detail"]
    assert "my page" in detail
    assert "good" not in detail


def test_several_bad_keys_are_all_named(client_of, ada):
    sent = {"artist_name": "", "social_links": {"x": "javascript:1"}, "portfolio": {"layout": "x", "accent": "y"}}
    named = refused(client_of(ada), sent)
    assert sorted(named) == ["artist_name", "portfolio.accent", "portfolio.layout", "social_links"]


def test_a_watermark_is_not_left_with_nothing_to_lay_over(client_of, ada):
    change_watermark(by=ada, enabled=True, text="© Ada")
    sent = GOOD | {"portfolio": {"watermark": {"text": ""}}}
    assert refused(client_of(ada), sent) == ["portfolio.watermark.enabled"]


@pytest.mark.parametrize("method", ["put", "patch"])
def test_only_artists_themselves_change_what_is_said_of_them(client_of, visitor, ada, ben, mo, method):
    tried = {visitor: 401, client_of(ben): 403, client_of(mo): 403}
    for client, status in tried.items():
        assert getattr(client, method)("/api/artists/ada", GOOD).status_code == status
    assert told(visitor)["bio"] == ""


def test_whoever_is_absent_is_not_changed(client_of, visitor, ada):
    assert client_of(ada).put("/api/artists/nobody", GOOD).status_code == 404
    assert visitor.put("/api/artists/nobody", GOOD).status_code == 401


def test_an_artist_is_neither_made_nor_deleted_here(client_of, ada):
    client = client_of(ada)
    assert client.post("/api/artists", GOOD).status_code == 405
    assert client.delete("/api/artists/me").status_code == 405


def test_another_persons_picture_is_no_portrait(client_of, ada, ben):
    foreign = new_image(ben)
    assert refused(client_of(ada), GOOD | {"profile_image_id": str(foreign.pk)}) == ["profile_image_id"]


@pytest.mark.parametrize("name", ["portfolio", "social_links", "specialties"])
@pytest.mark.parametrize("text", ["[{", "[NaN]", "[" * 100_000])
def test_what_is_not_json_in_a_form_is_refused_by_name(client_of, ada, name, text):
    answer = client_of(ada).put("/api/artists/me", {name: text, "bio": "x"}, format="multipart")
    assert (answer.status_code, codes(answer)) == (400, {name: "invalid"})


def test_half_a_character_is_refused(client_of, ada):
    body = r'{"bio": "\ud800"}'
    assert codes(client_of(ada).put("/api/artists/me", body, content_type="application/json")) == {"bio": SURROGATE}


def test_a_form_that_is_a_list_is_refused(client_of, ada):
    assert client_of(ada).put("/api/artists/me", [GOOD]).status_code == 400
    body = {"portfolio": json.dumps([GOOD])}
    assert codes(client_of(ada).put("/api/artists/me", body, format="multipart")) == {"portfolio": "invalid"}

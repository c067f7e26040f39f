"""The page on which artists decide about the rights in their pictures."""

import pytest

from accounts.actions import change_preferences
from accounts.models import User
from gallery.tests.library import new_image
from portfolio.tests.commission_rooms import post

PATH = "/studio/rights"
FORM = {"copyright_notice": "", "ai_training": "unspecified", "default_visibility": "private"}
ANEW = "into the copies of"


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def kept() -> User:
    return User.objects.get(username="ada")


def rows(page) -> dict[str, str]:
    """The table of what a copy says."""
    return dict(
        zip((head.text for head in page.all("th", scope="row")), (cell.text for cell in page.all("td")), strict=True)
    )


def test_every_choice_is_kept_and_the_page_says_so(read, adas):
    told = {"copyright_notice": "© Ada 2026", "ai_training": "disallowed", "default_visibility": "public"}
    answer = post(adas, PATH, share_location="on", **told)
    assert (answer.status_code, answer.headers["Location"]) == (303, PATH)
    user = kept()
    assert (user.copyright_notice, user.ai_training) == ("© Ada 2026", "disallowed")
    assert (user.share_location, user.default_visibility) == (True, "public")
    page = read(adas, PATH)
    assert page.one("p", role="status").text == "Saved."
    assert "checked" in page.one("input", name="ai_training", value="disallowed").attributes


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"copyright_notice": "x" * 501}, "copyright_notice"),
        ({"ai_training": "perhaps"}, "ai_training"),
        ({"default_visibility": ""}, "default_visibility"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_nothing_changes(adas, told, field):
    html = post(adas, PATH, **{**FORM, "share_location": "on"} | told).content.decode()
    assert f'id="id_{field}_error"' in html
    assert kept().share_location is False


def test_how_many_pictures_are_drawn_anew_is_told_before_and_after(read, adas, ada):
    assert ANEW not in read(adas, PATH).text
    new_image(ada)
    new_image(ada, copyright_notice="© Ben")
    new_image(ada, copyright="© the camera", ai_training="allowed")
    text = read(adas, PATH).text
    assert "Another notice is written anew into the copies of 1 picture." in text
    assert "Another answer is written anew into the copies of 2 pictures." in text
    post(adas, PATH, **FORM | {"ai_training": "allowed"})
    assert "Saved. 2 pictures are drawn anew." in read(adas, PATH).text
    post(adas, PATH, **FORM | {"ai_training": "allowed", "default_visibility": "public"})
    assert "drawn anew." not in read(adas, PATH).text.split("Saved.")[1].split("Copyright notice")[0]


def test_what_a_copy_says_is_shown_of_the_newest_that_others_see(read, adas, ada):
    assert "What a copy says now" not in read(adas, PATH).text
    change_preferences(user=ada, changes={"ai_training": "disallowed"})
    new_image(ada, "Seen", exif={"GPS": {"GPSLatitude": 1}, "Serial": {"BodySerialNumber": "1"}})
    new_image(ada, "Unseen", visibility="private")
    page = read(adas, PATH)
    told = rows(page)
    assert (told["EXIF Artist"], told["XMP-dc Rights"]) == ("ada", "© ada")
    assert told["XMP-plus DataMining"].endswith("PROHIBITED-AIMLTRAINING")
    assert (told["Header TDM-Reservation"], told["Header X-Robots-Tag"]) == ("1", "noai, noimageai")
    assert "which no copy has: where it was taken, serial numbers and who owns the camera." in page.text
    assert page.one("img", alt="Seen")


@pytest.mark.parametrize("number", [1, 4])
def test_the_page_costs_the_same_queries_however_many_pictures_there_are(
    django_assert_max_num_queries, adas, ada, number
):
    for _ in range(number):
        new_image(ada)
    adas.get(PATH)
    with django_assert_max_num_queries(6):
        adas.get(PATH)


def test_a_form_is_sent_by_post_alone(adas, ada):
    change_preferences(user=ada, changes={"ai_training": "disallowed"})
    assert [getattr(adas, way)(PATH).status_code for way in ("put", "patch", "delete")] == [405, 405, 405]
    assert kept().ai_training == "disallowed"


def test_a_visitor_signs_in_first(visitor):
    assert visitor.get(PATH).headers["Location"] == f"/login?next={PATH}"

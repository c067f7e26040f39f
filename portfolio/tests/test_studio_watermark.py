"""The page on which artists choose what is written over their pictures, and the preview of what they have not saved."""

import pytest

from gallery.models import Rendition, Watermark
from gallery.tests.library import new_image, upload
from portfolio.tests.commission_rooms import post

PATH, PREVIEW = "/studio/watermark", "/studio/watermark/preview"
FORM = {"text": "© Ada", "image": "", "position": "center", "opacity": "60", "scale": "40"}


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


@pytest.fixture
def own(adas) -> str:
    return upload(adas)["id"]


def previewed(client, picture, **told) -> bytes:
    answer = client.get(PREVIEW, {"picture": picture, **told})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/webp"
    assert "no-store" in answer.headers["Cache-Control"]
    return answer.content


def test_every_choice_is_kept_and_the_page_says_so(read, adas, ada):
    mark = new_image(ada)
    answer = post(adas, PATH, **FORM | {"enabled": "on", "image": str(mark.pk)})
    assert (answer.status_code, answer.headers["Location"]) == (303, PATH)
    kept = Watermark.objects.get(owner=ada)
    assert (kept.enabled, kept.text, kept.image_id, kept.position) == (True, "© Ada", mark.pk, "center")
    assert (kept.opacity, kept.scale) == (0.6, 0.4)
    page = read(adas, PATH)
    assert page.one("p", role="status").text == "Saved."
    assert page.one("input", name="opacity")["value"] == "60"


def test_what_was_not_touched_stays_to_the_last_digit(adas, ada):
    Watermark.objects.create(owner=ada, text="© Ada", opacity=0.333, scale=0.2, position="tile")
    post(adas, PATH, **FORM | {"position": "tile", "opacity": "33", "scale": "25"})
    kept = Watermark.objects.get()
    assert (kept.opacity, kept.scale) == (0.333, 0.25)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"text": "x" * 101}, "text"),
        ({"text": "\U000f0000"}, "text"),
        ({"text": "", "enabled": "on"}, "enabled"),
        ({"position": "middle"}, "position"),
        ({"opacity": "4"}, "opacity"),
        ({"scale": "101"}, "scale"),
        ({"scale": "nan"}, "scale"),
        ({"image": "x"}, "image"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_nothing_changes(adas, told, field):
    html = post(adas, PATH, **FORM | told).content.decode()
    assert f'id="id_{field}_error"' in html or f'id="{field}-errors"' in html
    assert not Watermark.objects.exists()


def test_anothers_picture_is_no_mark(adas, ada, ben):
    new_image(ada)
    assert 'class="errors"' in post(adas, PATH, **FORM | {"image": str(new_image(ben).pk)}).content.decode()


def test_the_preview_follows_what_is_sent_over_what_stands_and_keeps_nothing(adas, ada, own):
    copies = Rendition.objects.count()
    bare = previewed(adas, own)
    assert previewed(adas, own, text="© Ada") != bare
    Watermark.objects.create(owner=ada, text="© Ada", position="center")
    stands = previewed(adas, own)
    assert previewed(adas, own, text="") == bare
    assert previewed(adas, own, position="top-left") not in {bare, stands}
    assert previewed(adas, own, position="nowhere", opacity="900") == stands
    assert (Rendition.objects.count(), Watermark.objects.get().position) == (copies, "center")


def test_the_preview_is_of_ones_own_pictures_alone(adas, client_of, ben, visitor, own):
    for picture in ("", "x", "00000000-0000-0000-0000-000000000000"):
        assert adas.get(PREVIEW, {"picture": picture}).status_code == 404
    assert client_of(ben).get(PREVIEW, {"picture": own}).status_code == 404
    assert visitor.get(PREVIEW, {"picture": own}).status_code == 302


def test_the_preview_keeps_to_the_limit_of_what_owners_have_drawn(settings, adas, own):
    settings.RATE_LIMITS = {"rendition_owner": (1, 3600)}
    assert adas.get(PREVIEW, {"picture": own}).status_code == 200
    assert adas.get(PREVIEW, {"picture": own}).status_code == 429


def test_without_script_a_button_shows_it_and_saves_nothing(adas, ada, own):
    html = post(adas, PATH, **FORM | {"preview": "1", "picture": own}).content.decode()
    assert "text=%C2%A9+Ada" in html
    assert f"picture={own}" in html
    assert not Watermark.objects.exists()


@pytest.mark.parametrize("number", [1, 4])
def test_the_page_costs_the_same_queries_however_many_pictures_there_are(
    django_assert_max_num_queries, adas, ada, number
):
    for _ in range(number):
        new_image(ada)
    adas.get(PATH)
    with django_assert_max_num_queries(6):
        adas.get(PATH)


def test_a_visitor_signs_in_first(visitor):
    assert visitor.get(PATH).headers["Location"] == f"/login?next={PATH}"

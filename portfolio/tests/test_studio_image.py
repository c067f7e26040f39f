"""All that is known of a picture of one's own, and what one says of it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gallery.models import Access, Image
from gallery.tests.batches import new_album
from gallery.tests.library import NOON, new_image, upload
from gallery.tests.pictures import camera_jpeg
from gallery.tests.works import new_work

SAID = {"title": "Dunes", "alt_text": "Sand.", "description": "", "tags": "Sea, grey light", "visibility": "public"}


@pytest.fixture
def adas(ada):
    browser = Client()
    browser.force_login(ada)
    return browser


def page_of(image) -> str:
    return f"/studio/images/{image.pk}"


def test_only_its_owner_has_the_page(adas, visitor, ben):
    bens = new_image(ben)
    for path in ("", "/delete", "/history"):
        assert adas.get(page_of(bens) + path).status_code == 404
        assert visitor.get(page_of(bens) + path).status_code == 302
    assert adas.post(page_of(bens), SAID).status_code == 404
    assert adas.post(page_of(bens) + "/delete").status_code == 404


def test_what_is_said_of_it_is_saved(adas, ada):
    image = new_image(ada, visibility="private")
    answer = adas.post(page_of(image), SAID | {"ai_training": "disallowed", "copyright_notice": "Mine."})
    assert (answer.status_code, answer.headers["Location"]) == (303, page_of(image))
    image.refresh_from_db()
    assert (image.title, image.alt_text, image.visibility) == ("Dunes", "Sand.", "public")
    assert (image.ai_training, image.copyright_notice, image.allow_download) == ("disallowed", "Mine.", False)
    assert adas.get(page_of(image)).context["form"]["tags"].value() == "grey light, sea"


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "x" * 201), ("tags", "y" * 51), ("visibility", "friends"), ("alt_text", "z" * 1001), ("tags", "a\0b")],
)
def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(adas, ada, field, value):
    image = new_image(ada, "Before")
    answer = adas.post(page_of(image), SAID | {"description": "Typed.", field: value})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert "Typed." in answer.content.decode()
    assert Image.objects.get().title == "Before"


def test_all_that_is_known_of_it_is_told(adas, ada, client_of):
    told = upload(client_of(ada), camera_jpeg(), title="Tower")
    page = adas.get(f"/studio/images/{told['id']}").content.decode()
    for words in ("Ateliercam", "Place", "48.85837", "SN-0042-SECRET", "Prints well up to", "All in all", "image/jpeg"):
        assert words in page
    assert told["file"]["checksum"] in page
    assert 'fill="#' in page


def test_where_it_is_is_told(adas, ada):
    image = new_image(ada, "Dunes")
    new_work(ada, "The storm", images=(image,))
    new_album(ada, image, name="Summer")
    page = adas.get(page_of(image)).content.decode()
    assert "The storm" in page
    assert "Summer" in page


@pytest.mark.parametrize("ordering", ["-date", "date", "name", "taken", "-taken", "-size"])
def test_the_ways_lead_through_the_same_list_that_the_library_shows(adas, ada, ordering):
    for number in range(5):
        taken = NOON + timedelta(days=number // 2) if number < 3 else None
        new_image(ada, f"Picture {number // 2}", tags=("sea",), date_taken=taken, file_size=number // 2)
    new_image(ada, "Not among them")
    query = f"?tags=sea&ordering={ordering}"
    listed = [tile.id for tile in adas.get(f"/studio/library{query}").context["tiles"]]
    walked, way = [], f"/studio/images/{listed[0]}{query}"
    while way:
        context = adas.get(way).context
        before = context["before"].partition("?")[0]
        assert before == (f"/studio/images/{walked[-1]}" if walked else "")
        walked.append(context["image"].pk)
        way = context["after"]
    assert walked == listed


def test_what_looks_the_same_stands_below(adas, ada):
    look = {"perceptual_hash": "f0f0a5a5c3c39669"}
    image, other = new_image(ada, "One", **look), new_image(ada, "Two", **look)
    assert [tile.id for tile in adas.get(page_of(image)).context["alike"]] == [other.pk]


def test_its_history_is_told_a_page_at_a_time(adas, ada, ben):
    image = new_image(ada, "Dunes")
    facts = {"file": image.file, "at": NOON, "viewer_key": "k"}
    Access.objects.bulk_create(Access(action="view", **facts) for _ in range(50))
    Access.objects.create(action="download", viewer=ben, referrer="https://example.org/", **facts)
    first = adas.get(page_of(image) + "/history").content.decode()
    assert first.count("<time") == 50
    assert "https://example.org/" in first + adas.get(page_of(image) + "/history?page=2").content.decode()


def test_deleting_asks_first_and_tells_what_goes(adas, ada):
    image = new_image(ada, "Dunes")
    album = new_album(ada, image, name="Summer")
    album.cover_image = image
    album.save()
    asked = adas.get(page_of(image) + "/delete?tags=sea").content.decode()
    assert "“Summer” loses it, and its cover." in asked
    assert Image.objects.exists()
    answer = adas.post(page_of(image) + "/delete?tags=sea")
    assert answer.headers["Location"] == "/studio/library?tags=sea"
    assert not Image.objects.exists()


def test_what_a_work_shows_is_not_deleted(adas, ada):
    image = new_image(ada, "Dunes")
    new_work(ada, "The storm", images=(image,))
    assert "The storm" in adas.get(page_of(image) + "/delete").content.decode()
    answer = adas.post(page_of(image) + "/delete")
    assert "The storm" in str(answer.context["form"].non_field_errors())
    assert Image.objects.exists()


def test_it_costs_as_many_queries_whatever_hangs_on_it(adas, ada):
    costs = []
    for number in (1, 3):
        look = {"perceptual_hash": f"{number:x}0f0a5a5c3c39669"}
        image, *_others = [
            new_image(ada, tags=tuple(f"t{n}" for n in range(number)), **look) for _ in range(number + 1)
        ]
        for _ in range(number):
            new_album(ada, image)
            new_work(ada, images=(image,))
        with CaptureQueriesContext(connection) as queries:
            adas.get(page_of(image))
        costs.append(len(queries))
    assert costs[0] == costs[1]
    assert costs[0] <= 24

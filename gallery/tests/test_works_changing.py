"""Changing works: what is sent and nothing else."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from rest_framework.test import APIClient

from gallery.actions.artworks import change_artwork
from gallery.models import Artwork, ArtworkImage, Category, Gallery, GalleryArtwork, Image, Tag
from gallery.tests.library import codes, new_image
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import named, refusals, some_text
from gallery.tests.works import new_work

NOON = datetime(2024, 5, 17, 12, tzinfo=UTC)


def change(client: APIClient, work, *, method="patch", form="json", **said):
    return getattr(client, method)(f"/api/artworks/{work.pk}", said, format=form)


def views(work):
    rows = ArtworkImage.objects.filter(artwork=work.pk).order_by("position")
    assert [row.position for row in rows] == list(range(len(rows)))
    return [row.image_id for row in rows]


@pytest.mark.parametrize("method", ["put", "patch"])
@pytest.mark.parametrize("form", ["json", "multipart"])
def test_only_what_is_sent_changes(ada, adas, method, form):
    work = new_work(ada, description="Boats", medium="Oil", tags=["sea"], is_mature=True, price=5, currency="EUR")
    before = adas.get(f"/api/artworks/{work.pk}").json()
    answer = change(adas, work, method=method, form=form, title="Dusk")
    assert answer.status_code == 200
    changed = {name for name, value in answer.json().items() if value != before[name]}
    assert changed == {"title", "updated_at"}


def test_the_answer_is_what_a_look_tells(ada, adas):
    work = new_work(ada)
    assert change(adas, work, title="Dusk").json() == adas.get(f"/api/artworks/{work.pk}").json()


def test_empty_values_clear(ada, adas):
    painting = Category.objects.create(name="Painting", slug="painting")
    facts = {"price": 5, "currency": "EUR", "width_cm": 3, "creation_date": NOON.date(), "description": "Boats"}
    work = new_work(ada, category=painting, tags=["sea"], **facts)
    cleared = dict.fromkeys([*facts, "category"]) | {"tags": [], "description": ""}
    told = change(adas, work, **cleared).json()
    assert {name: told[name] for name in cleared} == cleared
    painting.refresh_from_db()
    assert (painting.public_count, Tag.objects.get().public_count) == (0, 0)


def test_a_form_clears_with_empty_fields(ada, adas):
    work = new_work(ada, price=5, currency="EUR", tags=["sea"])
    told = change(adas, work, form="multipart", price="", currency="", tags="").json()
    assert (told["price"], told["currency"], told["tags"]) == (None, None, [])


def test_a_price_alone_keeps_its_currency(ada, adas):
    work = new_work(ada, price=5, currency="EUR")
    told = change(adas, work, price="7.50").json()
    assert (told["price"], told["currency"]) == ("7.50", "EUR")


def test_a_priced_work_keeps_a_currency(ada, adas):
    work = new_work(ada, price=5, currency="EUR")
    assert codes(change(adas, work, currency=None)) == {"currency": "required"}
    assert change(adas, work, currency=None, price=None).status_code == 200


def test_a_price_has_to_fit_the_new_currency(ada, adas):
    work = new_work(ada, price=Decimal("5.50"), currency="EUR")
    assert codes(change(adas, work, currency="JPY")) == {"currency": "max_decimal_places"}
    assert change(adas, work, currency="JPY", price="6").json()["price"] == "6"


@pytest.mark.parametrize("name", ["image_id", "image_ids"])
def test_pictures_of_the_library_take_the_place_of_all_there_were(ada, adas, name):
    first, second, third = (new_image(ada, visibility="private") for _ in range(3))
    work = new_work(ada, images=(first, second))
    told = change(adas, work, **{name: [str(third.pk), str(second.pk)]}).json()
    assert [image["id"] for image in told["images"]] == [str(third.pk), str(second.pk)]
    assert views(work) == [third.pk, second.pk]
    shown = dict(Image.objects.values_list("pk", "is_shown"))
    assert shown == {first.pk: False, second.pk: True, third.pk: True}


def test_a_file_takes_the_place_of_all_there_were(ada, adas):
    work = new_work(ada)
    old = views(work)
    answer = change(adas, work, method="put", form="multipart", image_file=named("new.jpg", jpeg(70, 50)))
    assert answer.json()["images"][0]["width"] == 70
    assert views(work) != old
    assert Image.objects.filter(pk__in=old).exists()


def test_a_bad_file_changes_nothing_and_leaves_nothing(ada, adas):
    work = new_work(ada)
    old = views(work)
    files = [named("a.jpg", jpeg(70, 50)), named("b.txt", some_text())]
    answer = change(adas, work, form="multipart", title="Dusk", image_file=files)
    assert (answer.status_code, refusals(answer)) == (415, [("image_file.1", "unsupported_type")])
    assert (views(work), Image.objects.count()) == (old, 1)
    assert Artwork.objects.get().title == "Harbour"


def test_a_work_is_never_left_without_pictures(ada, adas):
    work = new_work(ada)
    assert codes(change(adas, work, image_ids=[])) == {"image_ids": "empty"}
    assert len(views(work)) == 1


def test_it_comes_to_hang_in_a_gallery_once(ada, adas):
    work, room = new_work(ada), Gallery.objects.create(owner=ada, name="Room", slug="room")
    for _turn in range(2):
        assert change(adas, work, gallery_id=str(room.pk)).status_code == 200
    assert GalleryArtwork.objects.get().artwork_id == work.pk


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_hiding_takes_effect_at_once_and_can_be_undone(ada, adas, visitor, hidden):
    work = new_work(ada, tags=["sea"])
    change(adas, work, **hidden)
    assert visitor.get(f"/api/artworks/{work.pk}").status_code == 404
    assert (Image.objects.get().is_shown, Tag.objects.get().public_count) == (False, 0)
    change(adas, work, status="published", availability_status="available")
    assert visitor.get(f"/api/artworks/{work.pk}").status_code == 200
    assert (Image.objects.get().is_shown, Tag.objects.get().public_count) == (True, 1)


def test_the_time_of_publication_stays_while_a_work_is_edited(ada, adas):
    work = new_work(ada, published_at=NOON)
    for said in (
        {"title": "Dusk"},
        {"status": "published"},
        {"published_at": None},
        {"availability_status": "private"},
    ):
        assert change(adas, work, **said).json()["published_at"] == "2024-05-17T12:00:00Z"


def test_a_published_work_can_be_dated_back(ada, adas):
    work = new_work(ada)
    assert change(adas, work, published_at="2020-01-02T03:04:05Z").json()["published_at"] == "2020-01-02T03:04:05Z"


def test_the_action_judges_what_stands_by_then(ada):
    work = new_work(ada, price=5, currency="EUR")
    stale = Artwork.objects.get(pk=work.pk)
    change_artwork(artwork=work, by=ada, price=None)
    change_artwork(artwork=stale, by=ada, currency="")
    assert Artwork.objects.values_list("price", "currency").get() == (None, "")


def test_a_work_that_went_meanwhile_is_not_made_again(ada):
    work = new_work(ada)
    Artwork.objects.filter(pk=work.pk).delete()
    with pytest.raises(Artwork.DoesNotExist):
        change_artwork(artwork=work, by=ada, title="Dusk")

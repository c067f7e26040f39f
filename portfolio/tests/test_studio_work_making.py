"""Pictures become works: they are chosen, and a table is filled in."""

import pytest

from gallery.models import Artwork
from gallery.tests.galleries import gallery_of
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from portfolio.studio.work_pictures import readable
from portfolio.tests.sending import send

NEW = "/studio/works/new"


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def table(*rows, **together):
    """What the table sends: a row is a picture and what is said of the work."""
    body = {
        "works-TOTAL_FORMS": len(rows),
        "works-INITIAL_FORMS": len(rows),
        "way": "each",
        "status": "draft",
        **together,
    }
    for place, (image, said) in enumerate(rows):
        told = {"image_id": str(image.pk), "title": "Harbour", "availability_status": "available", **said}
        body |= {f"works-{place}-{name}": value for name, value in told.items()}
    return body


def values(page, name: str) -> list[str]:
    return [field["value"] for field in page.all("input") if field.attributes.get("name", "").endswith(name)]


@pytest.mark.parametrize(
    ("filename", "title"),
    [
        ("north_sea-02.jpg", "North sea 02"),
        ("IMG_4711.JPG", "IMG 4711"),
        ("a.b.c.png", "A.b.c"),
        ("___.jpg", "Untitled"),
        ("", "Untitled"),
        ("été-à-la-mer.webp", "Été à la mer"),
    ],
)
def test_the_name_of_a_file_becomes_a_title(filename, title):
    assert readable(filename) == title


def test_pictures_that_no_work_shows_come_first(read, adas, ada):
    used, free = new_image(ada, "Used"), new_image(ada, "Free")
    new_work(ada, images=(used,))
    hidden = new_image(ada, "Hidden", is_hidden=True)
    chosen = [field["value"] for field in read(adas, NEW).all("input", name="images")]
    assert chosen == [str(free.pk), str(used.pk)]
    assert str(hidden.pk) not in chosen


def test_what_was_chosen_is_kept_on_the_way_to_another_page(read, adas, ada):
    images = [new_image(ada) for _ in range(26)]
    answer = send(adas, NEW, {"images": [str(images[-1].pk)], "page": "2"})
    assert answer.headers["Location"] == f"{NEW}?images={images[-1].pk}&page=2"
    page = read(adas, answer.headers["Location"])
    assert page.one("input", name="images", type="hidden")["value"] == str(images[-1].pk)
    assert len(page.all("input", name="images", type="checkbox")) == 2


def test_a_hundred_pictures_fit_into_the_address_of_their_table(adas, ada):
    ids = [f"0190c0de-0000-7000-8000-{number:012d}" for number in range(120)]
    answer = send(adas, NEW, {"image_ids": ids})
    assert len(answer.headers["Location"]) < 4_000
    assert answer.headers["Location"].count(",") == 99


def test_the_table_begins_with_what_the_library_knows(read, adas, ada, ben):
    one, two = new_image(ada, "Dunes", tags=("sea",)), new_image(ada, original_filename="grey_heron.jpg")
    page = read(adas, f"{NEW}?images={two.pk},{one.pk},{new_image(ben).pk},nonsense")
    assert values(page, "-image_id") == [str(two.pk), str(one.pk)]
    assert values(page, "-title") == ["Grey heron", "Dunes"]
    assert page.one("input", name="works-1-tags")["value"] == "sea"


def test_each_picture_becomes_a_work_with_what_is_said_of_it_and_of_all(adas, ada):
    one, two, coast = new_image(ada), new_image(ada), gallery_of(ada, name="Coast")
    said = {
        "title": "Dunes",
        "price": "120",
        "currency": "eur",
        "creation_date": "2024",
        "tags": "sea, dusk",
        "width_cm": "40",
    }
    answer = send(adas, NEW, table((one, said), (two, {}), gallery_id=str(coast.pk), license="CC0"))
    assert (answer.status_code, answer.headers["Location"]) == (303, "/studio/works")
    dunes, harbour = (Artwork.objects.get(title=title) for title in ("Dunes", "Harbour"))
    assert (dunes.status, dunes.price, dunes.currency, dunes.creation_precision) == ("draft", 120, "EUR", "year")
    assert sorted(dunes.tags.values_list("name", flat=True)) == ["dusk", "sea"]
    assert (harbour.license, harbour.images.get()) == ("CC0", two)
    assert list(coast.artworks.order_by("hangings__position")) == [dunes, harbour]


def test_one_fault_keeps_all_from_being_made_and_is_told_beside_its_cell(read, adas, ada):
    one, two = new_image(ada), new_image(ada)
    answer = send(adas, NEW, table((one, {"title": "Dunes"}), (two, {"creation_date": "soon", "price": "7"})))
    html = answer.content.decode()
    assert "Write it as 2024, 2024-05 or 2024-05-17." in html
    assert "A price needs its currency." in html
    assert all(typed in html for typed in ('value="Dunes"', 'value="soon"', 'value="7"'))
    assert 'id="id_works-1-creation_date_error"' in html
    assert not Artwork.objects.exists()


def test_a_time_that_is_past_is_told_beside_the_time(adas, ada):
    answer = send(adas, NEW, table((new_image(ada), {}), status="scheduled", published_at="2020-01-01T10:00"))
    assert "This time is past" in answer.content.decode()
    assert not Artwork.objects.exists()


def test_all_pictures_may_be_views_of_one_work(adas, ada):
    images = [new_image(ada) for _ in range(3)]
    rows = [(image, {"title": "" if place else "Triptych"}) for place, image in enumerate(images)]
    rows.append((images[0], {"image_id": "no id"}))
    answer = send(adas, NEW, table(*rows, way="one"))
    work = Artwork.objects.get()
    assert answer.headers["Location"] == f"/studio/works/{work.pk}"
    assert list(work.images.order_by("artwork_views__position")) == images


def test_anothers_picture_becomes_no_work_of_mine(adas, ben):
    answer = send(adas, NEW, table((new_image(ben), {})))
    assert "There is no such picture of yours." in answer.content.decode()
    assert not Artwork.objects.exists()


def test_no_table_is_longer_than_a_hundred_rows(adas, ada):
    image = new_image(ada)
    assert send(adas, NEW, table(*[(image, {})] * 101)).status_code == 200
    assert not Artwork.objects.exists()


@pytest.mark.parametrize("body", [{"works-TOTAL_FORMS": "x"}, {"works-TOTAL_FORMS": "0", "works-INITIAL_FORMS": "0"}])
def test_a_table_of_nothing_makes_nothing(adas, body):
    assert send(adas, NEW, body).status_code == 200


@pytest.mark.parametrize("number", [1, 3, 20])
def test_the_table_costs_the_same_queries_for_any_number_of_rows(django_assert_num_queries, adas, ada, number):
    ids = ",".join(str(new_image(ada).pk) for _ in range(number))
    adas.get(f"{NEW}?images={ids}")
    with django_assert_num_queries(8):
        adas.get(f"{NEW}?images={ids}")

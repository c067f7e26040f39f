"""One work in the studio: what is said of it, its pictures, its end."""

import pytest

from gallery.models import Artwork, Category, Image
from gallery.tests.galleries import gallery_of
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from portfolio.tests.sending import send

STANDS = {
    "title": "Harbour", "description": "", "alt_text": "", "medium": "", "width_cm": "", "height_cm": "", "depth_cm": "",
    "dimensions": "", "creation_date": "", "availability_status": "available", "price": "", "currency": "", "license": "",
    "category": "", "tags": "", "gallery_id": "", "status": "published", "published_at": "", "comments_open": "on",
}  # fmt: skip


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


@pytest.fixture
def harbour(ada) -> Artwork:
    return new_work(ada)


def at(work, page: str = "") -> str:
    return f"/studio/works/{work.pk}{page}"


def save(client, work, **said):
    return client.post(at(work), STANDS | said, format="multipart")


@pytest.mark.parametrize("part", ["", "/pictures", "/preview", "/delete"])
def test_anothers_work_is_not_there(client_of, ben, harbour, part):
    assert client_of(ben).get(at(harbour, part)).status_code == 404


@pytest.mark.parametrize("part", ["", "/pictures", "/preview", "/delete"])
def test_a_visitor_signs_in_first(visitor, harbour, part):
    assert visitor.get(at(harbour, part)).headers["Location"].startswith("/login?next=/studio/works/")


def test_everything_is_changed_on_one_page(adas, ada, harbour):
    coast, relief = gallery_of(ada, name="Coast"), Category.objects.create(name="Relief", slug="relief")
    said = {
        "title": "Dunes",
        "description": "Two\r\nlines",
        "width_cm": "40.5",
        "creation_date": "2024-05",
        "tags": "sea",
    }
    said |= {
        "price": "120",
        "currency": "EUR",
        "category": str(relief.pk),
        "gallery_id": str(coast.pk),
        "is_mature": "on",
    }
    answer = save(adas, harbour, **said, comments_open="")
    assert (answer.status_code, answer.headers["Location"]) == (303, at(harbour))
    work = Artwork.objects.get()
    assert (work.title, work.description, str(work.width_cm), work.price) == ("Dunes", "Two\nlines", "40.50", 120)
    assert (work.creation_precision, work.category, work.is_mature, work.comments_open) == (
        "month",
        relief,
        True,
        False,
    )
    assert (list(coast.artworks.all()), [tag.name for tag in work.tags.all()]) == ([work], ["sea"])


def test_what_is_not_touched_stays_as_it_is(adas, harbour):
    before = Artwork.objects.get()
    save(adas, harbour, medium="oil")
    after = Artwork.objects.get()
    assert (after.medium, after.published_at, after.status) == ("oil", before.published_at, "published")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"title": " "}, "This field may not be blank."),
        ({"price": "12"}, "A price needs its currency."),
        ({"price": "1.234", "currency": "EUR"}, "at most 2 decimals"),
        ({"width_cm": "wide"}, "A valid number is required."),
        ({"creation_date": "2999"}, "This lies in the future."),
        ({"status": "scheduled"}, "Say when it is to be published."),
        ({"status": "scheduled", "published_at": "2020-01-01T10:00"}, "This time is past"),
        ({"status": "hung"}, "Select a valid choice."),
        ({"tags": "x" * 60}, "at most 50 characters"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_nothing_is_lost(adas, harbour, said, words):
    answer = save(adas, harbour, description="Long thought", **said)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert words in html
    assert "Long thought</textarea>" in html
    assert Artwork.objects.get().description == ""


def test_a_draft_is_scheduled_then_published_at_once(adas, ada):
    work = new_work(ada, status="draft")
    save(adas, work, status="scheduled", published_at="2999-01-01T10:00")
    assert str(Artwork.objects.get().published_at) == "2999-01-01 10:00:00+00:00"
    assert 'value="2999-01-01T10:00"' in adas.get(at(work)).content.decode()
    save(adas, work, status="published", published_at="2999-01-01T10:00")
    assert Artwork.objects.get().is_public


def test_what_would_make_a_good_page_is_hinted_at_and_leads_there(read, adas, ada, harbour):
    hints = [
        way["href"] for way in read(adas, at(harbour)).all("a") if way.attributes.get("href", "").startswith("#id_")
    ]
    assert hints == [
        f"#id_{name}"
        for name in ("alt_text", "description", "medium", "width_cm", "creation_date", "price", "category", "tags")
    ]
    whole = new_work(
        ada, alt_text="A", description="B", medium="oil", dimensions="large", availability_status="sold", tags=["sea"]
    )
    assert "#id_alt_text" not in read(adas, at(whole)).html


def test_pictures_are_put_in_order_added_and_taken_out(adas, ada):
    one, two, three = (new_image(ada, name) for name in ("One", "Two", "Three"))
    work = new_work(ada, images=(one, two))

    def change(**said) -> list[str]:
        send(adas, at(work, "/pictures"), said)
        return list(work.images.order_by("artwork_views__position").values_list("title", flat=True))

    assert change(**{f"place-{one.pk}": 2, f"place-{two.pk}": 1}) == ["Two", "One"]
    assert change(add=[str(three.pk)]) == ["Two", "One", "Three"]
    assert change(drop=[str(two.pk)]) == ["One", "Three"]
    assert change(drop=[str(one.pk), str(three.pk)]) == ["One", "Three"]
    assert "at least one picture" in adas.get(at(work)).content.decode()


def test_pictures_to_add_are_ones_own_that_it_does_not_show(read, adas, ada, ben):
    one, two = new_image(ada, "One"), new_image(ada, "Two")
    new_image(ben, "Bens")
    work = new_work(ada, images=(one,))
    assert [box["value"] for box in read(adas, at(work, "/pictures")).all("input", name="add")] == [str(two.pk)]


@pytest.mark.parametrize(("image", "left"), [("keep", 1), ("delete", 0), ("", 1)])
def test_deleting_asks_and_keeps_the_pictures_unless_told_otherwise(adas, harbour, image, left):
    assert "This cannot be undone." in adas.get(at(harbour, "/delete")).content.decode()
    assert Artwork.objects.exists()
    assert send(adas, at(harbour, "/delete"), {"image": image}).headers["Location"] == "/studio/works"
    assert (Artwork.objects.count(), Image.objects.count()) == (0, left)


def test_a_category_is_proposed_and_waits_for_the_staff(read, adas, harbour):
    send(adas, at(harbour, "/category"), {"name": "Cyanotypes", "parent": ""})
    proposed = Category.objects.get(name="Cyanotypes")
    assert proposed.status == "proposed"
    page = read(adas, at(harbour))
    assert "“Cyanotypes” is proposed" in page.text
    assert "Cyanotypes" not in page.one("select", name="category").text


@pytest.mark.parametrize("name", ["", "Cyanotypes"])
def test_a_category_that_cannot_be_proposed_is_told_why(read, adas, harbour, name):
    Category.objects.create(name="Cyanotypes", slug="cyanotypes")
    send(adas, at(harbour, "/category"), {"name": name, "parent": "9" * 40})
    assert read(adas, at(harbour)).all("p", role="alert")
    assert Category.objects.count() == 1


@pytest.mark.parametrize("number", [1, 3, 12])
def test_it_costs_the_same_queries_for_any_number_of_pictures(django_assert_num_queries, adas, ada, number):
    work = new_work(ada, images=tuple(new_image(ada) for _ in range(number)))
    adas.get(at(work))
    with django_assert_num_queries(11):
        adas.get(at(work))

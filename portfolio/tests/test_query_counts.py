"""A page costs the same number of queries however many pictures hang on it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.actions.shares import share_by_link
from gallery.models import Gallery
from gallery.tests.works import new_work
from portfolio.tests.entries import new_exhibition, new_submission


@pytest.mark.parametrize("pictures", [1, 3])
def test_a_visitor_at_home_costs_seventeen_queries(django_assert_num_queries, visitor, ada, ben, show, pictures):
    for number in range(pictures):
        show((ada, ben)[number % 2])
        new_work((ada, ben)[number % 2])
    with django_assert_num_queries(17):
        visitor.get("/")


@pytest.mark.parametrize("pictures", [1, 3])
def test_a_person_at_home_costs_two_more_for_the_session_and_the_bell(
    django_assert_num_queries, client_of, ada, show, pictures
):
    for _ in range(pictures):
        show(ada)
        new_work(ada)
    client = client_of(ada)
    with django_assert_num_queries(19):
        client.get("/")


@pytest.mark.parametrize("number", [1, 3])
def test_exhibitions_at_home_cost_two_queries(django_assert_num_queries, visitor, ada, number):
    for _ in range(number):
        new_submission(new_exhibition(ada, status="running"), ada, status="accepted")
    with django_assert_num_queries(19):
        visitor.get("/")


@pytest.mark.parametrize("column", ["exif", "redactions", "quality", "colors", "description"])
def test_home_leaves_wide_columns_where_they_are(visitor, ada, show, column):
    show(ada)
    with CaptureQueriesContext(connection) as queries:
        visitor.get("/")
    assert not [query for query in queries if f'"{column}"' in query["sql"]]


@pytest.mark.parametrize("tags", [0, 3])
def test_a_picture_seen_again_costs_four_queries(django_assert_num_queries, visitor, ada, show, tags):
    image = show(ada)
    for number in range(tags):
        image.tags.create(
            name=f"tag {number}", slug=f"tag-{number}", through_defaults={"uploaded_at": image.uploaded_at}
        )
    visitor.get(f"/images/{image.pk}")
    with django_assert_num_queries(4):
        visitor.get(f"/images/{image.pk}")


@pytest.mark.parametrize("number", [1, 3])
def test_an_album_costs_seven_queries_whatever_it_holds(
    django_assert_num_queries, visitor, ada, show, hang_album, number
):
    top = hang_album(ada, privacy_setting="public", images=[show(ada) for _ in range(number)])
    for _ in range(number):
        hang_album(ada, parent=top, privacy_setting="public", images=[show(ada)])
    with django_assert_num_queries(7):
        visitor.get(f"/albums/{top.pk}")


def test_an_album_that_a_link_opened_costs_two_more(django_assert_num_queries, visitor, ada, show, hang_album):
    album = hang_album(ada, images=[show(ada)])
    hang_album(ada, parent=album, images=[show(ada)])
    visitor.get(f"/s/{share_by_link(album=album, by=ada, include_children=True).token}")
    with django_assert_num_queries(9):
        visitor.get(f"/albums/{album.pk}")


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [("/feed.atom", 16), ("/@ada/feed.atom", 12)])
def test_a_feed_costs_the_same_number_of_queries(django_assert_num_queries, visitor, ada, show, number, path, queries):
    for _ in range(number):
        show(ada)
        new_work(ada, images=(show(ada), show(ada)), tags=["sea", "tide"])
    with django_assert_num_queries(queries):
        visitor.get(path)


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_of_the_site_map_costs_two_queries_at_most(
    django_assert_max_num_queries, visitor, ada, show, hang_album, number
):
    for place in range(number):
        hang_album(ada, privacy_setting="public", images=[show(ada)])
        room = Gallery.objects.create(owner=ada, name=f"Room {place}", slug=f"room-{place}")
        new_work(ada, images=(show(ada), show(ada)), tags=["sea", f"tide {place}"], gallery=room)
    for section in ("artists", "galleries", "artworks", "images", "albums", "tags"):
        with django_assert_max_num_queries(2):
            assert visitor.get(f"/sitemaps/{section}-1.xml").status_code == 200
    with django_assert_max_num_queries(8):
        visitor.get("/sitemap.xml")


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("path", ["/artworks/{work}", "/@ada", "/albums/{album}"])
def test_an_embedding_costs_the_same_number_of_queries(
    django_assert_max_num_queries, visitor, ada, show, hang_album, number, path
):
    works = [new_work(ada, images=(show(ada), show(ada)), tags=["sea"]) for _ in range(number)]
    album = hang_album(ada, privacy_setting="public", images=[show(ada) for _ in range(number)])
    address = f"http://testserver{path.format(work=works[0].pk, album=album.pk)}"
    with django_assert_max_num_queries(11):
        assert visitor.get("/oembed", {"url": address}).status_code == 200

"""What programs that read the web are told."""

import re
from urllib.robotparser import RobotFileParser

import pytest
from django.core.cache import cache

from gallery.actions.artworks import create_artwork
from gallery.models import Image
from portfolio.for_programs.crawlers import TRAINING_CRAWLERS
from portfolio.for_programs.robots import PICTURES, group_for_crawlers, pages_of, readable

pytestmark = pytest.mark.same_on_any_database


@pytest.fixture(autouse=True)
def forgotten():
    """Nothing of another test is remembered."""
    cache.clear()


@pytest.fixture
def read(visitor):
    """`read()`: the file as it is now, and what a reader makes of it."""

    def get() -> tuple[str, RobotFileParser]:
        response = visitor.get("/robots.txt")
        assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert response.headers["Cache-Control"] == "public, max-age=300"
        parser = RobotFileParser()
        parser.parse(response.content.decode().splitlines())
        return response.content.decode(), parser

    return get


@pytest.fixture
def says(show):
    """`says(ada, "disallowed", image="allowed")`: her answer for all, and for a picture of hers."""

    def say(owner, answer: str, *, image: str = "", **facts) -> None:
        owner.ai_training = answer
        owner.save()
        show(owner, ai_training=image, **facts)

    return say


PAGES = ["/", "/images/1", "/albums/1", "/feed.atom", "/register", "/api/docs", "/oembed?url=x", "/sitemaps/tags-1.xml"]


@pytest.mark.parametrize("path", PAGES)
def test_pages_may_be_read(read, ada, says, path):
    says(ada, "disallowed")
    assert read()[1].can_fetch("Googlebot", path)


@pytest.mark.parametrize(
    "path",
    [
        "/api/images/1/download",
        "/api/artworks",
        "/studio/portfolio",
        "/admin/",
        "/reset/a/b",
        "/verify/a/b",
        "/s/token",
    ],
)
@pytest.mark.parametrize("crawler", ["*", "GPTBot"])
def test_originals_and_private_rooms_are_left_alone(read, ada, says, path, crawler):
    says(ada, "disallowed")
    assert not read()[1].can_fetch(crawler, path)


@pytest.mark.parametrize("path", ["/images/1", "/api/images/1/thumbnail", "/albums/1", "/feed.atom", "/@ada/prints"])
def test_who_collects_for_training_is_kept_from_pictures_while_an_artist_disallows_it(read, ada, says, path):
    says(ada, "disallowed")
    parser = read()[1]
    assert not [crawler for crawler in TRAINING_CRAWLERS if parser.can_fetch(crawler, path)]


@pytest.mark.parametrize("crawler", ["PerplexityBot", "OAI-SearchBot", "Googlebot", "Applebot"])
def test_who_only_searches_is_not(read, ada, says, crawler):
    says(ada, "disallowed")
    assert read()[1].can_fetch(crawler, "/images/1")


@pytest.mark.parametrize(
    ("owner", "image", "visibility", "are_kept"),
    [
        ("disallowed", "", "public", True),
        ("allowed", "disallowed", "public", True),
        ("unspecified", "disallowed", "public", True),
        ("disallowed", "allowed", "public", False),
        ("disallowed", "unspecified", "public", False),
        ("allowed", "", "public", False),
        ("unspecified", "", "public", False),
        ("disallowed", "", "private", False),
        ("allowed", "disallowed", "private", False),
    ],
)
def test_they_are_kept_away_only_where_a_public_picture_is_reserved(
    read, visitor, ada, says, owner, image, visibility, are_kept
):
    says(ada, owner, image=image, visibility=visibility)
    text, parser = read()
    assert ("GPTBot" in text) == are_kept
    assert parser.can_fetch("GPTBot", "/images/1") == (not are_kept)
    assert bool(visitor.get("/.well-known/tdmrep.json").json()) == are_kept


def test_only_those_who_disallow_it_are_named(read, ada, ben, cyn, says):
    says(ada, "disallowed")
    says(ben, "allowed", image="disallowed")
    says(cyn, "disallowed", visibility="private")
    text, _ = read()
    assert "Disallow: /@ada$\nDisallow: /@ada/\n" in text
    assert not [name for name in ("ben", "cyn") if name in text]


def test_the_crawlers_are_one_group_before_its_rules(read, ada, says):
    says(ada, "disallowed")
    group = read()[0].split("\n\n")[0].splitlines()
    agents = [line for line in group if line.startswith("User-agent: ")]
    assert agents == group[: len(agents)] == [f"User-agent: {name}" for name in TRAINING_CRAWLERS]
    assert all(line.startswith("Disallow: /") for line in group[len(agents) :])


@pytest.mark.parametrize(("artists", "are_named"), [(1, True), (1_000, True), (10_000, False)])
def test_where_naming_all_would_be_too_long_they_are_kept_from_everything(artists, are_named):
    named = [*PICTURES, *(path for number in range(artists) for path in pages_of(f"artist{number}"))]
    assert readable(named) == (named if are_named else ["/"])
    group = group_for_crawlers(readable(named))
    assert len(group) < 500 * 1024
    parser = RobotFileParser()
    parser.parse(group.splitlines())
    assert parser.can_fetch("GPTBot", "/register") == are_named


def test_a_name_is_written_as_a_path_is(read, ada, says):
    ada.username = "zoë+1"
    says(ada, "disallowed")
    assert "Disallow: /@zo%C3%AB%2B1$\n" in read()[0]


def test_the_reservation_protocol_names_the_same_paths(read, visitor, ada, says):
    says(ada, "disallowed")
    response = visitor.get("/.well-known/tdmrep.json")
    assert response.headers["Content-Type"] == "application/json"
    assert {rule["tdm-reservation"] for rule in response.json()} == {1}
    named = [rule["location"] for rule in response.json()]
    assert named == [
        "/images/",
        "/artworks/",
        "/api/",
        "/copies/",
        "/media/",
        "/albums/",
        "/feed.atom",
        "/@ada$",
        "/@ada/",
    ]
    assert all(f"Disallow: {path}\n" in read()[0] for path in named)


def test_it_is_worked_out_once_in_a_while(django_assert_num_queries, read, visitor, ada, says):
    says(ada, "allowed")
    with django_assert_num_queries(2):
        read()
    with django_assert_num_queries(0):
        read()
        visitor.get("/.well-known/tdmrep.json")


@pytest.mark.parametrize(("hidden", "are_reserved"), [({}, True), ({"status": "draft"}, False)])
def test_a_private_picture_that_a_public_work_shows_is_counted_too(read, ada, says, hidden, are_reserved):
    says(ada, "disallowed", visibility="private")
    create_artwork(by=ada, title="Harbour", image_ids=[Image.objects.get().pk], **hidden)
    assert read()[1].can_fetch("GPTBot", "/artworks/1") == (not are_reserved)


@pytest.mark.parametrize(
    ("path", "is_allowed"),
    [
        ("/api/images/1/thumbnail?size=large", True),
        ("/api/artworks/1/thumbnail?size=large", True),
        ("/api/artworks/1/image?image=2", True),
        ("/api/artists/1/portrait", True),
        ("/api/artworks/1", False),
        ("/api/images/1/download", False),
    ],
)
def test_who_shows_pictures_may_fetch_their_copies(read, path, is_allowed):
    rules = re.findall(r"^(Allow|Disallow): (\S+)$", read()[0], re.MULTILINE)
    # The longest that matches counts, and `*` is any text (RFC 9309, section 2.2), which Python's own reader does not know.
    matching = [(len(rule), kind) for kind, rule in rules if re.match(re.escape(rule).replace(r"\*", ".*"), path)]
    assert (max(matching)[1] == "Allow") == is_allowed


def test_it_names_the_site_map_for_whoever_reads_it(read, visitor):
    assert read()[1].site_maps() == ["http://testserver/sitemap.xml"]
    assert visitor.get("/sitemap.xml").status_code == 200

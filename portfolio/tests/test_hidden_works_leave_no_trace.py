"""Something that is not public is added, and every public answer stays byte for byte what it was (Q11): the one table of it.

There is a published work of ada's in a public gallery. Beside it comes one hidden thing, alike in everything that lists, counts,
searches and suggestions go by: title, tags, category, medium, price, colours, gallery; already liked, looked at and scored.
"""

import re
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from accounts.actions import register_account, set_active
from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.actions.withholding import set_hidden
from gallery.models import Artwork, Category, Gallery, GalleryArtwork
from gallery.tests.albums import album_of
from gallery.tests.galleries import gallery_of
from gallery.tests.library import new_image
from gallery.tests.works import new_work, upload_work
from portfolio.actions.exhibitions import change_exhibition, create_exhibition
from portfolio.actions.withholding import withhold_exhibition
from portfolio.exhibitions.searching import reindex_exhibitions
from portfolio.tasks import renew_trends
from portfolio.tests.entries import new_exhibition, new_submission
from social.actions.likes import set_like
from social.tests.moderation import moderator

SECTIONS = ("pages", "artists", "galleries", "artworks", "images", "albums", "exhibitions")
OF_ONES_OWN = ["/feed", "/notifications", "/decisions", "/blocks"]
ANSWERS = [
    "/api/artworks",
    "/api/artworks?cursor=",
    "/api/artworks?page_size=1",
    "/api/artworks?page_size=1&cursor=",
    "/api/artworks?ordering=date",
    "/api/artworks?ordering=-popularity",
    "/api/artworks?ordering=price",
    "/api/artworks?ordering=title",
    "/api/artworks?artist=ada",
    "/api/artworks?artist={ada}",
    "/api/artworks?gallery={room}",
    "/api/artworks?category={category}",
    "/api/artworks?category=painting",
    "/api/artworks?medium=oil",
    "/api/artworks?min_price=1&max_price=900",
    "/api/artworks?availability_status=available",
    "/api/artworks?availability_status=private",
    "/api/artworks?tags=sea",
    "/api/artworks?tags=secret",
    "/api/artworks?color=red",
    "/api/artworks?search=harbour",
    "/api/artworks?search=secret",
    "/api/artworks?page=2",
    "/api/artworks/{work}",
    "/api/artworks/{work}/related",
    "/api/artworks/{work}/likes",
    "/api/artworks/{work}/image?size=small&format=webp",
    "/api/artworks/{work}/thumbnail?size=small&format=webp",
    "/api/artists",
    "/api/artists?ordering=-popularity",
    "/api/artists?search=ada",
    "/api/artists?search=secret",
    "/api/artists/ada",
    "/api/artists/{ada}",
    "/api/artists/ada/artworks",
    "/api/artists/ada/galleries",
    "/api/galleries",
    "/api/galleries?ordering=-artworks",
    "/api/galleries?artist=ada",
    "/api/galleries?visibility=private",
    "/api/galleries?visibility=unlisted",
    "/api/galleries?search=room",
    "/api/galleries/{room}",
    "/api/galleries/{room}/artworks",
    "/api/categories",
    "/api/categories/{category}",
    "/api/featured",
    "/api/featured?limit=1",
    "/api/tags",
    "/api/tags?ordering=trending",
    "/api/tags?ordering=name",
    "/api/tags?prefix=se",
    "/api/search",
    "/api/search?query=harbour",
    "/api/search?query=secret",
    "/api/search?query=tag:sea",
    "/api/search?query=medium:oil",
    "/api/search?query=price:>100",
    "/api/search?query=color:red",
    "/api/search?query=artist:ada",
    "/api/search?query=harbour&type=artwork",
    "/api/search?query=room&type=gallery",
    "/api/search?query=ada&type=artist",
    "/api/images",
    "/api/images?user=ada",
    "/api/images?tags=sea",
    "/api/images?search=harbour",
    "/api/albums",
    "/",
    "/search",
    "/api/search?query=secret&type=exhibition",
    "/api/search?type=exhibition",
    "/api/exhibitions",
    "/api/exhibitions?status=cancelled,draft,open",
    "/api/exhibitions?ordering=deadline",
    "/api/exhibitions/{show}",
    "/api/exhibitions/{show}/artworks",
    "/exhibitions",
    "/exhibitions?show=open",
    "/exhibitions?show=past",
    "/exhibitions/{show}",
    "/search?type=exhibition&query=secret",
    "/search?query=harbour",
    "/search?query=secret",
    "/search?query=room&type=gallery",
    "/search?type=artwork&medium=oil&tags=sea",
    "/search?type=artwork&category=painting&ordering=-date",
    "/search?type=artist",
    "/search?color=red&max_price=900",
    "/artists",
    "/artists?ordering=-followers",
    "/artists?search=ada",
    "/artists?search=secret",
    "/explore",
    "/explore?medium=oil&category=painting",
    "/explore?color=red",
    "/explore?min_price=1&currency=EUR",
    "/explore?availability_status=private",
    "/explore?medium=secret&ordering=price",
    "/tags",
    "/tags/sea",
    "/categories",
    "/categories/painting",
    "/@ada",
    "/@ada/about",
    "/@ada/galleries/room",
    "/@ada/present",
    "/@ada/galleries/room/present",
    "/@ada/followers",
    "/@ada/following",
    "/artworks/{work}",
    "/artworks/{work}/comments",
    *OF_ONES_OWN,
    "/feed.atom",
    "/@ada/feed.atom",
    "/sitemap.xml",
    *[f"/sitemaps/{section}-1.xml" for section in SECTIONS],
    "/sitemaps/categories-1.xml",
    "/sitemaps/tags-1.xml",
    "/oembed?url=http%3A%2F%2Ftestserver%2Fartworks%2F{work}",
    "/oembed?url=http%3A%2F%2Ftestserver%2F%40ada",
    "/oembed?url=http%3A%2F%2Ftestserver%2F%40ada%2Fgalleries%2Froom&format=xml",
    "/robots.txt",
    "/.well-known/tdmrep.json",
]
# Masked anew in each answer, with the same secret.
CSRF_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
ALIKE = {"tags": ["sea", "secret"], "medium": "Oil", "price": "500.00", "currency": "EUR"}


def hidden_work(**facts):
    def add(world):
        work = upload_work(world.adas, world.red(), title="Harbour secret", **ALIKE, **world.places(), **facts)
        return Artwork.objects.get(pk=work["id"])

    return add


def hidden_gallery(visibility):
    def add(world):
        made = world.adas.post("/api/galleries", {"name": "Room secret", "visibility": visibility}).json()
        world.adas.post(f"/api/galleries/{made['id']}/artworks", {"artwork_id": str(world.work.pk)})

    return add


def work_hidden_again(world):
    work = new_work(world.ada, "Harbour secret", tags=["sea", "secret"], medium="Oil")
    set_like(artwork_id=work.pk, by=world.ben, liked=True)
    change_artwork(artwork=work, by=world.ada, status="draft")
    return work


def work_of_moderation(world):
    work = new_work(world.ada, "Harbour secret", tags=["sea", "secret"], medium="Oil")
    set_hidden(target_type="artwork", target_id=work.pk, is_hidden=True)
    return work


def gallery_of_moderation(world):
    room = gallery_of(world.ada, world.work, name="Room secret")
    set_hidden(target_type="gallery", target_id=room.pk, is_hidden=True)


def suspended_artist(world):
    """With something of each kind, looked at and liked."""
    dan = register_account(username="harbour.dan", email="dan@example.org", password="correct horse battery")
    work = new_work(dan, "Harbour secret", tags=["sea", "secret"], medium="Oil", category=world.category)
    gallery_of(dan, work, name="Room secret")
    album_of(dan, new_image(dan, "Harbour secret", tags=("sea", "secret")), privacy_setting="public")
    set_like(artwork_id=work.pk, by=world.ben, liked=True)
    new_submission(world.show, dan, work, status="accepted")
    exhibition_of(dan)
    renew_trends.call()
    set_active(user=dan, is_active=False, by=world.mo)


def proposal(world):
    assert world.adas.post("/api/categories", {"name": "Secret painting"}).status_code == 201


def exhibition_of(organizer, status="open"):
    facts = {"title": "Harbour secret", "submission_deadline": timezone.now() + timedelta(days=1), "location": "Bergen"}
    return create_exhibition(by=organizer, status=status, **facts)


def exhibition_in(status):
    return lambda world: exhibition_of(world.ada, status) and None


def exhibition_given_up(world):
    change_exhibition(exhibition=exhibition_of(world.ada, "draft"), by=world.ada, status="cancelled")


def exhibition_of_moderation(world):
    withhold_exhibition(exhibition=exhibition_of(world.ada), by=world.judge, is_hidden=True)


HIDDEN = {
    "a draft": hidden_work(status="draft"),
    "a scheduled work": hidden_work(status="scheduled", published_at="2099-01-01T00:00:00Z"),
    "a work that is private": hidden_work(availability_status="private"),
    "a work that was public and liked": work_hidden_again,
    "a private gallery": hidden_gallery("private"),
    "an unlisted gallery": hidden_gallery("unlisted"),
    "a proposed category": proposal,
    "a work that a moderator hid": work_of_moderation,
    "a gallery that a moderator hid": gallery_of_moderation,
    "a draft of an exhibition": exhibition_in("draft"),
    "an exhibition that was given up as a draft": exhibition_given_up,
    "an exhibition that staff withhold": exhibition_of_moderation,
    "all of an artist who is suspended": suspended_artist,
}
# Alike but for the reader: a person's lists are other queries than a visitor's.
BY_OTHERS = [
    "a draft",
    "a draft of an exhibition",
    "a work that was public and liked",
    "an unlisted gallery",
    "all of an artist who is suspended",
]


class World:
    """What is public before, and how to add what is like it."""

    def __init__(self, ada, ben, mo, client_of) -> None:
        self.ada, self.ben, self.mo, self.adas = ada, ben, mo, client_of(ada)
        self.judge = moderator()
        self.category = Category.objects.create(name="Painting", slug="painting")
        self.room = Gallery.objects.get(pk=self.adas.post("/api/galleries", {"name": "Room"}).json()["id"])
        shown = upload_work(self.adas, self.red(), title="Harbour", **ALIKE | {"tags": ["sea"]}, **self.places())
        self.work = Artwork.objects.get(pk=shown["id"])
        self.show = new_exhibition(ada, title="Harbour show", status="running")
        self.entry = new_submission(self.show, ada, self.work, status="accepted")
        reindex_exhibitions([self.show.pk])

    def red(self):
        from gallery.tests.pictures import jpeg

        self.number = getattr(self, "number", 0) + 1
        return jpeg(60 + self.number, 40)

    def places(self):
        return {"category": "painting", "gallery_id": str(self.room.pk)}

    def addresses(self):
        names = {
            "work": self.work.pk,
            "ada": self.ada.pk,
            "room": self.room.pk,
            "category": self.category.pk,
            "show": self.show.pk,
        }
        return [path.format(**names) for path in ANSWERS]


@pytest.fixture
def world(ada, ben, cyn, mo, client_of):
    return World(ada, ben, mo, client_of)


def told(client, world):
    """Every answer: {path: (status, bytes)}."""
    answers = {}
    for path in world.addresses():
        answer = client.get(path)
        answers[path] = (answer.status_code, CSRF_TOKEN.sub(b"", answer.getvalue()))
    return answers


def look(client, world):
    """What counts a look, seen once before: again within half an hour counts none."""
    for path in (f"/api/artworks/{world.work.pk}", f"/api/galleries/{world.room.pk}"):
        client.get(path)
    renew_trends.call()


@contextmanager
def undone():
    """What is done within is taken back, so that the next thing stands beside nothing but what is public."""
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


READERS = {"visitor": HIDDEN, "cyn": BY_OTHERS, "mo": ["a draft"]}


@pytest.mark.parametrize("who", READERS)
def test_what_is_hidden_changes_no_byte_of_what_others_are_told(who, world, request, client_of, subtests):
    client = request.getfixturevalue("visitor") if who == "visitor" else client_of(request.getfixturevalue(who))
    look(client, world)
    before = told(client, world)
    for kind in READERS[who]:
        with subtests.test(kind), undone():
            added = HIDDEN[kind](world)
            if added is not None:
                GalleryArtwork.objects.filter(artwork=added).update(position=0)
                set_like_anyway(added, world.ben)
                submit_anyway(added, world.entry)
            renew_trends.call()
            after = told(client, world)
            assert {path for path in before if before[path] != after[path]} == set()


def set_like_anyway(work, ben):
    """As if it had been liked before it was hidden."""
    from social.models import Like

    if Like.objects.get_or_create(user=ben, artwork=work)[1]:
        Artwork.objects.filter(pk=work.pk).update(like_count=1, view_count=50, trend=9.0)


def submit_anyway(work, entry):
    """As if it had been submitted and accepted before it was hidden, ahead of what is shown."""
    entry.works.update(position=1)
    entry.works.create(artwork=work, position=0)


def test_the_answers_above_are_answers(visitor, world):
    statuses = {path: status for path, (status, _body) in told(visitor, world).items()}
    pages_past_the_end = {path for path, status in statuses.items() if status != 200}
    of_what_there_is_none = {"/sitemaps/images-1.xml", "/sitemaps/albums-1.xml"}
    assert pages_past_the_end == {"/api/artworks?page=2", *OF_ONES_OWN} | of_what_there_is_none


def test_what_is_taken_back_leaves_no_trace(visitor, world):
    look(visitor, world)
    before = told(visitor, world)
    work = hidden_work()(world)
    set_like(artwork_id=work.pk, by=world.ben, liked=True)
    renew_trends.call()
    assert told(visitor, world) != before
    delete_artwork(artwork=work, by=world.ada)
    renew_trends.call()
    assert {path for path, answer in told(visitor, world).items() if before[path] != answer} == set()


def test_a_scheduled_work_is_everywhere_at_its_time(visitor, world):
    before = told(visitor, world)
    work = hidden_work(status="scheduled", published_at="2099-01-01T00:00:00Z")(world)
    Artwork.objects.filter(pk=work.pk).update(published_at=timezone.now() - timedelta(seconds=1))
    from gallery.tasks import publish_due_artworks

    assert publish_due_artworks.call() == 1
    changed = {path for path, answer in told(visitor, world).items() if before[path] != answer}
    assert {"/api/artworks", "/api/categories", "/api/tags", "/api/search?query=secret", "/api/artists/ada"} <= changed

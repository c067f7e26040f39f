"""What is a suspended person's is unseen, by every way that leads to it, and back byte for byte when that is lifted."""

import pytest

from accounts.models import Statistics, User
from gallery.actions.albums import create_album
from gallery.actions.artworks import change_artwork
from gallery.models import Artwork, Category, Image, SearchEntry, Tag
from gallery.search.rebuilding import rebuild
from gallery.tests.albums import add, album_of, follow
from gallery.tests.library import new_image
from gallery.tests.withholding import WORD, Town, suspended
from gallery.tests.works import new_work

THINGS = [
    *[f"/api/artworks/{{work}}{route}" for route in ("", "/image", "/thumbnail", "/related", "/likes")],
    *[f"/api/images/{{picture}}{route}" for route in ("", "/download", "/thumbnail", "/rendition?width=20")],
    *[f"/api/galleries/{{room}}{route}" for route in ("", "/artworks")],
    *[f"/api/albums/{{album}}{route}" for route in ("", "/images")],
    *[f"/api/artists/ada{route}" for route in ("", "/artworks", "/galleries")],
    "/api/artists/{ada}",
    "/api/files/{picture}/download",
    "/artworks/{work}",
    "/images/{picture}",
    "/albums/{album}",
    *[f"/@ada{route}" for route in ("", "/about", "/present", "/galleries/room", "/galleries/room/present")],
    "/@ada/feed.atom",
    "/oembed?url=http://testserver/artworks/{work}",
    "/oembed?url=http://testserver/images/{picture}",
    "/oembed?url=http://testserver/albums/{album}",
    "/oembed?url=http://testserver/@ada",
    "/oembed?url=http://testserver/@ada/galleries/room",
]
LENT = [*[f"/api/images/{{lent}}{route}" for route in ("", "/download", "/thumbnail", "/rendition?width=20")]]
SHARED = ["/api/albums/{secret}", "/api/albums/{secret}/images", "/albums/{secret}", *LENT]
LISTS = [
    *["/api/artworks", "/api/artworks?cursor=", "/api/images", "/api/images?cursor=", "/api/images?user=ada"],
    *["/api/artworks?artist=ada", "/api/artworks?tags=zephyr", "/api/images?tags=zephyr", "/api/images?album={bens}"],
    *["/api/galleries", "/api/galleries?artist=ada", "/api/albums", "/api/albums?user=ada", "/api/artists"],
    *["/api/tags", "/api/tags?ordering=trending", "/api/categories", "/api/featured", "/api/search?query=zephyr"],
    *["/api/search?query=zephyr&type=album", "/api/search?query=zephyr&type=artist", "/api/search"],
    *["/api/albums/{bens}", "/api/albums/{bens}/images", "/albums/{bens}"],
    *["/", "/explore", "/artists", "/tags", "/categories/painting", "/feed.atom", "/search?query=zephyr"],
    *[f"/sitemaps/{kind}-1.xml" for kind in ("artists", "galleries", "artworks", "images", "albums", "tags")],
]
READERS = {
    "visitor": THINGS + LENT + LISTS,
    # A person's lists are other queries than a visitor's; their pages are made of the same.
    "ben": [path for path in THINGS + LISTS if path.startswith("/api/")] + SHARED,
    "mo": ["/api/artworks/{work}", "/artworks/{work}", "/api/images/{picture}", *LENT, "/api/search?query=zephyr"],
}
LOOKED_AT = ["/api/artworks/{work}", "/api/images/{picture}", "/api/images/{lent}", "/api/galleries/{room}"]
QUERIES = 46  # the last of them notes in the log of staff who did it


@pytest.fixture
def town(ada, ben, client_of) -> Town:
    return Town(ada, ben, client_of)


@pytest.mark.parametrize("who", READERS)
def test_nothing_of_theirs_is_seen_until_it_is_lifted(who, town, mo, request, client_of):
    reader = town.bens if who == "ben" else request.getfixturevalue("visitor") if who == "visitor" else client_of(mo)
    town.told(reader, LOOKED_AT)  # again within half an hour counts none
    before = town.told(reader, READERS[who])
    assert {path for path, (status, _body) in before.items() if status != 200} == set()
    suspended(town.ada, mo)
    after = town.told(reader, READERS[who])
    things = town.addresses(path for path in READERS[who] if path not in LISTS)
    assert {path for path in things if after[path][0] != 404} == set()
    assert {path for path, (_status, body) in after.items() if WORD.encode() in body} == set()
    suspended(town.ada, mo, lifted=True)
    assert {path for path, answer in town.told(reader, READERS[who]).items() if answer != before[path]} == set()


def test_a_link_of_theirs_opens_nothing_and_what_it_had_opened_is_closed(town, visitor, mo):
    told = {"url": f"http://testserver/s/{town.token}"}
    opened = [path for path in SHARED if path not in LENT]
    assert follow(visitor, told).status_code == 200
    before = town.told(visitor, opened)
    suspended(town.ada, mo)
    assert follow(visitor, told).status_code == 404
    assert visitor.get(f"/s/{town.token}").status_code == 404
    assert {status for status, _body in town.told(visitor, opened).values()} == {404}
    suspended(town.ada, mo, lifted=True)
    assert town.told(visitor, opened) == before


def test_nobody_puts_pictures_into_their_albums(town, mo, adas):
    adas.post(f"/api/albums/{town.secret.pk}/shares", {"username": "ben", "can_contribute": True})
    suspended(town.ada, mo)
    assert add(town.bens, town.secret.pk, town.bens_own.pk).status_code == 404


def test_what_only_their_public_album_opened_is_closed_with_it(ada, ben, mo):
    """The picture is another's: it is as private as it would be without that album."""
    lent = new_image(ben, visibility="private", tags=("calm",))
    album_of(ada, lent, privacy_setting="public")
    suspended(ada, mo)
    assert not Image.objects.get(pk=lent.pk).is_public
    assert Tag.objects.get(name="calm").public_count == 0
    suspended(ada, mo, lifted=True)
    assert Image.objects.get(pk=lent.pk).is_public


def test_every_count_follows_and_the_index_says_what_a_new_one_would(town, mo):
    def counts():
        return (
            Statistics.objects.get(user=town.ada).public_artwork_count,
            Category.objects.get().public_count,
            Tag.objects.get(name="zephyr").public_count,
            type(town.room).objects.get(pk=town.room.pk).public_artwork_count,
            type(town.album).objects.get(pk=town.bens_album.pk).image_count,
        )

    before, entries = counts(), list(SearchEntry.objects.order_by("pk").values())
    suspended(town.ada, mo)
    assert (before, counts()) == ((1, 1, 2, 1, 2), (0, 0, 0, 0, 1))
    assert sum(rebuild()) == 0
    suspended(town.ada, mo, lifted=True)
    assert counts() == before
    assert list(SearchEntry.objects.order_by("pk").values()) == entries


def test_what_was_hidden_by_its_owner_stays_so(ada, mo):
    draft, secret = new_work(ada, status="draft"), new_image(ada, visibility="private")
    suspended(ada, mo)
    suspended(ada, mo, lifted=True)
    assert not Artwork.objects.get(pk=draft.pk).is_public
    assert not Image.objects.get(pk=secret.pk).is_public


def test_what_is_made_or_published_while_they_are_shut_out_is_unseen_until_they_return(ada, mo):
    """As by a task that comes due, or a request that was under way."""
    draft = new_work(ada, status="draft")
    suspended(ada, mo)
    change_artwork(artwork=draft, by=ada, status="published")
    late, image = new_work(ada), new_image(ada)
    create_album(by=ada, name="late", privacy_setting="public")
    assert not Artwork.objects.filter(is_public=True).exists()
    assert not Image.objects.filter(is_public=True).exists()
    suspended(ada, mo, lifted=True)
    assert set(Artwork.objects.filter(is_public=True)) == {draft, late}
    assert Image.objects.get(pk=image.pk).is_public


@pytest.mark.django_db(transaction=True)
def test_what_is_made_at_the_same_moment_is_unseen_too(ada, ben, mo, at_once):
    lent = [new_image(ben, visibility="private") for _ in range(2)]
    album = album_of(ada, privacy_setting="public")
    drafts = [new_work(ada, status="draft") for _ in range(3)]

    def deed(index):
        if index == 0:
            return suspended(User.objects.get(pk=ada.pk), mo)
        if index < 4:
            return change_artwork(artwork=drafts[index - 1], by=ada, status="published")
        from gallery.actions.album_images import append
        from gallery.actions.reach import followed

        with followed([lent[index - 4].pk], albums=[album.pk]):
            return append(album.pk, [lent[index - 4].pk], by=ben)

    assert not [answer for answer in at_once(6, deed) if isinstance(answer, Exception)]
    assert not Artwork.objects.filter(is_public=True).exists()
    assert not Image.objects.to_anyone().exists()


@pytest.mark.parametrize("number", [1, 3, 25])
def test_it_takes_the_same_number_of_queries_for_any_number_of_things(
    ada, mo, number, settings, django_assert_num_queries
):
    settings.ACCOUNT_STANDING_STEPS = ["gallery.actions.standing.follow_standing"]
    for _ in range(number):
        new_work(ada, images=(new_image(ada),))
    with django_assert_num_queries(QUERIES):
        suspended(ada, mo)

"""What a moderator hides is unseen by all but its owner, whatever they make of it, until a moderator shows it again."""

from uuid import uuid4

import pytest

from accounts.models import Statistics
from gallery.actions.artworks import change_artwork
from gallery.actions.duplicates import merge_images
from gallery.actions.withholding import set_hidden
from gallery.models import Album, Artwork, Gallery, Image, Tag
from gallery.search.rebuilding import rebuild
from gallery.tests.albums import add, album_of
from gallery.tests.galleries import gallery_of
from gallery.tests.library import new_image
from gallery.tests.withholding import Town, seen_in, suspended
from gallery.tests.works import new_work

OF_WORK = ["/api/artworks/{work}", "/api/artworks/{work}/image", "/api/artworks/{work}/thumbnail", "/artworks/{work}"]
OF_PICTURE = [
    *[f"/api/images/{{picture}}{route}" for route in ("", "/download", "/thumbnail", "/rendition?width=20")],
    "/images/{picture}",
]
OF_LENT = [path.replace("picture", "lent") for path in OF_PICTURE]
OF_GALLERY = ["/api/galleries/{room}", "/api/galleries/{room}/artworks", "/@ada/galleries/room"]
KINDS = {
    "artwork": ("work", OF_WORK, ["/api/artworks", "/api/galleries/{room}", "/api/tags", "/api/search?query=zephyr"]),
    "image": ("picture", OF_PICTURE, ["/api/images", "/api/albums/{album}", "/albums/{album}", "/api/tags"]),
    "gallery": ("room", OF_GALLERY, ["/api/galleries", "/api/artists/ada", "/sitemaps/galleries-1.xml"]),
}


@pytest.fixture
def town(ada, ben, client_of) -> Town:
    return Town(ada, ben, client_of)


def hide(thing, *, is_hidden=True):
    kind = {Artwork: "artwork", Image: "image", Gallery: "gallery"}[type(thing)]
    set_hidden(target_type=kind, target_id=thing.pk, is_hidden=is_hidden)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("who", ["visitor", "ben"])
def test_others_see_it_nowhere_and_everything_returns_when_it_is_shown_again(who, kind, town, visitor):
    reader = town.bens if who == "ben" else visitor
    name, things, lists = KINDS[kind]
    town.told(reader, things + lists)
    before, thing = town.told(reader, things + lists), getattr(town, name)
    hide(thing)
    after = town.told(reader, things + lists)
    assert {after[path][0] for path in town.addresses(things)} == {404}
    assert not {path for path in town.addresses(lists) if str(thing.pk).encode() in after[path][1]}
    assert {path for path in town.addresses(lists) if after[path] == before[path]} <= {"/api/tags"}
    assert sum(rebuild()) == 0
    hide(thing, is_hidden=False)
    assert town.told(reader, things + lists) == before


@pytest.mark.parametrize("kind", KINDS)
def test_its_owner_sees_it_and_is_told_so(kind, town):
    name, things, _lists = KINDS[kind]
    assert town.adas.get(town.addresses(things)[0]).json()["is_hidden"] is False
    hide(getattr(town, name))
    answers = town.told(town.adas, things)
    assert {status for status, _body in answers.values()} == {200}
    assert town.adas.get(town.addresses(things)[0]).json()["is_hidden"] is True


@pytest.mark.parametrize("kind", KINDS)
def test_its_owner_is_told_so_on_its_page(kind, town):
    name, things, _lists = KINDS[kind]
    hide(getattr(town, name))
    page = town.adas.get(town.addresses(things)[-1]).content.decode()
    assert "Hidden by a moderator: only you see this" in page
    assert "noindex" in page


@pytest.mark.parametrize("kind", KINDS)
def test_no_owner_brings_it_back(kind, town, visitor, mo):
    name, things, _lists = KINDS[kind]
    thing, path = getattr(town, name), town.addresses(things)[0]
    hide(thing)
    turned = {"artwork": ({"status": "draft"}, {"status": "published"})}.get(
        kind, ({"visibility": "private"}, {"visibility": "public"})
    )
    for changes in (*turned, {"description": "Mine", "is_hidden": False}):
        assert town.adas.put(path, changes).status_code == 200
        assert visitor.get(path).status_code == 404
    for lifted in (False, True):
        suspended(town.ada, mo, lifted=lifted)
    assert visitor.get(path).status_code == 404
    assert type(thing).objects.get(pk=thing.pk).is_hidden


def test_counts_of_tags_artists_and_galleries_follow(ada):
    work = new_work(ada, tags=["sea"])
    room = gallery_of(ada, work)

    def counts():
        room.refresh_from_db()
        told = Statistics.objects.get(user=ada)
        tag = Tag.objects.get(name="sea")
        return told.public_artwork_count, tag.public_count, room.public_artwork_count, told.artwork_count

    assert counts() == (1, 1, 1, 1)
    hide(work)
    assert counts() == (0, 0, 0, 1)
    hide(work, is_hidden=False)
    assert counts() == (1, 1, 1, 1)


def test_a_hidden_picture_that_a_shared_or_anothers_album_holds_is_unseen_there(town, visitor):
    hide(town.lent)
    for reader in (visitor, town.bens):
        assert {status for status, _body in town.told(reader, OF_LENT).values()} == {404}
        told = reader.get(f"/api/albums/{town.bens_album.pk}").json()
        assert (told["image_count"], [each["id"] for each in told["images"]["results"]]) == (
            1,
            [str(town.bens_own.pk)],
        )
    shared = town.bens.get(f"/api/albums/{town.secret.pk}").json()
    assert (shared["image_count"], shared["cover"], shared["images"]["count"]) == (0, None, 0)
    assert town.adas.get(f"/api/albums/{town.bens_album.pk}").json()["image_count"] == 2
    assert [seen_in(town.bens_album, each) for each in (None, town.ben, town.ada)] == [1, 1, 2]


def test_it_is_no_albums_cover_for_others_be_it_chosen_or_the_first(ada, adas, visitor):
    first, second = new_image(ada), new_image(ada)
    album = album_of(ada, first, second, privacy_setting="public")
    adas.put(f"/api/albums/{album.pk}", {"cover_image_id": str(second.pk)})
    hide(second)
    told, own = (client.get(f"/api/albums/{album.pk}").json() for client in (visitor, adas))
    assert (told["cover_image_id"], str(first.pk) in str(told["cover"])) == (None, True)
    assert own["cover_image_id"] == str(second.pk)
    hide(first)
    assert visitor.get(f"/api/albums/{album.pk}").json()["cover"] is None


def test_the_owner_of_an_album_neither_orders_nor_takes_out_what_they_do_not_see(town):
    path = f"/api/albums/{town.bens_album.pk}/images"
    own = town.uploaded(town.bens, 70, "more", title="Calm")
    add(town.bens, town.bens_album.pk, own.pk)
    hide(town.lent)
    order = [str(own.pk), str(town.bens_own.pk)]
    assert town.bens.put(f"{path}/order", {"image_ids": order}).status_code == 200
    assert town.bens.delete(f"{path}/{town.lent.pk}").status_code == 404
    hide(town.lent, is_hidden=False)
    assert [each["id"] for each in town.bens.get(path).json()["results"]] == [*order, str(town.lent.pk)]


def test_a_work_shows_others_its_other_pictures(town, visitor):
    second = town.uploaded(town.adas, 71, "second")
    change_artwork(artwork=town.work, by=town.ada, image_ids=[town.lent.pk, second.pk])
    path = f"/api/artworks/{town.work.pk}"
    hide(second)
    assert [each["id"] for each in visitor.get(path).json()["images"]] == [str(town.lent.pk)]
    assert [each["is_hidden"] for each in town.adas.get(path).json()["images"]] == [False, True]
    for reader, status in ((visitor, 404), (town.adas, 200)):
        for route in ("image", "thumbnail"):
            assert reader.get(f"{path}/{route}?image={second.pk}").status_code == status
        assert reader.get(f"/api/images/{second.pk}").status_code == status
    assert not Image.objects.get(pk=second.pk).is_shown


def test_a_work_whose_main_picture_is_hidden_is_hidden_with_it_until_it_has_another(town, visitor):
    other = town.uploaded(town.adas, 72, "other")
    change_artwork(artwork=town.work, by=town.ada, image_ids=[town.lent.pk, other.pk])
    path = f"/api/artworks/{town.work.pk}"
    hide(town.lent)
    assert visitor.get(path).status_code == 404
    assert town.adas.get(path).status_code == 200
    assert town.adas.get(f"/artworks/{town.work.pk}").status_code == 200
    change_artwork(artwork=town.work, by=town.ada, image_ids=[other.pk])
    assert visitor.get(path).status_code == 200


def test_what_a_hidden_picture_is_merged_into_is_hidden_too(ada, visitor):
    kept, hidden = new_image(ada), new_image(ada)
    hide(hidden)
    merge_images(kept=kept.pk, others=[hidden.pk], by=ada)
    assert visitor.get(f"/api/images/{kept.pk}").status_code == 404


def test_copies_of_what_is_hidden_are_withdrawn(town, settings):
    settings.CDN_URL = "https://cdn.example"
    Image.objects.get(pk=town.picture.pk).renditions.update(is_published=True)
    hide(town.picture)
    assert not town.picture.renditions.filter(is_published=True).exists()


def test_done_twice_it_changes_nothing(ada, django_assert_max_num_queries):
    work = new_work(ada)
    for is_hidden in (True, True, False, False):
        hide(work, is_hidden=is_hidden)
        assert Artwork.objects.filter(pk=work.pk, is_hidden=is_hidden, is_public=not is_hidden).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_there_cannot_be_hidden(db, kind):
    missing = {"artwork": Artwork, "image": Image, "gallery": Gallery}[kind].DoesNotExist
    with pytest.raises(missing):
        set_hidden(target_type=kind, target_id=uuid4(), is_hidden=True)


def test_nothing_else_is_hidden_so(ada):
    with pytest.raises(KeyError):
        set_hidden(target_type="album", target_id=Album.objects.create(owner=ada, name="Sea").pk, is_hidden=True)

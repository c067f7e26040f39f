"""What an album's privacy does to what is in it."""

import pytest

from accounts.models import AccessToken
from gallery.models import Image, Tag
from gallery.tests.albums import add, album_of, make, share
from gallery.tests.library import new_image, titles


@pytest.fixture
def image(ada):
    return new_image(ada, "Dawn", visibility="private", tags=("sea",))


def set_privacy(client, album, privacy):
    assert client.patch(f"/api/albums/{album.pk}", {"privacy_setting": privacy}).status_code == 200


def open_to_all(image):
    return Image.objects.get(pk=image.pk).is_public, Tag.objects.get(name="sea").public_count


@pytest.mark.parametrize("privacy", ["shared", "private"])
def test_pictures_follow_their_album_into_the_open_and_back(ada, adas, visitor, image, privacy):
    album = album_of(ada, image)
    assert open_to_all(image) == (False, 0)
    set_privacy(adas, album, "public")
    assert open_to_all(image) == (True, 1)
    assert titles(visitor) == ["Dawn"]
    set_privacy(adas, album, privacy)
    assert open_to_all(image) == (False, 0)
    assert titles(visitor) == []


def test_a_picture_in_two_albums_stays_open_by_the_other(ada, adas, image):
    album, _other = (album_of(ada, image, privacy_setting="public") for _ in range(2))
    set_privacy(adas, album, "private")
    assert open_to_all(image) == (True, 1)


def test_a_picture_that_is_public_itself_stays_so(ada, adas):
    image = new_image(ada, tags=("sea",))
    album = album_of(ada, image, privacy_setting="public")
    set_privacy(adas, album, "private")
    assert open_to_all(image) == (True, 1)


def test_coming_and_going_open_and_close(ada, adas, image):
    album = album_of(ada, privacy_setting="public")
    add(adas, album.pk, image.pk)
    assert open_to_all(image) == (True, 1)
    adas.delete(f"/api/albums/{album.pk}/images/{image.pk}")
    assert open_to_all(image) == (False, 0)


def test_an_album_that_is_deleted_opens_nothing_any_more(ada, adas, image):
    album = album_of(ada, image, privacy_setting="public")
    adas.delete(f"/api/albums/{album.pk}")
    assert open_to_all(image) == (False, 0)


def test_what_the_owner_set_is_told_as_it_was_set(ada, adas, visitor, image):
    album_of(ada, image, privacy_setting="public")
    assert visitor.get(f"/api/images/{image.pk}").json()["visibility"] == "private"


def test_a_private_album_changes_no_public_answer_by_a_byte(ada, adas, ben, bens, visitor):
    image = new_image(ada, "Open", tags=("sea",))
    public = album_of(ada, image, name="Public", privacy_setting="public")
    paths = [
        "/api/images", f"/api/images/{image.pk}", "/api/images?tags=sea", "/api/images?search=open", "/api/albums",
        "/api/albums?user=ada", f"/api/albums/{public.pk}", "/api/tags", "/", "/feed.atom", f"/images/{image.pk}",
        f"/albums/{public.pk}",
    ]  # fmt: skip

    def told():
        for_ben = [path for path in paths if path.startswith("/api")]  # his pages bear a CSRF token, new each time
        return [visitor.get(path).content for path in paths] + [bens.get(path).content for path in for_ben]

    told()  # the first look of each viewer is counted
    before = told()
    hidden = album_of(ada, image, new_image(ada, visibility="private", tags=("sea",)), name="Hidden", parent=public)
    album_of(ada, image, name="Deeper", parent=hidden)
    assert told() == before


def test_a_bearer_of_a_token_sees_what_the_person_sees(ada, ben, image, client):
    from accounts import actions

    album = album_of(ada, image, privacy_setting="shared")
    _token, secret = actions.create_token(by=ben, name="a program")
    headers = {"Authorization": f"Bearer {secret}"}
    assert client.get(f"/api/albums/{album.pk}", headers=headers).status_code == 404
    from gallery.actions.shares import share_with_person

    share_with_person(album=album, by=ada, user=ben)
    assert client.get(f"/api/albums/{album.pk}", headers=headers).status_code == 200
    assert AccessToken.objects.count() == 1


def test_albums_of_a_shared_picture_are_named_to_those_they_are_shared_with(ada, adas, ben, bens, image):
    album, _other = album_of(ada, image, name="Shared"), make(adas, "Other")
    add(adas, _other["id"], image.pk)
    share(adas, album.pk, username="ben")
    told = bens.get(f"/api/images/{image.pk}").json()
    assert told["albums"] == [{"id": str(album.pk), "name": "Shared"}]

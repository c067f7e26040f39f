"""Who gets which bytes of what a message brings: the two parties, and nobody else; in one table.

ben, the client, sends ada, the artist, a photograph with its place in it, and a text.
"""

import pytest
from rest_framework.test import APIClient

from accounts import actions
from accounts.actions import set_active
from gallery.actions.withholding import set_hidden
from gallery.models import Rendition
from gallery.tests.pictures import CAMERA, camera_jpeg
from portfolio.models import Commission, Message
from portfolio.tests.messaging import commission_of, sent
from portfolio.tests.test_hidden_works_leave_no_trace import CSRF_TOKEN

BYTES = {
    "thumbnail": "/api/images/{photo}/thumbnail?size=small",
    "thumbnail as WebP": "/api/images/{photo}/thumbnail?size=square&format=webp",
    "preview": "/api/files/{photo}/preview?size=small",
    "download": "/api/images/{photo}/download",
    "file's download": "/api/files/{photo}/download",
    "text's download": "/api/files/{text}/download",
}
NOT_GIVEN = {
    "image": "/api/images/{photo}",
    "image's page": "/images/{photo}",
    "rendition": "/api/images/{photo}/rendition?width=20",
    "file": "/api/files/{photo}",
    "history": "/api/images/{photo}/history",
    "text": "/api/files/{text}",
    "text's preview": "/api/files/{text}/preview",
}
LISTS = {
    "images": "/api/images",
    "images by cursor": "/api/images?cursor=",
    "images of ben": "/api/images?user=ben",
    "files": "/api/files?search=photo",
    "search": "/api/search?query=photo&type=image",
    "albums": "/api/albums",
    "tags": "/api/tags",
}
PARTIES = ("author", "author by token", "other", "other by token")
OTHERS = ("stranger", "stranger by token", "visitor", "staff", "artist of another commission")
SHUT = {"file": 401, "text": 401, "history": 401}


def by_token(user):
    _token, secret = actions.create_token(by=user, name="a program")
    return APIClient(HTTP_AUTHORIZATION=f"Bearer {secret}")


@pytest.fixture
def commission(ada, ben):
    return commission_of(ben, ada)


@pytest.fixture
def ids(ben, client_of, commission):
    files = sent(client_of(ben), commission, "Look", ("photo.jpg", camera_jpeg()), ("notes.txt", b"Some words."))[
        "files"
    ]
    return dict(zip(("photo", "text"), (file["id"] for file in files), strict=True))


@pytest.fixture
def clients(ada, ben, cyn, mo, visitor, client_of):
    """Each by name, made when asked for."""
    dan = actions.register_account(username="dan", email="dan@example.org", password="correct horse battery")
    commission_of(ben, dan)
    return {
        "author": lambda: client_of(ben),
        "author by token": lambda: by_token(ben),
        "other": lambda: client_of(ada),
        "other by token": lambda: by_token(ada),
        "stranger": lambda: client_of(cyn),
        "stranger by token": lambda: by_token(cyn),
        "visitor": lambda: visitor,
        "staff": lambda: client_of(mo),
        "artist of another commission": lambda: client_of(dan),
    }


def statuses(client, routes, ids):
    return {name: client.get(path.format(**ids)).status_code for name, path in routes.items()}


@pytest.mark.parametrize("who", PARTIES)
def test_both_parties_get_the_bytes(who, clients, ids):
    assert statuses(clients[who](), BYTES, ids) == dict.fromkeys(BYTES, 200)


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_gets_any(who, clients, ids):
    client = clients[who]()
    assert statuses(client, BYTES, ids) == dict.fromkeys(BYTES, 404)
    shut = SHUT if who == "visitor" else {}
    assert statuses(client, NOT_GIVEN, ids) == dict.fromkeys(NOT_GIVEN, 404) | shut


@pytest.mark.parametrize("who", OTHERS)
def test_to_others_they_are_as_if_there_were_none(who, clients, ids):
    client, nowhere = clients[who](), dict.fromkeys(ids, "01900000-0000-7000-8000-000000000000")
    for path in (BYTES | NOT_GIVEN).values():
        told, absent = (CSRF_TOKEN.sub(b"", client.get(path.format(**each)).content) for each in (ids, nowhere))
        assert told.replace(ids["photo"].encode(), b"") == absent.replace(nowhere["photo"].encode(), b""), path


def test_the_other_party_gets_bytes_and_nothing_beside(clients, ids):
    assert statuses(clients["other"](), NOT_GIVEN, ids) == dict.fromkeys(NOT_GIVEN, 404)
    answer = clients["other"]().get(f"/api/files/{ids['text']}/preview")
    assert answer.json()["errors"][0]["code"] == "no_preview"


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
@pytest.mark.parametrize("kind", ["images", "files"])
def test_the_other_party_changes_nothing(clients, ids, method, kind):
    assert getattr(clients["other"](), method)(f"/api/{kind}/{ids['photo']}", {}).status_code == 404


def test_they_stand_in_no_list_of_the_other_party(clients, ids):
    lists = {name: clients["other"]().get(path).json()["results"] for name, path in LISTS.items()}
    assert set(map(len, lists.values())) == {0}


@pytest.mark.parametrize("name", BYTES)
def test_no_cache_keeps_what_the_other_party_gets(clients, ids, name):
    answer = clients["other"]().get(BYTES[name].format(**ids))
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    again = clients["other"]().get(BYTES[name].format(**ids), headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.headers["Cache-Control"]) == (304, "private, no-store")


@pytest.mark.parametrize("route", ["images", "files"])
def test_of_a_photograph_the_other_party_gets_neither_place_nor_serial_number(clients, ids, route):
    path = f"/api/{route}/{ids['photo']}/download"
    own, others = (clients[who]().get(path) for who in ("author", "other"))
    assert own.getvalue() == camera_jpeg()
    assert len(others.getvalue()) == len(own.getvalue())
    assert CAMERA["serial"].encode() in own.getvalue()
    assert CAMERA["serial"].encode() not in others.getvalue()
    assert own.headers["ETag"] != others.headers["ETag"]
    part = clients["other"]().get(path, headers={"Range": "bytes=10-99"})
    assert (part.status_code, part.getvalue()) == (206, others.getvalue()[10:100])


def test_a_text_is_given_as_it_is_and_counts_as_taken(clients, ids):
    answer = clients["other"]().get(f"/api/files/{ids['text']}/download")
    assert answer.getvalue() == b"Some words."
    assert answer.headers["Content-Disposition"] == 'attachment; filename="notes.txt"'
    assert clients["author"]().get(f"/api/files/{ids['text']}").json()["download_count"] == 1


def end_it(ids, by):
    Commission.objects.update(artist=None)


def delete_message(ids, by):
    Message.objects.all().delete()


def hide(ids, by):
    set_hidden(target_type="image", target_id=ids["photo"], is_hidden=True)


def shut_out(ids, by):
    set_active(user=Commission.objects.filter(messages__isnull=False).get().client, is_active=False, by=by)


PHOTO = {name: path for name, path in BYTES.items() if "text" not in name}
ENDS = {
    "left": (end_it, BYTES),
    "gone": (delete_message, BYTES),
    "hidden": (hide, PHOTO),
    "shut out": (shut_out, BYTES),
}


@pytest.mark.parametrize("end", ENDS)
def test_what_is_no_longer_theirs_is_gone_at_once(mo, clients, ids, end):
    client, (finish, routes) = clients["other"](), ENDS[end]
    assert statuses(client, routes, ids) == dict.fromkeys(routes, 200)
    finish(ids, mo)
    assert statuses(client, routes, ids) == dict.fromkeys(routes, 404)


def test_who_is_shut_out_gets_none(ada, mo, clients, ids):
    client = clients["other"]()
    set_active(user=ada, is_active=False, by=mo)
    assert statuses(client, BYTES, ids) == dict.fromkeys(BYTES, 404)
    assert statuses(by_token(ada), BYTES, ids) == dict.fromkeys(BYTES, 401)


def test_an_original_that_is_not_given_away_is_shown_and_not_sent(clients, ids):
    clients["author"]().put(f"/api/images/{ids['photo']}", {"allow_download": False})
    given = {name: 403 if "download" in name else 200 for name in PHOTO}
    assert statuses(clients["other"](), PHOTO, ids) == given


def test_none_of_it_is_published(settings, clients, ids):
    settings.CDN_URL = "https://cdn.example/copies"
    statuses(clients["other"](), BYTES, ids)
    assert Rendition.objects.filter(image=ids["photo"]).exists()
    assert not Rendition.objects.filter(is_published=True).exists()

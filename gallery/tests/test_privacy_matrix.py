"""Who sees what of an album and of a picture in it: the whole of it in one table.

The picture is private itself, so that what anyone sees of it, the album gives them. `reached` is what is asked for by its
address, `listed` what is found without it, `shown` what is the same for everybody. A link is followed and a person invited in
every case: to the private album before it was turned private, to the parent where the album is nested.
"""

import pytest
from rest_framework.test import APIClient

from gallery.tests.albums import add, follow, make, share
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg

PEOPLE = ("visitor", "stranger", "sharee", "link holder", "owner")
SHUT, REACHED, LISTED = (404, 0), (200, 0), (200, 1)
#                          visitor, stranger, sharee, link holder, owner; then whether the public pages show it
TABLE = {
    "public": ((LISTED, LISTED, LISTED, LISTED, LISTED), 1),
    "private": ((SHUT, SHUT, SHUT, SHUT, LISTED), 0),
    "shared": ((SHUT, SHUT, LISTED, REACHED, LISTED), 0),
    "nested, children included": ((SHUT, SHUT, LISTED, REACHED, LISTED), 0),
    "nested, children left out": ((SHUT, SHUT, SHUT, SHUT, LISTED), 0),
    "public in a private one": ((LISTED, LISTED, LISTED, LISTED, LISTED), 1),
}
NESTED = {"nested, children included", "nested, children left out", "public in a private one"}
BY_ADDRESS = {
    "album": "/api/albums/{album}",
    "album's images": "/api/albums/{album}/images",
    "album's page": "/albums/{album}",
    "image": "/api/images/{image}",
    "image's page": "/images/{image}",
    "thumbnail": "/api/images/{image}/thumbnail?size=small&format=webp",
    "rendition": "/api/images/{image}/rendition?width=20&format=jpeg",
    "download": "/api/images/{image}/download",
    "file's preview": "/api/files/{image}/preview?size=small&format=webp",
    "file's download": "/api/files/{image}/download",
}
LISTS = {
    "albums": "/api/albums?search=Shore",
    "albums of a person": "/api/albums?user=ada&search=Shore",
    "images": "/api/images",
    "images by cursor": "/api/images?cursor=",
    "images by word": "/api/images?search=dawn",
    "images by album": "/api/images?album={album}",
    "images by tag": "/api/images?tags=pebbles",
    "tags": "/api/tags?prefix=pebb",
    "tags by name": "/api/tags?ordering=name",
    "search": "/api/search?query=dawn&type=image",
    "search by tag": "/api/search?query=tag:pebbles&type=image",
    "search in the album": "/api/search?query=dawn&type=image&album={album}",
    "search for albums": "/api/search?query=shore&type=album",
}
FOR_ALL = {"home": "/", "feed": "/feed.atom"}
CASES = [
    pytest.param(kind, who, *seen, shown, id=f"{kind}, {who}")
    for kind, (row, shown) in TABLE.items()
    for who, seen in zip(PEOPLE, row, strict=True)
]


@pytest.fixture
def cast(adas, ben, cyn, client_of, visitor):
    """The five columns as clients; ben is invited, cyn is a stranger."""
    clients = (visitor, client_of(cyn), client_of(ben), APIClient(), adas)
    return dict(zip(PEOPLE, clients, strict=True))


def furnish(kind, adas, holder):
    """An album of this kind with its picture, shared with ben and with whoever holds the link. Their addresses."""
    parent = make(adas, "Coast")["id"] if kind in NESTED else None
    album = make(adas, "Shore", parent_id=parent)["id"]
    image = upload(adas, jpeg(40, 30), visibility="private", title="Dawn", tags=["pebbles"])["id"]
    add(adas, album, image)
    below = {"include_children": kind == "nested, children included"}
    opened = parent if kind.startswith("nested") else album
    share(adas, opened, username="ben", **below)
    follow(holder, share(adas, opened, link=True, **below))
    if kind.startswith(("public", "private")):
        adas.patch(f"/api/albums/{album}", {"privacy_setting": kind.split()[0]})
    return {"album": album, "image": image}


def answers(client, routes, ids):
    return {name: client.get(path.format(**ids)) for name, path in routes.items()}


@pytest.mark.parametrize(("kind", "who", "reached", "listed", "shown"), CASES)
def test_each_sees_what_the_table_says(cast, kind, who, reached, listed, shown):
    client, ids = cast[who], furnish(kind, cast["owner"], cast["link holder"])
    found = {name: answer.status_code for name, answer in answers(client, BY_ADDRESS, ids).items()}
    assert found == dict.fromkeys(BY_ADDRESS, reached)
    lists = {name: len(answer.json()["results"]) for name, answer in answers(client, LISTS, ids).items()}
    assert lists == dict.fromkeys(LISTS, listed)
    pages = {name: answer.content.count(b"Dawn") > 0 for name, answer in answers(client, FOR_ALL, ids).items()}
    assert pages == dict.fromkeys(FOR_ALL, bool(shown))


@pytest.mark.parametrize("who", PEOPLE[:4])
@pytest.mark.parametrize("kind", ["private", "nested, children left out"])
def test_hidden_and_absent_are_answered_alike(cast, kind, who):
    client, ids = cast[who], furnish(kind, cast["owner"], cast["link holder"])
    absent = dict.fromkeys(ids, "01900000-0000-7000-8000-000000000000")
    api = {name: path for name, path in BY_ADDRESS.items() if path.startswith("/api")}
    hidden, nothing = answers(client, api, ids), answers(client, api, absent)
    assert {name: each.content for name, each in hidden.items()} == {
        name: each.content for name, each in nothing.items()
    }

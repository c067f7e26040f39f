"""Albums in albums: paths, moves, depth, and what becomes of those in one that is deleted."""

import pytest

from gallery.models import Album, AlbumLineage
from gallery.tests.albums import album_of, make
from gallery.tests.library import codes


def chain(client, *names):
    """Albums, each in the one before; their ids."""
    ids = []
    for name in names:
        ids.append(make(client, name, parent_id=ids[-1] if ids else None)["id"])
    return ids


def true_lineage():
    """What the pairs must be, found from the parents alone."""
    parents = dict(Album.objects.values_list("pk", "parent"))
    pairs = set()
    for album in parents:
        above, depth = album, 0
        while above:
            pairs.add((album, above, depth))
            above, depth = parents[above], depth + 1
    return pairs


@pytest.fixture(autouse=True)
def whole_lineage(db):
    """After each of these tests the pairs say what the parents say."""
    yield
    assert set(AlbumLineage.objects.values_list("album", "above", "depth")) == true_lineage()


def move(client, album, parent):
    return client.patch(f"/api/albums/{album}", {"parent_id": parent})


def names(told):
    return [entry["name"] for entry in told["path"]]


def test_a_path_runs_from_the_top_to_the_album_itself(adas):
    _work, _sea, waves = chain(adas, "Work", "Sea", "Waves")
    told = adas.get(f"/api/albums/{waves}").json()
    assert (names(told), told["child_count"]) == (["Work", "Sea", "Waves"], 0)


def test_an_album_tells_how_many_are_in_it_and_which(adas):
    work, sea, _waves = chain(adas, "Work", "Sea", "Waves")
    told = adas.get(f"/api/albums/{work}").json()
    assert (told["child_count"], told["children"]) == (1, [{"id": sea, "name": "Sea"}])


def test_a_move_takes_all_below_along(adas):
    _work, sea, waves = chain(adas, "Work", "Sea", "Waves")
    home = make(adas, "Home")["id"]
    assert names(move(adas, sea, home).json()) == ["Home", "Sea"]
    assert names(adas.get(f"/api/albums/{waves}").json()) == ["Home", "Sea", "Waves"]
    assert names(move(adas, sea, None).json()) == ["Sea"]
    assert names(move(adas, sea, "").json()) == ["Sea"]


@pytest.mark.parametrize("into", [0, 1, 2], ids=["itself", "its child", "its grandchild"])
def test_an_album_cannot_lie_within_itself(adas, into):
    ids = chain(adas, "Work", "Sea", "Waves")
    answer = move(adas, ids[0], ids[into])
    assert (answer.status_code, codes(answer)) == (409, {"parent_id": "cycle"})
    assert Album.objects.get(pk=ids[0]).parent is None


def test_a_move_to_where_it_is_changes_nothing(adas):
    work, sea, _waves = chain(adas, "Work", "Sea", "Waves")
    assert names(move(adas, sea, work).json()) == ["Work", "Sea"]


@pytest.mark.parametrize("privacy", ["public", "private"])
def test_a_parent_is_ones_own(ben, adas, privacy):
    foreign = album_of(ben, privacy_setting=privacy)
    answer = adas.post("/api/albums", {"name": "Sea", "parent_id": str(foreign.pk)})
    assert (answer.status_code, codes(answer)) == (400, {"parent_id": "does_not_exist"})
    answer = move(adas, make(adas)["id"], str(foreign.pk))
    assert (answer.status_code, codes(answer)) == (400, {"parent_id": "does_not_exist"})


def test_albums_may_be_twenty_deep(adas):
    ids = chain(adas, *map(str, range(20)))
    answer = adas.post("/api/albums", {"name": "deeper", "parent_id": ids[-1]})
    assert (answer.status_code, codes(answer)) == (400, {"parent_id": "too_deep"})
    top = make(adas, "above all")["id"]
    assert codes(move(adas, ids[0], top)) == {"parent_id": "too_deep"}
    assert move(adas, ids[1], top).status_code == 200


def test_of_an_album_that_is_deleted_those_in_it_move_up(adas):
    work, sea, waves = chain(adas, "Work", "Sea", "Waves")
    foam = make(adas, "Foam", parent_id=waves)["id"]
    assert adas.delete(f"/api/albums/{sea}").json() == {"id": sea, "deleted": True, "images_deleted": 0}
    assert names(adas.get(f"/api/albums/{foam}").json()) == ["Work", "Waves", "Foam"]
    adas.delete(f"/api/albums/{work}")
    assert names(adas.get(f"/api/albums/{foam}").json()) == ["Waves", "Foam"]


def test_a_parent_that_the_viewer_may_not_see_is_left_out(adas, visitor):
    work, sea, waves = chain(adas, "Work", "Sea", "Waves")
    for album in (work, waves):
        adas.patch(f"/api/albums/{album}", {"privacy_setting": "public"})
    told = visitor.get(f"/api/albums/{waves}").json()
    assert (names(told), told["parent_id"]) == (["Work", "Waves"], None)
    told = visitor.get(f"/api/albums/{work}").json()
    assert (told["child_count"], told["children"]) == (0, [])
    assert adas.get(f"/api/albums/{waves}").json()["parent_id"] == sea


def test_children_that_the_viewer_sees_are_counted(adas, visitor):
    work, sea, _waves = chain(adas, "Work", "Sea", "Waves")
    for album in (work, sea):
        adas.patch(f"/api/albums/{album}", {"privacy_setting": "public"})
    make(adas, "Hidden", parent_id=work)
    assert visitor.get(f"/api/albums/{work}").json()["child_count"] == 1
    assert adas.get(f"/api/albums/{work}").json()["child_count"] == 2

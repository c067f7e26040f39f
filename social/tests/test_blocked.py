"""What a block keeps whom from: each of these people tries each of these deeds while ada blocks ben."""

import pytest

from accounts.tests.answers import errors_of
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.blocks import set_block
from social.actions.comments import write_comment
from social.actions.likes import set_like
from social.models import Like

REFUSED = 403


@pytest.fixture
def works(ada, ben):
    return {"ada": new_work(ada), "ben": new_work(ben)}


@pytest.fixture
def people(ada, ben, cyn, mo):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    return {"ada": ada, "ben": ben, "cyn": cyn, "mo": mo}


DEEDS = {
    "like": lambda client, person, work: client.post(f"/api/artworks/{work.pk}/like", {"liked": True}),
    "follow": lambda client, person, work: client.post(f"/api/follow/{person.pk}", {"following": True}),
    "comment": lambda client, person, work: client.post(f"/api/artworks/{work.pk}/comment", {"comment_text": "Fine."}),
    "share": lambda client, person, work: client.post(f"/api/artworks/{work.pk}/share"),
    "see": lambda client, person, work: client.get(f"/api/artworks/{work.pk}"),
    "see who": lambda client, person, work: client.get(f"/api/artists/{person.pk}"),
    "report": lambda client, person, work: client.post(
        "/api/reports", {"target_type": "artwork", "target_id": str(work.pk), "reason": "spam"}
    ),
    "block": lambda client, person, work: client.post(f"/api/blocks/{person.pk}"),
}
TO_ADA = {
    "like": {"ben": REFUSED, "cyn": 200, "mo": 200},
    "follow": {"ben": REFUSED, "cyn": 200, "mo": 200},
    "comment": {"ben": REFUSED, "cyn": 201, "mo": 201},
    "share": {"ben": 200, "cyn": 200, "mo": 200},
    "see": {"ben": 200, "cyn": 200, "mo": 200},
    "see who": {"ben": 200, "cyn": 200, "mo": 200},
    "report": {"ben": 201, "cyn": 201, "mo": 201},
    "block": {"ben": 201, "cyn": 201, "mo": 201},
}
# Whoever blocks may do all to the other but follow them.
TO_BEN = {deed: {"ada": 409 if deed == "follow" else statuses["cyn"]} for deed, statuses in TO_ADA.items()}
TO_BEN["block"]["ada"] = 200
TRIED = [
    (deed, whose, who, status)
    for whose, table in (("ada", TO_ADA), ("ben", TO_BEN))
    for deed, statuses in table.items()
    for who, status in statuses.items()
]


@pytest.mark.parametrize(("deed", "whose", "who", "status"), TRIED)
def test_who_may_do_what_while_ada_blocks_ben(people, works, client_of, deed, whose, who, status):
    answer = DEEDS[deed](client_of(people[who]), people[whose], works[whose])
    assert answer.status_code == status, answer.content
    if status == REFUSED:
        assert errors_of(answer) == {None: "blocked"}


def test_what_was_liked_before_may_be_taken_back(ada, ben, works, client_of):
    set_like(artwork_id=works["ada"].pk, by=ben)
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    answer = client_of(ben).post(f"/api/artworks/{works['ada'].pk}/like")
    assert (answer.status_code, answer.json()) == (200, {"liked": False, "like_count": 0})
    again = client_of(ben).post(f"/api/artworks/{works['ada'].pk}/like")
    assert (again.status_code, Artwork.objects.get(pk=works["ada"].pk).like_count) == (403, 0)


def test_a_like_from_before_stays(ada, ben, works):
    set_like(artwork_id=works["ada"].pk, by=ben)
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    assert (Artwork.objects.get(pk=works["ada"].pk).like_count, Like.objects.count()) == (1, 1)


def test_a_moderator_who_is_blocked_still_moderates(ada, cyn, mo, works, client_of):
    set_block(artist_id=mo.pk, by=ada, blocked=True)
    comment = write_comment(artwork_id=works["ada"].pk, by=cyn, comment_text="Spam.")
    assert client_of(mo).delete(f"/api/comments/{comment.pk}").status_code == 200


def test_once_it_is_lifted_all_is_as_before(ada, people, works, client_of):
    set_block(artist_id=people["ben"].pk, by=ada, blocked=False)
    for deed in ("like", "follow", "comment"):
        assert DEEDS[deed](client_of(people["ben"]), ada, works["ada"]).status_code < 300

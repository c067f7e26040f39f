"""What jurors give to what is submitted."""

import pytest

from gallery.models import Artwork
from gallery.tests.library import codes
from gallery.tests.works import new_work
from portfolio.exhibitions.standings import standings
from portfolio.models import ConflictOfInterest, Exhibition, Juror, Score
from portfolio.tests.entries import at, listed, new_exhibition, new_juror, new_submission, path, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(ben):
    return new_exhibition(ben, status="jurying")


@pytest.fixture
def own(ada, call):
    """What ada submitted to it: two works."""
    return new_submission(call, ada, new_work(ada, "Dunes"), new_work(ada, "Harbour"))


@pytest.fixture
def cyns(cyn, call, client_of):
    """cyn's client, who is on the jury."""
    new_juror(call, cyn)
    return client_of(cyn)


@pytest.fixture
def moes(mo, call, client_of):
    """mo's client, who is on it too."""
    new_juror(call, mo)
    return client_of(mo)


def give(client, submission, score, **fields):
    return client.put(at(submission, "/score"), {"score": score, **fields})


def works_scored(told):
    return [work["score"] for work in told["my_score"]["works"]]


def test_a_juror_scores_one_work_and_then_all(cyns, own):
    first = own.works.get(position=0)
    answer = give(cyns, own, 7, work_id=first.pk, note=" Fine light. ")
    assert answer.status_code == 200
    assert answer.json()["my_score"]["works"][0] == {"id": str(first.pk), "score": 7, "note": "Fine light."}
    assert works_scored(answer.json()) == [7, None]
    assert works_scored(give(cyns, own, 9).json()) == [9, 9]
    assert Score.objects.get(work=first).note == "Fine light."


def test_a_work_is_named_by_its_own_id_too(cyns, own):
    artwork = own.works.get(position=1).artwork_id
    assert works_scored(give(cyns, own, 4, artwork_id=artwork).json()) == [None, 4]


def test_a_blind_jury_names_works_by_the_ids_that_it_is_told_and_learns_nothing_by_others(ada, cyns, call, own):
    Exhibition.objects.filter(pk=call.pk).update(blind=True)
    work, elsewhere = own.works.get(position=0), new_work(ada)
    assert works_scored(give(cyns, own, 4, artwork_id=work.pk).json()) == [4, None]
    answers = [give(cyns, own, 4, artwork_id=each) for each in (work.artwork_id, elsewhere.pk)]
    assert [answer.status_code for answer in answers] == [400, 400]
    assert answers[0].content == answers[1].content


@pytest.mark.parametrize("score", [0, -1, 11, 2.5, "many", None, True])
def test_a_score_beyond_the_scale_is_refused(cyns, own, score):
    answer = give(cyns, own, score)
    assert (answer.status_code, list(codes(answer))) == (400, ["score"])
    assert not Score.objects.exists()


@pytest.mark.parametrize(("scale", "score", "status"), [(5, 5, 200), (5, 6, 400), (100, 100, 200)])
def test_the_scale_is_the_exhibitions(cyns, call, own, scale, score, status):
    Exhibition.objects.filter(pk=call.pk).update(score_scale=scale)
    assert give(cyns, own, score).status_code == status


@pytest.mark.parametrize("status", ["open", "announced", "running", "closed", "cancelled"])
def test_beside_the_time_for_it_nothing_is_scored(cyns, call, own, status):
    Exhibition.objects.filter(pk=call.pk).update(status=status)
    answer = give(cyns, own, 5)
    assert (answer.status_code, codes(answer)) == (409, {None: "not_jurying"})
    assert cyns.get(at(own)).status_code == 404
    assert listed(cyns, call) == []


def test_a_juror_does_not_score_their_own(cyn, cyns, call):
    answer = give(cyns, new_submission(call, cyn), 10)
    assert (answer.status_code, codes(answer)) == (403, {None: "conflict_of_interest"})
    assert answer.json()["errors"][0]["detail"] == "This is your own submission."


def test_a_juror_does_not_score_whom_they_declared_to_be_close_to(ada, cyn, cyns, own):
    ConflictOfInterest.objects.create(juror=Juror.objects.get(user=cyn), artist=ada)
    answer = give(cyns, own, 10)
    assert (answer.status_code, codes(answer)) == (403, {None: "conflict_of_interest"})
    assert answer.json()["errors"][0]["detail"] == "You declared a conflict of interest with this artist."
    assert told(cyns, own)["conflict"] == "declared"


def test_what_a_blind_juror_has_a_conflict_with_is_not_there(ada, mo, cyn, cyns, call, own):
    Exhibition.objects.filter(pk=call.pk).update(blind=True)
    other = new_submission(call, mo)
    ConflictOfInterest.objects.create(juror=Juror.objects.get(user=cyn), artist=ada)
    assert [each["id"] for each in listed(cyns, call)] == [str(other.pk)]
    work = own.works.get(position=0)
    answers = [cyns.get(at(own)), give(cyns, own, 5), cyns.get(at(own, f"/works/{work.pk}/image"))]
    absent = cyns.get(path(call, f"submissions/{work.pk}"))
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, absent.content)}


def test_who_is_not_on_the_jury_does_not_score(ada, ben, mo, client_of, own):
    assert give(client_of(ada), own, 10).status_code == 403
    assert give(client_of(ben), own, 10).status_code == 403
    assert give(client_of(mo), own, 10).status_code == 404


def test_a_work_that_is_not_in_it_is_refused(cyn, cyns, call, own):
    elsewhere = new_submission(call, cyn).works.get()
    answer = give(cyns, own, 5, work_id=elsewhere.pk)
    assert (answer.status_code, codes(answer)) == (400, {"work_id": "does_not_exist"})
    assert codes(give(cyns, own, 5, artwork_id=elsewhere.artwork_id)) == {"artwork_id": "does_not_exist"}


def test_a_work_that_others_see_no_longer_is_not_scored(cyns, own):
    work = own.works.get(position=0)
    Artwork.objects.filter(pk=work.artwork_id).update(is_public=False, status="draft")
    assert works_scored(give(cyns, own, 5).json()) == [5]
    assert give(cyns, own, 5, work_id=work.pk).status_code == 400


def test_the_organiser_sees_all_scores_and_each_juror_their_own(ben, client_of, cyns, moes, own):
    give(cyns, own, 4, note="Dark.")
    give(moes, own, 9, note="Bright!")
    seen = [told(client, own) for client in (cyns, moes)]
    assert [each["my_score"]["mean"] for each in seen] == [4.0, 9.0]
    assert [each["score"] for each in seen] == [None, None]
    assert "Bright" not in str(seen[0])
    assert seen[0]["works"][0]["score"] is None
    work = told(client_of(ben), own)["works"][0]
    assert [(each["juror"]["username"], each["score"], each["note"]) for each in work["score"]["scores"]] == [
        ("cyn", 4, "Dark."),
        ("moe", 9, "Bright!"),
    ]


def test_standings_are_the_mean_and_the_spread_of_all_scores(ben, client_of, cyns, moes, own):
    first, second = own.works.order_by("position")
    for client, work, score in ((cyns, first, 2), (cyns, second, 4), (moes, first, 9)):
        give(client, own, score, work_id=work.pk)
    assert told(client_of(ben), own)["score"] == {"mean": 5.0, "spread": 2.94, "count": 3, "juror_count": 2}
    stand = standings([own.pk])
    assert (stand.works[first.pk].mean, stand.works[first.pk].spread) == (5.5, 3.5)
    assert (stand.works[second.pk].mean, stand.works[second.pk].spread) == (4.0, 0.0)


def test_what_a_juror_gave_before_they_declared_a_conflict_does_not_count(ada, ben, cyn, client_of, cyns, moes, own):
    give(cyns, own, 10)
    give(moes, own, 2)
    ConflictOfInterest.objects.create(juror=Juror.objects.get(user=cyn), artist=ada)
    assert told(client_of(ben), own)["score"]["mean"] == 2.0


def test_an_organiser_orders_by_score_and_nobody_else(ada, ben, mo, cyns, client_of, call, own):
    best, unscored = new_submission(call, mo), new_submission(call, Juror.objects.get().user)
    give(cyns, own, 3)
    give(cyns, best, 8)
    wanted = [best, own, unscored]
    assert [each["id"] for each in listed(client_of(ben), call, ordering="-score")] == [str(each.pk) for each in wanted]
    for client in (cyns, client_of(ada)):
        assert client.get(path(call), {"ordering": "-score"}).status_code == 400


def test_a_visitor_signs_in_first(visitor, own):
    assert give(visitor, own, 5).status_code == 401

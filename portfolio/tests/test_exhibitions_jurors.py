"""The jury: asked, told, taken off again, and known to its organiser alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import person
from gallery.tests.library import codes
from gallery.tests.withholding import suspended
from portfolio.exhibitions.telling import tell_everyone
from portfolio.models import Juror, Score, SubmittedWork
from portfolio.tests.calls import ROUTE, put, read
from portfolio.tests.entries import crowd, new_exhibition, new_juror, new_submission
from social.actions.blocks import set_block
from social.tests.telling import texts

pytestmark = pytest.mark.django_db
ASKED = "ada asks you to be on the jury of “Salt and Light”"


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


@pytest.fixture
def exhibition(ada):
    return new_exhibition(ada)


def invite(client, exhibition, username="ben"):
    return client.post(f"{ROUTE}/{exhibition.pk}/jurors", {"username": username})


def remove(client, exhibition, who):
    return client.delete(f"{ROUTE}/{exhibition.pk}/jurors/{who.pk}")


def jury(client, exhibition, **query):
    answer = client.get(f"{ROUTE}/{exhibition.pk}/jurors", query)
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


@pytest.mark.parametrize("name", ["ben", "BEN", "@ben", " ben "])
def test_a_person_is_asked_by_name_and_told_at_once(ben, adas, client_of, exhibition, name):
    answer = invite(adas, exhibition, name)
    told = answer.json()
    assert (answer.status_code, told["user"]) == (201, {"id": str(ben.pk), "username": "ben", "artist_name": "ben"})
    assert (told["scored_count"], told["conflicts"]) == (0, [])
    assert texts(client_of(ben)) == [ASKED]
    assert read(client_of(ben), exhibition)["viewer_roles"] == ["juror"]


def test_of_a_draft_they_are_told_when_it_opens(ada, ben, adas, client_of):
    exhibition = new_exhibition(ada, status="draft")
    assert invite(adas, exhibition).status_code == 201
    assert texts(client_of(ben)) == []
    put(adas, exhibition, status="open")
    tell_everyone("exhibition_invited", exhibition.pk, "")
    assert texts(client_of(ben)) == [ASKED]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ada", "invalid"), ("nobody", "does_not_exist"), ("cyn", "does_not_exist"), ("", "blank"),
        ("ben@example.org", "does_not_exist"), ("a\0b", "null_characters_not_allowed"), ("x" * 151, "max_length"),
    ],
)  # fmt: skip
def test_who_is_not_there_or_organises_it_is_refused(ben, cyn, mo, adas, exhibition, name, code):
    suspended(cyn, mo)
    answer = invite(adas, exhibition, name)
    assert (answer.status_code, codes(answer)) == (400, {"username": code})
    assert not Juror.objects.exists()


def test_one_is_on_a_jury_once(ben, adas, client_of, exhibition):
    invite(adas, exhibition)
    answer = invite(adas, exhibition, "Ben")
    assert (answer.status_code, codes(answer)) == (409, {"username": "already_juror"})
    assert texts(client_of(ben)) == [ASKED]


def test_who_keeps_the_organiser_away_is_not_asked(ada, ben, adas, exhibition):
    set_block(artist_id=ada.pk, by=ben, blocked=True)
    answer = invite(adas, exhibition)
    assert (answer.status_code, codes(answer)) == (403, {None: "blocked"})
    assert not Juror.objects.exists()


def test_the_organiser_is_told_who_leaves_and_not_whom_they_take_off_themselves(
    ada, ben, cyn, adas, client_of, exhibition
):
    for juror in (ben, cyn):
        new_juror(exhibition, juror)
    remove(client_of(ben), exhibition, ben)
    remove(adas, exhibition, cyn)
    assert texts(adas) == ["ben has left the jury of “Salt and Light”"]


def test_nobody_joins_a_blind_jury_at_work_since_they_could_not_say_to_whom_they_are_close(ada, ben, cyn, adas):
    exhibition = new_exhibition(ada, status="jurying", blind=True)
    new_juror(exhibition, cyn)
    answer = invite(adas, exhibition)
    assert (answer.status_code, codes(answer)) == (409, {None: "not_judging"})
    assert remove(adas, exhibition, cyn).status_code == 200


@pytest.mark.parametrize("status", ["announced", "running", "closed", "cancelled"])
def test_a_jury_that_has_done_its_work_stays_as_it_is(ada, ben, cyn, adas, client_of, status):
    exhibition = new_exhibition(ada, status=status)
    new_juror(exhibition, cyn)
    for answer in (invite(adas, exhibition), remove(adas, exhibition, cyn), remove(client_of(cyn), exhibition, cyn)):
        assert (answer.status_code, codes(answer)) == (409, {None: "not_judging"})
    assert Juror.objects.get().user == cyn


def test_too_many_invitations_wait(ben, cyn, adas, settings, exhibition):
    settings.RATE_LIMITS = {"exhibition": (1, 3600)}
    assert [invite(adas, exhibition, name).status_code for name in ("ben", "cyn")] == [201, 429]


@pytest.mark.parametrize("who", ["stranger", "juror", "staff", "visitor"])
def test_nobody_else_is_told_of_the_jury_or_changes_it(ben, cyn, mo, client_of, visitor, exhibition, who):
    new_juror(exhibition, ben)
    other = new_juror(exhibition, person("dan")).user
    client = visitor if who == "visitor" else client_of({"stranger": cyn, "juror": ben, "staff": mo}[who])
    refused = 401 if who == "visitor" else 403
    answers = [client.get(f"{ROUTE}/{exhibition.pk}/jurors"), invite(client, exhibition, "cyn")]
    answers += [remove(client, exhibition, other)]
    assert [each.status_code for each in answers] == [refused] * 3
    assert exhibition.jurors.count() == 2


@pytest.mark.parametrize("by", ["ada", "ben"])
def test_the_organiser_or_they_themselves_take_a_juror_off_with_all_they_scored(ada, ben, cyn, client_of, by):
    exhibition = new_exhibition(ada, status="jurying")
    work = SubmittedWork.objects.get(submission=new_submission(exhibition, cyn))
    Score.objects.create(juror=new_juror(exhibition, ben), work=work, score=7)
    tell_everyone("exhibition_jurying", exhibition.pk, "")
    client = client_of({"ada": ada, "ben": ben}[by])
    answer = remove(client, exhibition, ben)
    assert (answer.status_code, answer.json()) == (200, {"id": str(ben.pk), "deleted": True})
    assert (Juror.objects.count(), Score.objects.count(), texts(client_of(ben))) == (0, 0, [])
    assert read(client_of(ben), exhibition)["viewer_roles"] == []
    assert remove(client_of(ada), exhibition, ben).status_code == 404


def test_who_is_asked_again_is_told_again(ben, adas, client_of, exhibition):
    invite(adas, exhibition)
    remove(adas, exhibition, ben)
    assert texts(client_of(ben)) == []
    assert invite(adas, exhibition).status_code == 201
    assert texts(client_of(ben)) == [ASKED]


def test_it_is_listed_in_order_with_how_far_each_is_and_whom_they_know(ada, ben, cyn, adas):
    exhibition = new_exhibition(ada, status="jurying")
    dan, eve = person("dan"), person("eve")
    jurors = [new_juror(exhibition, each, close_to=close) for each, close in ((cyn, (dan,)), (ben, ()))]
    works = SubmittedWork.objects.filter(submission__in=[new_submission(exhibition, each) for each in (dan, eve)])
    gone = SubmittedWork.objects.get(submission=new_submission(exhibition, person("fay"), status="withdrawn"))
    for work in [*works, gone]:
        Score.objects.create(juror=jurors[1], work=work, score=7)
    told = jury(adas, exhibition)
    assert [(each["user"]["username"], each["scored_count"]) for each in told] == [("cyn", 0), ("ben", 2)]
    assert [[close["username"] for close in each["conflicts"]] for each in told] == [["dan"], []]


def test_who_is_shut_out_or_gone_is_not_listed(ada, ben, cyn, mo, adas, exhibition):
    for each in (ben, cyn):
        new_juror(exhibition, each)
    suspended(ben, mo)
    cyn.delete()
    assert jury(adas, exhibition) == []


def test_many_cost_as_many_queries_as_one(adas, exhibition):
    close, costs = person("dan"), []
    people = iter(crowd(20))
    for more in (1, 2, 17):
        for _ in range(more):
            new_juror(exhibition, next(people), close_to=(close,))
        with CaptureQueriesContext(connection) as captured:
            jury(adas, exhibition)
        costs.append(len(captured))
    assert costs[0] == costs[1] == costs[2] <= 8

"""Announcing: all decisions at once, each to its artist alone."""

import pytest

from accounts.actions import change_preferences
from conftest import person
from gallery.tests.library import codes
from gallery.tests.withholding import suspended
from portfolio.exhibitions.telling import tell_everyone
from portfolio.models import StatusChange, Submission
from portfolio.tests.calls import ROUTE, put, read
from portfolio.tests.entries import at, new_exhibition, new_juror, new_submission
from social.models import Notification
from social.notifying.mails import mail_line
from social.tests.telling import texts

pytestmark = pytest.mark.django_db
DECISIONS = ("exhibition_accepted", "exhibition_waitlisted", "exhibition_declined")


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


@pytest.fixture
def jurying(ada):
    return new_exhibition(ada, status="jurying")


def announce(client, exhibition, **sent):
    return client.post(f"{ROUTE}/{exhibition.pk}/announce", sent)


def tell_all(exhibition, kinds=DECISIONS):
    """What the tasks do."""
    return [tell_everyone(kind, exhibition.pk, "https://atelier.example") for kind in kinds]


def statuses():
    return sorted(Submission.objects.values_list("artist__username", "status"))


def test_all_are_told_their_own_decision_at_once_and_nobody_before(ada, ben, cyn, adas, client_of, jurying):
    dan, eve = person("dan"), person("eve")
    decided = {ben: "accepted", cyn: "waitlisted", dan: "rejected", eve: "withdrawn"}
    for artist, status in decided.items():
        new_submission(jurying, artist, status=status)
    assert [texts(client_of(each)) for each in decided] == [[], [], [], []]
    told = announce(adas, jurying).json()
    assert (told["status"], told["announced_at"] is not None) == ("announced", True)
    assert tell_all(jurying) == [1, 1, 1]
    assert [texts(client_of(each)) for each in decided] == [
        ["Your submission to “Salt and Light” is accepted"],
        ["Your submission to “Salt and Light” is on the waitlist"],
        ["Your submission to “Salt and Light” is not accepted"],
        [],
    ]
    assert texts(adas) == []


def test_they_are_told_once_however_often_the_tasks_run(ben, adas, client_of, jurying):
    new_submission(jurying, ben, status="accepted")
    announce(adas, jurying)
    tell_all(jurying)
    tell_all(jurying)
    assert Notification.objects.filter(recipient=ben).count() == 1


def test_what_is_undecided_bars_the_way(ben, cyn, adas, jurying):
    new_submission(jurying, ben)
    new_submission(jurying, cyn, status="shortlisted")
    for answer in (
        announce(adas, jurying),
        put(adas, jurying, status="announced"),
        announce(adas, jurying, reject_rest=False),
    ):
        assert (answer.status_code, codes(answer)) == (409, {"status": "undecided"})
        assert "2 submissions are not decided yet." in answer.json()["errors"][0]["detail"]
    assert (read(adas, jurying)["status"], statuses()) == ("jurying", [("ben", "submitted"), ("cyn", "shortlisted")])


def test_who_is_shut_out_bars_no_way_and_is_decided_when_they_are_back(ben, mo, adas, client_of, jurying):
    entry = new_submission(jurying, ben)
    suspended(ben, mo)
    assert "announced" in read(adas, jurying)["allowed_transitions"]
    assert announce(adas, jurying, reject_rest=True).status_code == 200
    assert statuses() == [("ben", "submitted")]
    suspended(ben, mo, lifted=True)
    assert adas.put(at(entry), {"status": "accepted"}).status_code == 200
    assert texts(client_of(ben)) == ["Your submission to “Salt and Light” is accepted"]


def test_the_rest_is_declined_where_that_is_said_and_logged_one_by_one(ada, ben, cyn, adas, jurying):
    dan = person("dan")
    for artist, status in ((ben, "submitted"), (cyn, "accepted"), (dan, "shortlisted")):
        new_submission(jurying, artist, status=status)
    assert announce(adas, jurying, reject_rest=True).status_code == 200
    assert statuses() == [("ben", "rejected"), ("cyn", "accepted"), ("dan", "rejected")]
    log = StatusChange.objects.order_by("pk").values_list("workflow", "source", "target", "actor_name")
    assert list(log) == [
        ("submission", "submitted", "rejected", "ada"),
        ("submission", "shortlisted", "rejected", "ada"),
        ("exhibition", "jurying", "announced", "ada"),
    ]


@pytest.mark.parametrize("status", ["open", "announced", "running", "closed", "cancelled"])
def test_nothing_is_declined_where_it_is_not_jurying(ada, ben, adas, status):
    exhibition = new_exhibition(ada, status=status)
    new_submission(exhibition, ben)
    answer = announce(adas, exhibition, reject_rest=True)
    assert (answer.status_code, codes(answer)) == (409, {"status": "illegal_transition"})
    assert statuses() == [("ben", "submitted")]


@pytest.mark.parametrize("sent", [{"reject_rest": "perhaps"}, {"reject_rest": [1]}])
def test_what_is_no_yes_or_no_is_refused(adas, jurying, sent):
    answer = announce(adas, jurying, **sent)
    assert (answer.status_code, codes(answer)) == (400, {"reject_rest": "invalid"})


def test_nobody_else_announces(ben, cyn, mo, visitor, client_of, jurying):
    new_juror(jurying, ben)
    assert [announce(client_of(each), jurying).status_code for each in (ben, cyn, mo)] == [403, 403, 403]
    assert announce(visitor, jurying).status_code == 401
    assert not StatusChange.objects.exists()


def test_jurors_and_artists_are_told_of_each_step_that_concerns_them(ada, ben, cyn, adas, client_of):
    exhibition = new_exhibition(ada, status="open")
    new_juror(exhibition, ben)
    new_submission(exhibition, cyn, status="accepted")
    steps = (("jurying", "jurying"), ("announced", "accepted"), ("running", "running"))
    for status, kind in steps:
        put(adas, exhibition, status=status)
        tell_all(exhibition, [f"exhibition_{kind}"])
    assert texts(client_of(ben)) == ["“Salt and Light” waits for your scores"]
    assert texts(client_of(cyn)) == [
        "“Salt and Light” is open, with your work",
        "Your submission to “Salt and Light” is accepted",
    ]


def test_of_a_cancelled_one_jury_and_artists_are_told_but_who_withdrew(ada, ben, cyn, adas, client_of):
    exhibition, dan = new_exhibition(ada, status="open"), person("dan")
    new_juror(exhibition, ben)
    new_submission(exhibition, cyn)
    new_submission(exhibition, dan, status="withdrawn")
    put(adas, exhibition, status="cancelled")
    tell_all(exhibition, ["exhibition_cancelled"])
    assert [texts(client_of(each)) for each in (ben, cyn, dan)] == [["“Salt and Light” was cancelled"]] * 2 + [[]]


def test_a_mail_says_the_decision_and_leads_to_ones_submission(ben, cyn, adas, jurying, mailoutbox):
    ben.is_verified = True
    ben.save()
    change_preferences(user=ben, changes={"notification_mails": {"exhibition": "immediate"}})
    for artist in (ben, cyn):
        new_submission(jurying, artist, status="accepted")
    announce(adas, jurying)
    tell_all(jurying)
    assert [mail_line(line.pk) for line in Notification.objects.filter(mail="immediate")] == [True]
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (["ben@example.org"], "Your submission to “Salt and Light” is accepted")
    assert f"https://atelier.example/exhibitions/{jurying.pk}/submission" in mail.body

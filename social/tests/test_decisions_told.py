"""What owners are told of decisions, and by which links."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.actions import delete_account
from gallery.tests.library import codes
from gallery.tests.works import new_work
from social.actions.deciding import judge_appeal
from social.models import Decision, Notification
from social.moderating.links import decision_for, decision_path, way_to_suspension
from social.notifying.mails import mail_line
from social.tests.moderation import age, appealed, decided, moderator, report


@pytest.fixture
def max_(db):
    return moderator()


@pytest.fixture
def decision(ada, ben, max_):
    return decided(report(new_work(ada, "Dune"), ben, detail="It is mine"), max_)


def key_in(path):
    return path.partition("?key=")[2]


def test_the_owner_reads_what_was_decided_and_why(ada, client_of, decision):
    told = client_of(ada).get(f"/api/decisions/{decision.pk}").json()
    assert told["target"] == {"type": "artwork", "id": str(decision.case.target_id), "title": "Dune"}
    facts = ("verdict", "statement", "is_in_force", "removal_due_at", "removed_at", "appeal", "can_appeal")
    assert [told[name] for name in facts] == ["hide", "It is not yours.", True, None, None, None, True]
    assert told["decided_at"] < told["appeal_until"]


def test_neither_who_decided_nor_who_reported_nor_what_they_said_is_told(ada, client_of, decision, max_):
    appealed(decision, ada)
    judge_appeal(appeal=decision.appeal, by=moderator("zoe"), outcome="upheld")
    for path in (f"/api/decisions/{decision.pk}", "/api/decisions"):
        body = client_of(ada).get(path).content.decode()
        assert not {word for word in ("max", "zoe", "ben", 'It is mine"', str(max_.pk)) if word in body}


def test_all_others_are_answered_as_if_there_were_none(ben, mo, visitor, client_of, decision, max_):
    for person in (ben, mo, max_):
        answers = [client_of(person).get(f"/api/decisions/{pk}") for pk in (decision.pk, uuid4())]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert answers[0].json() == answers[1].json()
        assert client_of(person).get("/api/decisions").json()["count"] == 0
    assert visitor.get(f"/api/decisions/{decision.pk}").status_code == 401


def test_of_a_dismissal_the_owner_is_not_told(ada, ben, client_of, max_):
    dismissed = decided(report(new_work(ada), ben), max_, "dismiss")
    assert client_of(ada).get("/api/decisions").json()["count"] == 0
    assert client_of(ada).get(f"/api/decisions/{dismissed.pk}").status_code == 404


def test_an_appeal_is_filed_once_and_told(ada, client_of, decision):
    address = f"/api/decisions/{decision.pk}/appeal"
    answer = client_of(ada).post(address, {"text": " It is mine. "})
    assert answer.status_code == 201
    assert answer.json() | {"filed_at": ""} == {
        "text": "It is mine.", "filed_at": "", "outcome": "", "answer": "", "decided_at": None,
    }  # fmt: skip
    told = client_of(ada).get(f"/api/decisions/{decision.pk}").json()
    assert (told["appeal"], told["can_appeal"]) == (answer.json(), False)
    assert client_of(ada).post(address, {"text": "Again."}).status_code == 409


@pytest.mark.parametrize("text", [None, "", " ", "x" * 5_001, ["a"], "a\0b"])
def test_an_appeal_without_words_is_refused_by_name(ada, client_of, decision, text):
    answer = client_of(ada).post(f"/api/decisions/{decision.pk}/appeal", {"text": text})
    assert (answer.status_code, list(codes(answer))) == (400, ["text"])


def test_others_do_not_appeal(ben, visitor, client_of, decision):
    address = f"/api/decisions/{decision.pk}/appeal"
    assert client_of(ben).post(address, {"text": "No."}).status_code == 404
    assert visitor.post(address, {"text": "No."}).status_code == 401


def test_a_longer_list_costs_no_more_queries(ada, ben, client_of, max_, django_assert_num_queries):
    client = client_of(ada)
    for more in (1, 2, 7):
        for _ in range(more):
            appealed(decided(report(new_work(ada), ben), max_), ada)
        with django_assert_num_queries(3):
            assert client.get("/api/decisions").json()["results"]
    walked = client.get("/api/decisions?cursor=&page_size=9").json()
    assert len(client.get(walked["next"]).json()["results"]) == 1


def test_the_link_of_a_decision_opens_it_without_signing_in(decision):
    assert decision_for(AnonymousUser(), decision.pk, key_in(decision_path(decision))) == decision


@pytest.mark.parametrize("key", ["", "x", "é", "\0", "a:b"])
def test_another_key_opens_nothing(ada, ben, decision, key):
    assert decision_for(ada, decision.pk, key) == decision
    for viewer in (ben, AnonymousUser()):
        with pytest.raises(Decision.DoesNotExist):
            decision_for(viewer, decision.pk, key)


def test_the_key_of_one_decision_opens_no_other(ada, ben, max_, decision):
    other = decided(report(new_work(ada), ben), max_)
    with pytest.raises(Decision.DoesNotExist):
        decision_for(ben, other.pk, key_in(decision_path(decision)))


def test_a_link_ends_with_the_account_and_opens_no_dismissal(ada, ben, max_, decision):
    dismissed = decided(report(new_work(ada), ben), max_, "dismiss")
    delete_account(user=ada, by=ada)
    for each in (decision, dismissed):
        with pytest.raises(Decision.DoesNotExist):
            decision_for(AnonymousUser(), each.pk, key_in(decision_path(each)))


def test_who_is_shut_out_is_led_to_what_shut_them_out(ada, ben, max_, decision):
    assert way_to_suspension(ada) == ""
    suspension = decided(report(new_work(ada), ben), max_, "suspend")
    assert way_to_suspension(ada) == decision_path(suspension)
    appealed(suspension, ada)
    judge_appeal(appeal=suspension.appeal, by=moderator("zoe"), outcome="overturned")
    assert way_to_suspension(ada) == ""


def test_what_was_decided_long_ago_can_no_longer_be_appealed(ada, client_of, decision):
    age(decision, days=15)
    assert client_of(ada).get(f"/api/decisions/{decision.pk}").json()["can_appeal"] is False


@pytest.mark.parametrize("verdict", ["hide", "suspend"])
def test_the_owner_has_it_by_mail_with_the_link_that_opens_it_although_they_are_shut_out(
    ada, ben, max_, verdict, settings, mailoutbox
):
    settings.SITE_URL = "https://atelier.example"
    ada.is_verified = True
    ada.save()
    made = decided(report(new_work(ada, "Dune"), ben), max_, verdict)
    mail_line(Notification.objects.get().pk)
    (mail,) = mailoutbox
    assert mail.to == ["ada@example.org"]
    assert "Dune" in mail.subject
    assert f"https://atelier.example{decision_path(made)}" in mail.body
    assert "List-Unsubscribe" not in mail.extra_headers

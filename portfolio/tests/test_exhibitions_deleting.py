"""Exhibitions that go: drafts by their organiser, all of them with an account."""

import pytest

from accounts.actions import delete_account
from gallery.tests.library import codes
from portfolio.models import Exhibition, Juror, Score, StatusChange, Submission, SubmittedWork
from portfolio.tests.calls import ROUTE
from portfolio.tests.entries import new_exhibition, new_juror, new_submission
from social.notifying import notify
from social.tests.telling import texts

pytestmark = pytest.mark.django_db


def delete(client, exhibition):
    return client.delete(f"{ROUTE}/{exhibition.pk}")


def test_a_draft_is_deleted_with_its_jury(ada, ben, client_of):
    exhibition = new_exhibition(ada, status="draft")
    new_juror(exhibition, ben)
    answer = delete(client_of(ada), exhibition)
    assert (answer.status_code, answer.json()) == (200, {"id": str(exhibition.pk), "deleted": True})
    assert (Exhibition.objects.count(), Juror.objects.count()) == (0, 0)
    assert delete(client_of(ada), exhibition).status_code == 404


@pytest.mark.parametrize("status", ["open", "jurying", "announced", "running", "closed", "cancelled"])
def test_what_was_called_for_stays(ada, client_of, status):
    answer = delete(client_of(ada), new_exhibition(ada, status=status))
    assert (answer.status_code, codes(answer)) == (409, {None: "not_a_draft"})
    assert Exhibition.objects.count() == 1


def test_a_draft_that_somebody_submitted_to_stays(ada, ben, client_of):
    exhibition = new_exhibition(ada, status="draft")
    new_submission(exhibition, ben)
    assert delete(client_of(ada), exhibition).status_code == 409


@pytest.mark.parametrize(("status", "refused"), [("draft", 404), ("open", 403)])
def test_nobody_else_deletes_it(ada, ben, mo, client_of, visitor, status, refused):
    exhibition = new_exhibition(ada, status=status)
    new_juror(exhibition, ben)
    assert [delete(client_of(each), exhibition).status_code for each in (ben, mo)] == [refused] * 2
    assert delete(visitor, exhibition).status_code == 401
    assert Exhibition.objects.count() == 1


@pytest.fixture
def town(ada, ben, cyn):
    """ada's exhibition, which ben judges and cyn submitted to; both were told."""
    exhibition = new_exhibition(ada, status="jurying")
    work = SubmittedWork.objects.get(submission=new_submission(exhibition, cyn))
    Score.objects.create(juror=new_juror(exhibition, ben), work=work, score=7)
    for each in (ben, cyn):
        notify(
            "exhibition_cancelled", recipient_id=each.pk, actor=None, target_type="exhibition", target_id=exhibition.pk
        )
    return exhibition


def there():
    return {model.__name__: model.objects.count() for model in (Exhibition, Juror, Submission, SubmittedWork, Score)}


LEFT = {
    "ada": {"Exhibition": 0, "Juror": 0, "Submission": 0, "SubmittedWork": 0, "Score": 0},
    "ben": {"Exhibition": 1, "Juror": 0, "Submission": 1, "SubmittedWork": 1, "Score": 0},
    "cyn": {"Exhibition": 1, "Juror": 1, "Submission": 0, "SubmittedWork": 0, "Score": 0},
}


@pytest.mark.parametrize("leaving", LEFT)
def test_what_is_of_who_leaves_goes_with_them(ada, ben, cyn, client_of, town, leaving):
    people = {"ada": ada, "ben": ben, "cyn": cyn}
    left = people.pop(leaving)
    delete_account(user=left, by=left)
    assert there() == LEFT[leaving]
    told = [] if leaving == "ada" else ["“Salt and Light” was cancelled"]
    assert {name: texts(client_of(each)) for name, each in people.items() if name != "ada"} == {
        name: told for name in people if name != "ada"
    }


def test_the_log_keeps_who_moved_it_in_words(ada, client_of):
    exhibition = new_exhibition(ada)
    client_of(ada).put(f"{ROUTE}/{exhibition.pk}", {"status": "jurying"})
    delete_account(user=ada, by=ada)
    assert StatusChange.objects.values_list("actor_name", "target").get() == ("ada", "jurying")

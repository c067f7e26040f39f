"""The log of statuses is only added to."""

import pytest

from accounts.actions import delete_account
from portfolio.actions.commissions import change_commission
from portfolio.models import StatusChange
from portfolio.tests.commissioning import row


@pytest.fixture
def step(ada, ben):
    change_commission(commission=row(ben, ada), by=ada, status="accepted")
    return StatusChange.objects.get()


@pytest.mark.parametrize(
    "deed",
    [
        lambda step: step.save(),
        lambda step: step.delete(),
        lambda step: StatusChange.objects.update(actor_name="ben"),
        lambda step: StatusChange.objects.all().delete(),
        lambda step: StatusChange.objects.filter(pk=step.pk).delete(),
    ],
)
def test_nothing_of_it_is_changed_or_deleted(step, deed):
    before = list(StatusChange.objects.values())
    with pytest.raises(TypeError, match="only added to"):
        deed(step)
    assert list(StatusChange.objects.values()) == before


def test_it_names_who_did_it_when_their_account_is_gone(step, ada):
    delete_account(user=ada, by=ada)
    first = StatusChange.objects.order_by("pk").first()
    assert (first.pk, first.actor_name, first.actor_id) == (step.pk, "ada", step.actor_id)

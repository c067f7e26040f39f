"""Whose turn it is, told of one commission and asked of many, is the same."""

import itertools

import pytest

from portfolio.commissions.turns import waiting_for, waiting_on
from portfolio.models import Commission, QuoteStatus
from portfolio.tests.commissioning import STATUSES, row

pytestmark = pytest.mark.django_db


def test_lists_have_it_as_each_commission_does_in_every_state(ada, ben):
    for status, quoted in itertools.product(STATUSES, ["", *QuoteStatus.values]):
        row(ben, ada, status, quote_status=quoted)
    everyone = Commission.objects.all()
    for person, role in ((ada, "artist"), (ben, "client")):
        told = {each.pk for each in everyone if waiting_on(each) == role}
        assert set(everyone.filter(waiting_for(person)).values_list("pk", flat=True)) == told
        assert told

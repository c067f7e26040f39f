"""What is asked of each submission costs no more where there are many works."""

import pytest
from django.db import connection

from portfolio.judging.queue import queue_of
from portfolio.models import SubmittedWork
from portfolio.tests.entries import new_exhibition, new_juror, new_submission

pytestmark = pytest.mark.django_db


def test_a_work_in_a_queue_is_looked_up_by_its_id(ada, ben, cyn):
    exhibition = new_exhibition(ada, status="jurying")
    juror = new_juror(exhibition, ben)
    new_submission(exhibition, cyn)
    assert [each.works for each in queue_of(juror).places] == [1]
    seen = SubmittedWork.objects.visible_to(ben)
    # A list of all works there are (`IN (SELECT …)`) SQLite makes anew for each submission.
    assert " IN (SELECT" not in str(seen.query)
    if connection.vendor == "sqlite":
        assert "LIST SUBQUERY" not in seen.explain()

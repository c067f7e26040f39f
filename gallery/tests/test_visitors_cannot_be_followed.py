"""Visitors are told apart for a day, and then nobody can find them again."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.utils import timezone

from gallery.actions import salts
from gallery.actions.access import Viewer
from gallery.models import DaySalt, Visit
from gallery.tasks import forget_salts
from gallery.tests.works import new_work

NIGHT = datetime(2026, 5, 17, 23, 50, tzinfo=UTC)


@pytest.fixture(autouse=True)
def fresh_process(db):
    salts.AT_HAND.clear()


def key(address="192.0.2.1", browser="Firefox"):
    return Viewer(AnonymousUser(), address=address, browser=browser).key


def test_all_processes_know_a_visitor_by_the_same_key_on_a_day():
    before = key()
    salts.AT_HAND.clear()
    assert key() == before
    assert len({before, key(address="192.0.2.2"), key(browser="Safari")}) == 3


def test_one_query_a_process_and_day(django_assert_num_queries):
    key()
    salts.AT_HAND.clear()
    with django_assert_num_queries(1):
        assert key() == key()


def test_a_salt_that_is_undone_with_its_transaction_is_not_kept():
    with transaction.atomic():
        before = key()
        transaction.set_rollback(True)
    assert key() != before
    assert salts.AT_HAND == {}


def test_tomorrow_the_same_visitor_is_another():
    with time_machine.travel(NIGHT, tick=False):
        before = key()
    with time_machine.travel(NIGHT + timedelta(hours=1), tick=False):
        assert before != key() == key()
        assert set(salts.AT_HAND) == {timezone.now().date()}


def test_after_its_day_a_salt_is_gone_and_no_key_can_be_worked_out_again():
    with time_machine.travel(NIGHT, tick=False):
        before = key()
        assert forget_salts.call() == 0
    with time_machine.travel(NIGHT + timedelta(hours=1), tick=False):
        assert (forget_salts.call(), DaySalt.objects.count(), salts.AT_HAND) == (1, 0, {})
    with time_machine.travel(NIGHT, tick=False):  # as if the operator set back the clock
        assert key() != before


def test_a_copy_of_the_database_alone_leads_to_nobody_on_the_day_itself(settings):
    before = key()
    settings.SECRET_KEY = "another"
    assert key() != before


def test_the_salt_is_random_and_of_256_bits():
    key()
    assert len(bytes(DaySalt.objects.get().salt)) == 32


def test_what_was_hashed_with_the_secret_key_alone_is_hashed_once_more(ada, ben):
    work = new_work(ada)
    for seen, person in (("a" * 32, None), ("a" * 32, None), ("b" * 32, None), (ben.pk.hex, ben)):
        Visit.objects.create(artwork=work, at=timezone.now(), viewer=person, viewer_key=seen)
    import_module("gallery.migrations.0008_viewers").forget_who(apps, Editor)
    first, again, other, signed_in = Visit.objects.order_by("pk").values_list("viewer_key", flat=True)
    assert first == again != other
    assert {"a" * 32, "b" * 32}.isdisjoint({first, other})
    assert signed_in == ben.pk.hex


class Editor:
    """What a migration is told of the database."""

    connection = connection

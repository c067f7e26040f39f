"""A query compiled once answers as the queryset it was made of."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Session, User
from accounts.prepared import Prepared, Slot

BY_NAME = Prepared(
    lambda name: User.objects.filter(username=name).values_list("pk", "username", "is_active", "created_at"),
    lambda: {"name": Slot(User._meta.get_field("username"), "-")},
)
LIVE = Prepared(
    lambda user, now: Session.objects.filter(user=user, expire_date__gt=now).values_list("session_key", "expire_date"),
    lambda: {
        "user": Slot(User._meta.pk, User(pk="00000000-0000-0000-0000-000000000001").pk),
        "now": Slot(Session._meta.get_field("expire_date"), timezone.now() - timedelta(days=9999)),
    },
)


def test_it_gives_the_rows_of_the_queryset_with_their_python_types(ada, ben):
    wanted = list(User.objects.filter(username="ada").values_list("pk", "username", "is_active", "created_at"))
    assert BY_NAME.rows(name="ada") == wanted


def test_each_run_has_values_of_its_own(ada, ben):
    assert [BY_NAME.rows(name=name)[0][1] for name in ("ada", "ben", "ada")] == ["ada", "ben", "ada"]


def test_a_value_is_never_read_as_sql(ada):
    assert BY_NAME.rows(name="ada' OR '1'='1") == []


def test_ids_and_times_are_compared_as_the_database_keeps_them(ada, client_of):
    client_of(ada)
    now = timezone.now()
    assert len(LIVE.rows(user=ada.pk, now=now)) == 1
    assert LIVE.rows(user=ada.pk, now=now + timedelta(days=400)) == []


def test_it_costs_one_query(ada, django_assert_num_queries):
    BY_NAME.rows(name="ada")
    with django_assert_num_queries(1):
        BY_NAME.rows(name="ada")


def test_a_value_without_its_place_is_a_fault_of_the_program(db):
    lost = Prepared(
        lambda name: User.objects.values_list("pk"), lambda: {"name": Slot(User._meta.get_field("username"), "-")}
    )
    with pytest.raises(ValueError, match="no place for name"):
        lost.rows(name="ada")

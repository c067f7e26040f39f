"""Room for files, never more than the quota."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from accounts import quota
from accounts.exceptions import Refused
from accounts.models import Reservation, Statistics


@pytest.fixture(autouse=True)
def a_hundred_bytes(settings) -> None:
    settings.STORAGE_QUOTA = 100


def used_and_reserved(user) -> tuple[int, int]:
    return Statistics.objects.values_list("storage_used", "storage_reserved").get(pk=user.pk)


def test_what_is_kept_is_used_and_the_rest_is_given_back(ada):
    reservation = quota.reserve(ada.pk, 60)
    assert used_and_reserved(ada) == (0, 60)
    quota.keep(reservation, 45)
    assert used_and_reserved(ada) == (45, 15)
    quota.release(reservation)
    assert used_and_reserved(ada) == (45, 0)


@pytest.mark.parametrize(("wanted", "given"), [(0, 0), (99, 99), (100, 100), (101, 100), (10**15, 100)])
def test_no_more_is_reserved_than_is_free(ada, wanted, given):
    assert quota.reserve(ada.pk, wanted).size == given


def test_what_others_reserved_is_not_free(ada, ben):
    quota.reserve(ada.pk, 70)
    assert quota.reserve(ada.pk, 70).size == 30
    assert quota.reserve(ada.pk, 70).size == 0
    assert quota.reserve(ben.pk, 70).size == 70


def test_a_limit_of_ones_own_counts_instead(ada):
    Statistics.objects.filter(pk=ada.pk).update(storage_limit=5)
    assert quota.reserve(ada.pk, 70).size == 5


def test_a_quota_lowered_below_what_is_there_gives_nothing(ada, settings):
    quota.keep(quota.reserve(ada.pk, 80), 80)
    settings.STORAGE_QUOTA = 50
    assert quota.reserve(ada.pk, 1).size == 0


@pytest.mark.parametrize(("wanted", "given"), [(0, 0), (39, 39), (40, 40), (10**15, 40)])
def test_a_reservation_is_extended_by_what_is_free(ada, wanted, given):
    reservation, _other = quota.reserve(ada.pk, 10), quota.reserve(ada.pk, 50)
    assert quota.extend(reservation, wanted) == given
    assert used_and_reserved(ada) == (0, 60 + given)
    quota.keep(reservation, 10 + given)
    assert used_and_reserved(ada) == (10 + given, 50)


def test_a_reservation_given_back_is_not_extended(ada):
    reservation = quota.reserve(ada.pk, 10)
    quota.release(reservation)
    assert quota.extend(reservation, 10) == 0
    assert used_and_reserved(ada) == (0, 0)


def test_several_files_may_be_kept_of_one_reservation(ada):
    reservation = quota.reserve(ada.pk, 60)
    quota.keep(reservation, 20)
    quota.keep(reservation, 40)
    with pytest.raises(Refused) as refusal:
        quota.keep(reservation, 1)
    assert refusal.value.code == "quota_exceeded"
    assert used_and_reserved(ada) == (60, 0)


def test_nothing_is_kept_of_a_reservation_given_back(ada):
    reservation = quota.reserve(ada.pk, 60)
    quota.release(reservation)
    with pytest.raises(Refused):
        quota.keep(reservation, 10)
    assert used_and_reserved(ada) == (0, 0)


def test_giving_back_twice_gives_back_once(ada):
    first, _second = quota.reserve(ada.pk, 30), quota.reserve(ada.pk, 30)
    quota.release(first)
    quota.release(first)
    assert used_and_reserved(ada) == (0, 30)


@pytest.mark.parametrize(
    "call",
    [
        lambda ada: quota.reserve(ada.pk, -1),
        lambda ada: quota.keep(Reservation(), -1),
        lambda ada: quota.extend(Reservation(), -1),
    ],
)
def test_negative_sizes_are_a_fault_of_the_caller(ada, call):
    with pytest.raises(ValueError, match="negative"):
        call(ada)


def test_a_transaction_that_fails_keeps_nothing(ada):
    reservation = quota.reserve(ada.pk, 60)
    with transaction.atomic():
        quota.keep(reservation, 60)
        transaction.set_rollback(True)
    assert used_and_reserved(ada) == (0, 60)
    quota.release(reservation)
    assert used_and_reserved(ada) == (0, 0)


def test_a_deleted_file_makes_room_and_never_less_than_none(ada):
    quota.keep(quota.reserve(ada.pk, 60), 60)
    quota.free_bytes(ada.pk, 20)
    assert used_and_reserved(ada) == (40, 0)
    quota.free_bytes(ada.pk, 50)
    assert used_and_reserved(ada) == (0, 0)


def test_reservations_of_uploads_that_never_ended_are_given_back(ada):
    quota.reserve(ada.pk, 30)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        quota.reserve(ada.pk, 20)
        assert quota.release_stale(timedelta(hours=1)) == 1
    assert used_and_reserved(ada) == (0, 20)


@pytest.mark.django_db(transaction=True)
def test_uploads_at_once_never_exceed_the_quota(at_once, ada):
    sizes = [reservation.size for reservation in at_once(12, lambda _index: quota.reserve(ada.pk, 15))]
    assert sum(sizes) == 100
    assert used_and_reserved(ada) == (0, 100)


@pytest.mark.django_db(transaction=True)
def test_reservations_extended_at_once_never_exceed_the_quota(at_once, ada):
    reservations = [quota.reserve(ada.pk, 1) for _ in range(8)]
    assert sum(at_once(8, lambda index: quota.extend(reservations[index], 15))) == 92
    assert used_and_reserved(ada) == (0, 100)


@pytest.mark.django_db(transaction=True)
def test_keeping_and_giving_back_at_once_come_out_exact(at_once, ada):
    reservations = [quota.reserve(ada.pk, 20) for _ in range(4)]

    def finish(index: int) -> None:
        reservation = reservations[index % 4]
        if index < 4:
            with transaction.atomic():
                quota.keep(reservation, 5)
        quota.release(reservation)

    answers = at_once(8, finish)
    kept = sum(answer is None for answer in answers[:4])
    assert all(answer is None or isinstance(answer, Refused) for answer in answers)
    assert used_and_reserved(ada) == (5 * kept, 0)

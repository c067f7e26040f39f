"""Counting what people have."""

import pytest
from django.core.exceptions import FieldDoesNotExist

from accounts.actions import count
from accounts.models import Statistics


def test_several_counters_change_in_one_query(ada, django_assert_num_queries):
    with django_assert_num_queries(1):
        count(ada.pk, image_count=2, file_count=3)
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.image_count, statistics.file_count) == (2, 3)


def test_a_change_of_nothing_costs_nothing(ada, django_assert_num_queries):
    with django_assert_num_queries(0):
        count(ada.pk, image_count=0)


def test_a_counter_that_has_drifted_stops_at_zero(ada):
    count(ada.pk, image_count=2)
    count(ada.pk, image_count=-5, album_count=1)
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.image_count, statistics.album_count) == (0, 1)


def test_what_is_not_counted_is_a_fault_of_the_caller(ada):
    with pytest.raises(FieldDoesNotExist):
        count(ada.pk, shoe_count=1)


@pytest.mark.django_db(transaction=True)
def test_many_at_once_come_out_exact(at_once, ada):
    def follow_often(_index: int) -> None:
        for _ in range(10):
            count(ada.pk, follower_count=1)

    assert at_once(8, follow_often) == [None] * 8
    assert Statistics.objects.get(pk=ada.pk).follower_count == 80

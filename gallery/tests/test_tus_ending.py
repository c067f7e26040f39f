"""How uploads end that were never finished: given up, forgotten in time, swept, and gone with their account."""

import io
import os
import time
from datetime import timedelta
from uuid import UUID

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts import quota
from accounts.actions.deletion import delete_account
from accounts.models import Reservation, Statistics
from gallery.actions.unfinished import sweep_uploads
from gallery.intake import partial
from gallery.intake.partial import Partial
from gallery.models import File, ResumableUpload
from gallery.tasks import sweep_uploads as sweep_task
from gallery.tests.resumable import TUS, begun, head, offset, patch
from gallery.tests.uploading import kept, some_text, world


def id_of(address: str) -> UUID:
    return UUID(address.rsplit("/", 1)[-1])


def expire(address: str) -> None:
    ResumableUpload.objects.filter(pk=id_of(address)).update(expires_at=timezone.now() - timedelta(seconds=1))


def end(client, address: str):
    return client.delete(address, headers=TUS)


def test_one_that_is_given_up_leaves_nothing(adas):
    before = world()
    address = begun(adas, 500)
    patch(adas, address, b"abc")
    response = end(adas, address)
    assert (response.status_code, response.content, response["Tus-Resumable"]) == (204, b"", "1.0.0")
    assert [head(adas, address).status_code, patch(adas, address, b"d", 3).status_code] == [404, 404]
    assert (end(adas, address).status_code, world()) == (404, before)


def test_a_file_that_came_of_one_stays_when_it_is_given_up(ada, adas):
    address = begun(adas, 500)
    patch(adas, address, some_text(500))
    assert end(adas, address).status_code == 204
    assert head(adas, address).status_code == 404
    assert (File.objects.count(), Statistics.objects.get(pk=ada.pk).storage_used) == (1, 500)


def test_one_whose_time_is_over_is_gone(adas):
    address = begun(adas, 500)
    patch(adas, address, b"abc")
    expire(address)
    assert [head(adas, address).status_code, patch(adas, address, b"d", 3).status_code] == [410, 410]
    assert end(adas, address).status_code == 204


def test_every_piece_puts_the_end_off(adas, settings):
    settings.RESUMABLE_UPLOAD_LIFETIME = 100
    address = begun(adas, 500)
    settings.RESUMABLE_UPLOAD_LIFETIME = 5000
    patch(adas, address, b"abc")
    left = ResumableUpload.objects.get().expires_at - timezone.now()
    assert timedelta(seconds=4900) < left <= timedelta(seconds=5000)


def test_the_sweep_takes_what_is_over_and_leaves_what_lives(ada, adas):
    over, living, finished = begun(adas, 500), begun(adas, 600), begun(adas, 700)
    patch(adas, finished, some_text(700))
    expire(over)
    expire(finished)
    assert sweep_task.call() == 2
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.storage_reserved, statistics.storage_used) == (600, 700)
    assert [head(adas, address).status_code for address in (over, living, finished)] == [404, 200, 404]
    assert (Reservation.objects.count(), File.objects.count()) == (1, 1)
    assert sweep_uploads() == 0


def test_the_sweep_takes_none_that_is_written_to(adas):
    address = begun(adas, 500)
    expire(address)
    with Partial(id_of(address)):
        assert sweep_uploads() == 0
    assert sweep_uploads() == 1


def test_bytes_without_a_row_are_swept_after_a_day(adas, house):
    living = begun(adas, 500)
    lost, young = UUID(int=1), UUID(int=2)
    for each in (lost, young):
        partial.create(each)
    (house / "partial" / "notes").write_text("no upload's")
    yesterday = time.time() - 25 * 3600
    for name in (lost.hex, id_of(living).hex, "notes"):
        os.utime(house / "partial" / name, (yesterday, yesterday))
    assert sweep_uploads() == 2
    assert sorted(kept()) == sorted(f"partial/{each.hex}" for each in (young, id_of(living)))


def test_there_may_be_nothing_to_sweep(db):
    assert sweep_uploads() == 0


def test_the_command_sweeps_too(adas):
    expire(begun(adas, 500))
    said = io.StringIO()
    call_command("sweep_staging", stdout=said)
    assert "1 resumable uploads forgotten" in said.getvalue()


def test_room_that_a_living_upload_holds_is_not_given_back(ada, adas):
    address = begun(adas, 500)
    quota.reserve(ada.pk, 50)
    Reservation.objects.update(created_at=timezone.now() - timedelta(days=3))
    assert quota.release_stale(timedelta(hours=6)) == 1
    assert Statistics.objects.get(pk=ada.pk).storage_reserved == 500
    assert patch(adas, address, some_text(500)).status_code == 204
    assert Statistics.objects.get(pk=ada.pk).storage_used == 500


@pytest.mark.django_db(transaction=True)
def test_with_an_account_goes_what_is_still_coming_in(ada, bens, client_of):
    address, bens_address = begun(client_of(ada), 500), begun(bens, 500)
    patch(client_of(ada), address, b"abc")
    delete_account(user=ada, by=ada)
    assert kept() == [f"partial/{id_of(bens_address).hex}"]
    assert offset(bens, bens_address) == 0


def test_the_disk_is_told_of_bytes_only_after_the_account_is_gone_for_certain(
    ada, adas, django_capture_on_commit_callbacks
):
    begun(adas, 500)
    with django_capture_on_commit_callbacks(execute=False):
        delete_account(user=ada, by=ada)
    assert len(kept()) == 1

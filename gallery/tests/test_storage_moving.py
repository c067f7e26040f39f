"""`move_storage`: the library copied from the disk to object storage and back."""

import pytest
from django.core.management import CommandError, call_command

from gallery.models import File
from gallery.storage import away_shelf, disk_shelf, originals
from gallery.tasks import render_image
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg

KINDS = ("originals", "renditions")


@pytest.fixture
def library(adas, s3_server, settings):
    """A picture and a text on the disk, and a bucket that is named."""
    render_image.call(upload(adas, jpeg())["id"])
    upload(adas, b"some words", name="notes.txt")
    settings.OBJECT_STORAGE = s3_server.options()


def names(shelf_of):
    return {kind: sorted(shelf_of(kind).names()) for kind in KINDS}


def test_everything_is_copied_and_nothing_deleted(library, capsys):
    before = names(disk_shelf)
    call_command("move_storage", to="s3")
    assert names(away_shelf) == names(disk_shelf) == before
    assert "All is there." in capsys.readouterr().out
    call_command("verify_storage", deep=True)


def test_what_is_there_is_not_sent_again(library):
    call_command("move_storage", to="s3")
    name = next(originals().names())
    sent = originals().head(name)["LastModified"]
    away_shelf("renditions").delete(next(away_shelf("renditions").names()))
    call_command("move_storage", to="s3")
    assert originals().head(name)["LastModified"] == sent
    assert names(away_shelf) == names(disk_shelf)


def test_it_comes_back_from_there(library, house):
    call_command("move_storage", to="s3")
    (house / "originals").rename(house / "old")
    call_command("move_storage", to="disk")
    assert names(disk_shelf) == names(away_shelf)


def test_a_damaged_original_is_told_and_not_copied(library, capsys):
    file = File.objects.get(name="notes.txt")
    disk_shelf("originals").path(file.stored_name).write_bytes(b"other word")
    with pytest.raises(CommandError, match="1 files are not"):
        call_command("move_storage", to="s3")
    assert f"{file.stored_name}: not what was uploaded" in capsys.readouterr().out
    assert originals().size(file.stored_name) is None


def test_what_did_not_arrive_whole_is_told(library, tmp_path, capsys):
    name = File.objects.get(name="notes.txt").stored_name
    (tmp_path / "half").write_bytes(b"some")
    originals().put(tmp_path / "half", name)
    with pytest.raises(CommandError, match="1 files are not"):
        call_command("move_storage", to="s3")
    assert f"{name}: did not arrive" in capsys.readouterr().out


def test_it_can_be_run_again_when_storage_was_away(library, s3_server):
    with s3_server.away(), pytest.raises(CommandError, match="Run it again"):
        call_command("move_storage", to="s3")
    call_command("move_storage", to="s3")


def test_without_a_bucket_there_is_nowhere_to_go(db):
    with pytest.raises(CommandError, match="Set S3_BUCKET"):
        call_command("move_storage", to="s3")

"""`sweep_staging`, `render_missing` and `recount`, on real files and rows."""

import os
import time
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import F

from accounts.models import Statistics
from gallery.models import File, Image, Rendition
from gallery.storage import originals, renditions
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg, transparent_png


def told_by(command, **options):
    out, log = StringIO(), StringIO()
    call_command(command, stdout=out, stderr=log, **options)
    return out.getvalue() + log.getvalue()


@pytest.fixture
def staging(house):
    (house / "staging").mkdir(parents=True)
    return house / "staging"


def left_behind(path, *, hours):
    """A staged file that was last written so long ago."""
    path.write_bytes(b"half of a picture")
    os.utime(path, (time.time() - hours * 3600,) * 2)
    return path


def test_what_was_left_in_staging_for_long_is_swept_and_what_is_young_stays(db, staging):
    old = [left_behind(staging / name, hours=7) for name in ("a" * 32, "b" * 32 + ".thumbnail")]
    young = left_behind(staging / ("c" * 32), hours=5)
    assert "2 abandoned files removed" in told_by("sweep_staging")
    assert [path.exists() for path in (*old, young)] == [False, False, True]
    assert "1 abandoned files removed" in told_by("sweep_staging", older_than=60)
    assert list(staging.iterdir()) == []


def test_a_folder_that_a_crash_left_goes_with_what_is_in_it(db, staging):
    folder = staging / "drawing-x"
    folder.mkdir()
    (folder / "small.webp").write_bytes(b"half")
    os.utime(folder, (0, 0))
    told_by("sweep_staging")
    assert not folder.exists()


def test_bytes_put_in_place_before_a_crash_go_with_what_was_staged(db, staging):
    staged = left_behind(staging / ("a" * 32), hours=7)
    originals().put(staged, "a" * 32)
    os.utime(staged, (0, 0))
    told_by("sweep_staging")
    assert originals().size("a" * 32) is None


def test_bytes_that_came_to_have_a_row_stay(adas, staging):
    upload(adas, b"some words", name="notes.txt")
    name = File.objects.get().stored_name
    left_behind(staging / name, hours=7)
    told_by("sweep_staging")
    assert originals().size(name) == 10
    assert not (staging / name).exists()


def test_sweeping_nothing_does_nothing(db, house):
    assert "0 abandoned files removed" in told_by("sweep_staging")


def test_missing_renditions_are_drawn_once(adas):
    upload(adas, jpeg(60, 40))
    upload(adas, transparent_png(), name="drawing.png")
    assert "18 renditions drawn, 0 images failed" in told_by("render_missing")
    assert set(Image.objects.values_list("processing", flat=True)) == {"ready"}
    assert set(Rendition.objects.filter(image__has_alpha=True).values_list("format", flat=True)) == {"webp", "png"}
    assert "0 renditions drawn" in told_by("render_missing")


def test_avif_is_drawn_where_asked_for(adas):
    upload(adas, jpeg(60, 40))
    assert "14 renditions drawn" in told_by("render_missing", avif=True)
    assert Rendition.objects.filter(format="avif").count() == 5
    assert all(renditions().size(row.stored_name) == row.bytes for row in Rendition.objects.all())


def test_one_that_cannot_be_drawn_holds_up_no_other(adas):
    broken = upload(adas, jpeg(60, 40))["id"]
    upload(adas, jpeg(50, 40), name="good.jpg")
    originals().delete(File.objects.get(pk=broken).stored_name)
    said = told_by("render_missing")
    assert "9 renditions drawn, 1 images failed" in said
    assert f"{broken} cannot be drawn" in said


NUMBERS = {"file_count": 2, "image_count": 1, "storage_used": len(jpeg()) + 10, "storage_reserved": 0}


@pytest.mark.parametrize("name", NUMBERS)
def test_a_persons_numbers_are_set_right_and_told(ada, adas, name):
    upload(adas)
    upload(adas, b"some words", name="notes.txt")
    Statistics.objects.update(**{name: F(name) + 5})
    said = told_by("recount")
    assert f"{name} of {ada.pk}: {NUMBERS[name] + 5} → {NUMBERS[name]}" in said
    assert "1 numbers set right" in said
    assert getattr(Statistics.objects.get(pk=ada.pk), name) == NUMBERS[name]


def test_views_and_downloads_are_counted_by_their_history(adas, bens):
    image_id = upload(adas, visibility="public")["id"]
    bens.get(f"/api/images/{image_id}")
    bens.get(f"/api/images/{image_id}/download")
    Image.objects.update(view_count=7)
    File.objects.update(download_count=0)
    said = told_by("recount")
    assert f"view_count of {image_id}: 7 → 1" in said
    assert f"download_count of {image_id}: 0 → 1" in said
    assert "0 numbers set right" in told_by("recount")


def test_where_every_number_is_right_nothing_is_changed(adas, bens):
    bens.get(f"/api/images/{upload(adas, visibility='public')['id']}")
    assert "0 numbers set right" in told_by("recount")

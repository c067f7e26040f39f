"""`verify_storage`: rows and files held against each other, with real files."""

import os
import shutil
import time
from contextlib import ExitStack
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command

from gallery.models import File, Image, Rendition
from gallery.storage import originals, renditions
from gallery.tasks import render_image
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg

ORPHAN = "0" * 32


@pytest.fixture
def library(adas):
    """Two pictures, one of them whole with its renditions, and a text."""
    first = upload(adas, jpeg(), visibility="public")["id"]
    upload(adas, jpeg(200, 100), name="other.jpg")
    upload(adas, b"some words", name="notes.txt")
    render_image.call(first)
    return first


def verify(**options):
    """(whether all was well at the end, what was said)."""
    out, code = StringIO(), 0
    try:
        call_command("verify_storage", stdout=out, stderr=StringIO(), **options)
    except SystemExit as end:
        code = end.code
    return code == 0, out.getvalue()


def original_of(image_id):
    return originals().path(File.objects.get(pk=image_id).stored_name)


def put_orphan(shelf):
    """A name on a shelf that belongs to no row, put there a moment ago."""
    path = shelf.path(ORPHAN)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"left over")
    return path


@pytest.fixture
def an_hour_later():
    """Makes what was just written old."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(time_machine.travel(time.time() + 3600))


def test_where_all_is_well_it_says_so(library):
    assert verify() == verify(deep=True) == (True, "Rows and files agree.\n")


def test_an_empty_library_is_well(db, house):
    assert verify()[0]


@pytest.mark.parametrize("options", [{}, {"repair": True}])
def test_a_missing_original_is_told_and_its_row_stays(library, options):
    original_of(library).unlink()
    well, said = verify(**options)
    assert not well
    assert f"an original is missing: {File.objects.get(pk=library).stored_name} of {library}" in said
    assert "1 of them originals that only a backup can bring back" in said
    assert File.objects.count() == 3


def test_an_original_of_another_length_is_damaged(library):
    with original_of(library).open("ab") as file:
        file.write(b"!")
    well, said = verify()
    assert not well
    assert "an original is not what was uploaded" in said


def test_a_flipped_byte_is_found_by_reading_everything(library):
    path = original_of(library)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert verify()[0]
    well, said = verify(deep=True, repair=True)
    assert not well
    assert "an original is not what was uploaded" in said
    assert path.read_bytes() == data


def test_a_missing_rendition_is_told_and_repair_has_it_drawn_again(library):
    name = Rendition.objects.get(image=library, size="large", format="jpeg").stored_name
    renditions().delete(name)
    well, said = verify()
    assert not well
    assert f"a rendition is missing: {name} of {library}" in said
    assert verify(repair=True)[0]
    assert Image.objects.get(pk=library).processing == "pending"
    assert render_image.call(library) == 1
    assert renditions().size(name)
    assert verify() == (True, "Rows and files agree.\n")


def test_a_rendition_cut_short_is_drawn_again_too(library):
    row = Rendition.objects.filter(image=library).first()
    os.truncate(renditions().path(row.stored_name), 5)
    assert not verify()[0]
    verify(repair=True)
    render_image.call(library)
    assert verify()[0]
    assert renditions().size(row.stored_name) == row.bytes


@pytest.mark.parametrize("shelf", [originals, renditions])
def test_what_belongs_to_no_row_is_told_and_repair_removes_it(library, shelf, an_hour_later):
    path = put_orphan(shelf())
    an_hour_later()
    well, said = verify()
    assert not well
    assert "belongs to no row" in said
    assert path.exists()
    well, said = verify(repair=True)
    assert well
    assert "removed" in said
    assert not path.exists()
    assert verify() == (True, "Rows and files agree.\n")


def test_what_came_a_moment_ago_is_left_alone(library):
    path = put_orphan(originals())
    assert verify(repair=True) == (True, "Rows and files agree.\n")
    assert path.exists()


def test_what_is_still_coming_in_is_left_alone(library, house, an_hour_later):
    path = put_orphan(originals())
    (house / "staging" / ORPHAN).write_bytes(b"left over")
    an_hour_later()
    assert verify(repair=True)[0]
    assert path.exists()


@pytest.mark.parametrize("repair", [False, True])
def test_nothing_is_concluded_from_storage_that_is_away(library, house, repair):
    shutil.move(house / "originals", house.parent / "unmounted")
    before = (File.objects.count(), Rendition.objects.count())
    with pytest.raises(CommandError, match="is the disk mounted"):
        verify(repair=repair)
    assert (File.objects.count(), Rendition.objects.count()) == before


def test_several_faults_are_counted_together_and_repair_mends_all_it_can(library, an_hour_later):
    original_of(library).unlink()
    put_orphan(renditions())
    an_hour_later()
    assert "2 disagreements, 1 of them" in verify()[1]
    verify(repair=True)
    assert "1 disagreements, 1 of them" in verify()[1]

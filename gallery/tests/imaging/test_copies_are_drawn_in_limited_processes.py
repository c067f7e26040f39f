import threading

import pytest
from PIL import Image, ImageChops

from gallery.imaging import darkroom
from gallery.imaging.copying import Copy, cut_out
from gallery.imaging.credits import Credit
from gallery.imaging.cropping import Cut, Frame, plan
from gallery.imaging.errors import DarkroomBusy, PictureRefused
from gallery.imaging.limits import Limits
from gallery.imaging.orientation import stored_box, upright
from gallery.imaging.turns import Turns
from gallery.imaging.watermark import Mark
from gallery.tests.pictures import encoded, jpeg, place, scene, tiff, truncated


@pytest.fixture
def drawn(folder, tmp_path):
    def run(data, copy=None, mark=None):
        chosen = copy or Copy(Cut(0, 0, 400, 300, 200, 150), "webp")
        path = place(tmp_path, data)
        return darkroom.draw_copy(
            path, limits=Limits(), copy=chosen, mark=mark, into=folder, credit=Credit(creator="Ada")
        )

    return run


def test_a_copy_lies_where_it_is_told(drawn, folder):
    told = drawn(jpeg(), mark=Mark(text="© Ada"))
    assert (told.width, told.height, told.format, told.path) == (200, 150, "webp", folder / "copy.webp")
    assert told.bytes == told.path.stat().st_size


@pytest.mark.parametrize("data", [b"", b"text", truncated(jpeg(), 0.4)])
def test_what_cannot_be_decoded_is_refused_and_nothing_is_left(drawn, folder, data):
    with pytest.raises(PictureRefused):
        drawn(data)
    assert list(folder.iterdir()) == []


def test_a_mark_that_cannot_be_decoded_is_refused_too(drawn, folder, tmp_path):
    broken = place(tmp_path, truncated(jpeg(), 0.4), "mark")
    with pytest.raises(PictureRefused):
        drawn(jpeg(), mark=Mark(picture=str(broken)))
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_box_is_found_in_the_picture_as_stored(orientation):
    stored = Image.frombytes("L", (7, 5), bytes(range(35)))
    displayed = upright(stored, orientation)
    inside = stored_box((1, 0, 3, 4), displayed.size, orientation)
    assert upright(stored.crop(inside), orientation).tobytes() == displayed.crop((1, 0, 3, 4)).tobytes()


@pytest.mark.parametrize("maker", [jpeg, tiff, lambda: encoded(scene().convert("RGBA"), "PNG")])
def test_a_cut_looks_like_the_same_part_of_the_whole(tmp_path, maker):
    path = place(tmp_path, maker())
    part, edge = cut_out(path, plan((400, 300), Frame(crop=(100, 50, 200, 200), width=50)), Limits())
    assert edge == 100
    with Image.open(path) as whole:
        wanted = whole.convert("RGB").crop((100, 50, 300, 250)).resize((50, 50), Image.Resampling.LANCZOS)
    assert part.mode == "RGB"
    assert max(high for _, high in ImageChops.difference(part, wanted).getextrema()) < 40


@pytest.mark.parametrize(
    ("copy", "too_large"),
    [
        (Copy(Cut(0, 0, 1, 1, 16_383, 100), "webp"), False),
        (Copy(Cut(0, 0, 1, 1, 16_384, 1), "webp"), True),
        (Copy(Cut(0, 0, 1, 1, 16_384, 1), "png"), False),
        (Copy(Cut(0, 0, 1, 1, 5000, 4000), "avif"), True),
        (Copy(Cut(0, 0, 1, 1, 11_000, 9000), "jpeg"), False),
    ],
)
def test_a_format_holds_so_much(copy, too_large):
    assert copy.is_too_large() is too_large


def test_the_name_of_a_copy_says_all_of_it_and_fits_its_column():
    copies = [
        Copy(Cut(0, 0, 9, 9, 3, 3), "png"), Copy(Cut(0, 0, 9, 9, 3, 3, fills=True), "png"),
        Copy(Cut(1, 0, 9, 9, 3, 3), "png"), Copy(Cut(0, 0, 9, 9, 3, 3), "webp", 50),
        Copy(Cut(0, 0, 99_999, 99_999, 65_500, 65_500, fills=True), "webp", 100),
    ]  # fmt: skip
    names = [copy.name for copy in copies]
    assert len(set(names)) == len(copies)
    assert max(map(len, names)) <= 80
    assert Copy.from_json(copies[3].to_json()) == copies[3]


def test_turns_are_few_and_waiting_is_short():
    turns, leave, entered = Turns(1), threading.Event(), threading.Event()

    def stay():
        with turns.take():
            entered.set()
            leave.wait(20)

    thread = threading.Thread(target=stay)
    thread.start()
    entered.wait(20)
    with pytest.raises(DarkroomBusy), turns.take(patience=0.01):
        pass
    leave.set()
    thread.join()
    with turns.take(patience=0.01):
        pass


def test_a_turn_that_ends_badly_is_free_again():
    turns = Turns(1)
    for _ in range(3):
        with pytest.raises(ValueError, match="on purpose"), turns.take(patience=0.01):
            raise ValueError("on purpose")

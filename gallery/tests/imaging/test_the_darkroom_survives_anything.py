import os
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gallery.imaging import darkroom
from gallery.imaging.credits import Credit
from gallery.imaging.darkroom import DarkroomBusy, PictureRefused
from gallery.imaging.develop import develop
from gallery.imaging.limits import Limits
from gallery.imaging.pool import Pool
from gallery.imaging.renditions import Wanted
from gallery.imaging.worker import Worker, WorkerDied
from gallery.tests import hostile, pictures


@pytest.fixture(scope="module", autouse=True)
def one_process():
    """The darkroom as it is in a small server; ended after these tests."""
    before = os.environ.get("DARKROOM_PROCESSES")
    os.environ["DARKROOM_PROCESSES"] = "1"
    darkroom.close()
    yield
    darkroom.close()
    os.environ.pop("DARKROOM_PROCESSES")
    if before:
        os.environ["DARKROOM_PROCESSES"] = before


@pytest.fixture
def photo(tmp_path):
    return pictures.place(tmp_path, pictures.camera_jpeg())


def run(path, *, thumbnail=None, **limits):
    return darkroom.develop(path, limits=Limits(**limits), thumbnail=thumbnail, credit=Credit(creator="Ada"))


def the_worker() -> Worker:
    (worker,) = darkroom._open_pool()._workers
    return worker


def test_it_finds_what_developing_here_finds(photo, tmp_path):
    found = run(photo, thumbnail=tmp_path / "a")
    assert found == develop(photo, limits=Limits(), thumbnail=tmp_path / "b", credit=Credit(creator="Ada"))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_it_draws_renditions(photo, tmp_path):
    wanted = [Wanted("small", "webp"), Wanted("square", "jpeg")]
    drawn = darkroom.draw(photo, limits=Limits(), wanted=wanted, into=tmp_path, credit=Credit())
    assert [(each.size, each.width, each.path.stat().st_size == each.bytes) for each in drawn] == [
        ("small", 320, True),
        ("square", 256, True),
    ]


@pytest.mark.parametrize("name", hostile.HOSTILE)
def test_hostile_pictures_leave_nothing_but_a_code(folder, name):
    make, code = hostile.HOSTILE[name]
    path = pictures.place(folder, make())
    with pytest.raises(PictureRefused) as refused:
        run(path, thumbnail=folder / "thumbnail")
    assert refused.value.code == code
    assert list(folder.iterdir()) == [path]


def test_a_process_serves_one_picture_after_the_other(photo):
    run(photo)
    first = the_worker().pid
    run(photo)
    assert the_worker().pid == first


def test_too_much_cpu_ends_the_process_and_the_picture_is_refused(tmp_path):
    path = pictures.place(tmp_path, hostile.many_scans(85, 5000))
    run(pictures.place(tmp_path, pictures.jpeg(), "warm"))
    worker = the_worker()
    with pytest.raises(PictureRefused, match="too long"):
        run(path, cpu_seconds=0)
    assert not worker.is_ready()


def test_too_much_memory_is_told_as_too_many_pixels(tmp_path):
    path = pictures.place(tmp_path, pictures.encoded(pictures.scene(4000, 4000, noise=0), "BMP"))
    with pytest.raises(PictureRefused) as refused:
        run(path, memory_bytes=130_000_000)
    assert refused.value.code == "too_many_pixels"
    assert run(path).width == 4000


def test_a_process_that_says_nothing_is_ended_and_the_picture_is_not_to_blame(photo, tmp_path):
    run(photo)
    worker = the_worker()
    os.kill(worker.pid, signal.SIGSTOP)
    with pytest.raises(DarkroomBusy):
        run(photo, thumbnail=tmp_path / "t", wall_seconds=0.2)
    assert not worker.is_ready()
    assert run(photo).width == 400


def test_a_process_killed_while_idle_is_replaced(photo):
    run(photo)
    before = the_worker().pid
    os.kill(before, signal.SIGKILL)
    assert run(photo).width == 400
    assert the_worker().pid != before


def test_a_process_killed_at_work_by_others_gets_a_second_chance(photo):
    run(photo)
    worker = the_worker()
    os.kill(worker.pid, signal.SIGSTOP)
    killer = threading.Timer(0.3, os.kill, (worker.pid, signal.SIGKILL))
    killer.start()
    assert run(photo).width == 400
    killer.join()


def test_waiting_for_a_free_process_has_an_end(photo):
    run(photo)
    worker = the_worker()
    os.kill(worker.pid, signal.SIGSTOP)
    with ThreadPoolExecutor(1) as other:
        first = other.submit(run, photo)
        time.sleep(0.2)
        with pytest.raises(DarkroomBusy):
            run(photo, queue_seconds=0.1)
        os.kill(worker.pid, signal.SIGCONT)
        assert first.result().width == 400


def test_many_threads_share_few_processes(photo):
    with ThreadPoolExecutor(8) as threads:
        assert {found.width for found in threads.map(run, [photo] * 24)} == {400}
    assert len(darkroom._open_pool()._workers) == 1


def test_a_process_outlives_the_thread_that_asked_first(photo):
    darkroom.close()
    with ThreadPoolExecutor(1) as brief:
        brief.submit(run, photo).result()
    first = the_worker().pid
    time.sleep(0.2)
    assert run(photo).width == 400
    assert the_worker().pid == first


@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_a_forked_server_has_processes_of_its_own(photo):
    run(photo)
    mine = the_worker().pid
    reading, writing = os.pipe()
    copy = os.fork()
    if not copy:
        os.write(writing, b"fine" if run(photo).width == 400 and the_worker().pid != mine else b"lost")
        darkroom.close()
        os._exit(0)
    os.waitpid(copy, 0)
    assert os.read(reading, 4) == b"fine"
    os.close(reading)
    os.close(writing)
    assert run(photo).width == 400
    assert the_worker().pid == mine


def test_a_missing_file_is_told_as_such(tmp_path):
    with pytest.raises(FileNotFoundError):
        run(tmp_path / "absent")


def test_a_failed_drawing_leaves_no_rendition(folder):
    path = pictures.place(folder, pictures.jpeg()[:-4000])
    with pytest.raises(PictureRefused):
        darkroom.draw(path, limits=Limits(), wanted=[Wanted("small", "webp")], into=folder, credit=Credit())
    assert list(folder.iterdir()) == [path]


def test_the_process_knows_no_secrets(photo, monkeypatch):
    darkroom.close()
    monkeypatch.setenv("SECRET_KEY", "do-not-tell")
    run(photo)
    assert b"do-not-tell" not in Path(f"/proc/{the_worker().pid}/environ").read_bytes()


def test_a_worn_process_is_replaced(photo):
    pool = Pool(1)
    job = {"kind": "develop", "path": str(photo), "thumbnail": None, "credit": {}}
    pool.ask(job | {"limits": Limits().to_json()}, seconds=30, queue_seconds=1)
    (worker,) = pool._workers
    worker._retired = True
    pool.ask(job | {"limits": Limits().to_json()}, seconds=30, queue_seconds=1)
    assert pool._workers != {worker}
    pool.close()


def test_what_nobody_foresaw_is_a_refusal_with_a_traceback():
    worker = Worker()  # not in this process, which would be limited from then on
    answer = worker.ask({"kind": "no such job", "limits": Limits().to_json()}, seconds=30)
    worker.stop()
    assert answer["refused"][0] == "corrupt_image"
    assert "KeyError" in answer["trouble"]


def test_a_process_that_talks_nonsense_is_ended():
    worker = Worker([sys.executable, "-c", "import sys; sys.stdin.buffer.read(4); print('nonsense')"])
    with pytest.raises(WorkerDied):
        worker.ask({"kind": "develop"}, seconds=30)
    assert not worker.is_ready()

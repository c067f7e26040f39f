"""Days that are over are rolled up: each once, whatever comes between, and nothing of a person is in what stays."""

from datetime import date, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command

from gallery.models import Visit
from gallery.tests.works import new_work
from portfolio.figures import gathering
from portfolio.figures.gathering import gather, write
from portfolio.figures.reckoning import reckon
from portfolio.models import DayFigures, DayReferrer, GatheredDay
from portfolio.tasks import gather_statistics
from portfolio.tests.looking import TODAY, ago, download, follow, like, look

YESTERDAY = ago(1).date()


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def work(ada):
    return new_work(ada)


def written():
    """Everything that is written, as it would be compared."""
    figures = DayFigures.objects.order_by("day", "subject").values_list(
        "day", "subject", "subject_id", "views", "likes"
    )
    return list(figures), list(
        DayReferrer.objects.order_by("day", "subject", "host").values_list("day", "host", "views")
    )


def views_by_day():
    return dict(DayFigures.objects.filter(subject="artist").values_list("day", "views"))


def test_every_day_from_the_first_to_yesterday_is_gathered_and_today_is_not(work):
    for days in (0, 0.5, 1, 3):
        look(work, ago(days))
    assert list(gather()) == [date(2026, 5, 14), date(2026, 5, 15), date(2026, 5, 16)]
    assert views_by_day() == {date(2026, 5, 14): 1, date(2026, 5, 16): 1}


def test_again_and_again_changes_nothing(work, ben):
    look(work, ago(2), referrer="https://example.org")
    like(ben, work, ago(1))
    assert gather_statistics.call() == 2
    before = written()
    assert gather_statistics.call() == 0
    assert written() == before


def test_killed_between_two_days_it_goes_on_where_it_was(work):
    for days in (1, 2, 3):
        look(work, ago(days))
    assert next(gather()) == ago(3).date()
    assert list(gather()) == [ago(2).date(), YESTERDAY]
    assert set(views_by_day().values()) == {1}


def test_killed_in_the_middle_of_a_day_it_leaves_nothing_of_it(work, monkeypatch):
    look(work, ago(1))
    monkeypatch.setattr(gathering, "referrers", lambda day, found: 1 / 0)  # the last step of writing a day
    with pytest.raises(ZeroDivisionError):
        list(gather())
    assert (written(), GatheredDay.objects.count()) == (([], []), 0)
    monkeypatch.undo()
    assert list(gather()) == [YESTERDAY]


def test_late_by_weeks_it_gathers_all_that_it_missed(work):
    look(work, ago(40))
    list(gather(since=ago(40).date()))
    look(work, ago(-20))
    with time_machine.travel(ago(-21), tick=False):
        assert len(list(gather())) == 21
    assert views_by_day() == {ago(40).date(): 1, ago(-20).date(): 1}


@pytest.mark.parametrize(("minutes", "days"), [(1, 0), (6, 1)])
def test_a_day_settles_for_some_minutes_after_midnight(work, minutes, days):
    look(work, ago(0))
    with time_machine.travel(TODAY + timedelta(hours=12, minutes=minutes), tick=False):
        assert len(list(gather())) == days


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_write_each_day_once(at_once, work):
    look(work, ago(1))
    found = reckon(YESTERDAY)
    assert sorted(at_once(4, lambda _index: write(YESTERDAY, found, again=False))) == [False, False, False, True]
    assert views_by_day() == {YESTERDAY: 1}


def test_what_became_of_works_and_people_since_changes_no_figures(work, ben):
    look(work, ago(1))
    like(ben, work, ago(1))
    list(gather())
    before = written()
    work.delete()
    ben.delete()
    assert (list(gather()), written()) == ([], before)


def test_an_artists_figures_go_with_them(work, ada):
    look(work, ago(1))
    list(gather())
    work.delete()
    ada.delete()
    assert written() == ([], [])


def test_nothing_of_a_person_is_in_what_is_written(work, ada, ben):
    look(work, ago(1), by=ben.pk.hex, viewer=ben, referrer="https://mail.example.org/inbox/anna?user=anna")
    look(work, ago(1), by="f" * 32)
    like(ben, work, ago(1))
    follow(ben, ada, ago(1))
    download(work.images.get().file, ago(1), by=ben.pk.hex, viewer=ben)
    list(gather())
    told = repr([list(model.objects.values()) for model in (DayFigures, DayReferrer, GatheredDay)])
    assert "mail.example.org" in told
    for text in (str(ben.pk), ben.pk.hex, "ffff", "inbox", "anna"):
        assert text not in told


def test_before_anything_ever_happened_there_is_nothing_to_do(db):
    assert list(gather()) == []


def test_the_command_tells_what_it_did(work):
    look(work, ago(2))
    told = StringIO()
    call_command("gather_statistics", stdout=told)
    assert told.getvalue() == "\r2026-05-15\r2026-05-16\rDays gathered: 2.\n"
    call_command("gather_statistics", stdout=told)
    assert told.getvalue().endswith("Every day that is over is gathered.\n")


def test_the_command_gathers_days_again_where_it_is_told_to(work):
    for days in (1, 2):
        look(work, ago(days))
    list(gather())
    Visit.objects.update(is_robot=True)
    call_command("gather_statistics", "--again", "--since", str(YESTERDAY), stdout=StringIO())
    assert views_by_day() == {ago(2).date(): 1}
    with pytest.raises(CommandError, match="--since"):
        call_command("gather_statistics", "--again")


def test_what_lies_before_the_day_that_the_command_began_with_is_gathered_later(work):
    look(work, ago(9))
    look(work, ago(2))
    call_command("gather_statistics", since=ago(2).date(), stdout=StringIO())
    gather_statistics.call()
    assert DayFigures.objects.filter(day=ago(9).date(), subject="artwork").values_list("views", flat=True).get() == 1

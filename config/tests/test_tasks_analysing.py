"""SQLite is told to look at its tables from time to time."""

from django.conf import settings
from django.db import connection

from config.tasks.analysing import analyse


def test_the_planner_knows_how_many_rows_there_are(ada):
    assert analyse.call() is (connection.vendor == "sqlite")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'accounts_user' LIMIT 1")
            assert cursor.fetchone()[0].split()[0] == "1"


def test_it_is_done_several_times_a_day():
    assert settings.PERIODIC_TASKS["config.tasks.analysing.analyse"] <= 24 * 3600

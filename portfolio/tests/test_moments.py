"""How long ago something was, in words, in each language."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.translation import override

from portfolio.labels.moments import moment_of

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)

SAID = [
    (timedelta(seconds=59), "just now", "gerade eben"),
    (timedelta(minutes=1), "1 minute ago", "vor 1 Minute"),
    (timedelta(minutes=59, seconds=59), "59 minutes ago", "vor 59 Minuten"),
    (timedelta(hours=1), "1 hour ago", "vor 1 Stunde"),
    (timedelta(days=1), "1 day ago", "vor 1 Tag"),
    (timedelta(days=6, hours=23), "6 days ago", "vor 6 Tagen"),
    (timedelta(days=7), "2 March 2026", "2. März 2026"),
]


@pytest.mark.parametrize(("age", "english", "german"), SAID, ids=[english for _, english, _ in SAID])
def test_a_moment_is_said_as_one_says_it(age, english, german):
    said = []
    for language in ("en", "de"):
        with override(language):
            said.append(moment_of(NOW - age, now=NOW))
    assert said == [english, german]


def test_what_lies_ahead_by_another_clock_is_just_now():
    with override("en"):
        assert moment_of(NOW + timedelta(minutes=2), now=NOW) == "just now"

"""`/studio/statistics`: the same figures, drawn."""

import pytest
import time_machine

from gallery.models import Gallery
from gallery.tests.works import new_work
from portfolio.figures.gathering import gather
from portfolio.studio.figures.charts import nice, spark
from portfolio.tests.looking import TODAY, ago, follow, look
from portfolio.tests.reading import Page

PAGE = "/studio/statistics"


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def page(client, **asked):
    answer = client.get(PAGE, asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_totals_stand_beside_those_before(adas, ada, ben):
    work = new_work(ada)
    for days in (0, 1, 2, 8):
        look(work, ago(days))
    follow(ben, ada)
    list(gather())
    told = page(adas, days=7)
    assert "up from 1" in told
    assert "<strong>3</strong>" in told
    assert told.count("as many as before") == 2


@pytest.mark.parametrize(
    ("days", "bars", "heading"), [(7, 7, "Day by day"), (30, 30, "Day by day"), (365, 52, "Week by week")]
)
def test_every_day_is_drawn_or_every_week_of_a_year(adas, ada, days, bars, heading):
    for ago_days in (0, days - 1):
        look(new_work(ada), ago(ago_days))
    list(gather())
    told = page(adas, days=days)
    assert told.count("<g><title>") == bars
    assert told.count('<tr><th scope="row">') >= bars
    assert heading in told
    assert "style=" not in told.partition("<main")[2]


def test_a_drawing_says_in_words_what_it_shows(adas, ada):
    work = new_work(ada)
    for by in ("one", "one", "two"):
        look(work, ago(1), by=by)
    told = page(adas)
    assert "Most on May 16: views 3, visitors 2." in told
    assert "<title>May 16: views 3, visitors 2</title>" in told


def test_each_work_leads_to_its_own_statistics(adas, ada):
    work, room = new_work(ada, "Harbour <b>"), Gallery.objects.create(owner=ada, name="Room", slug="room")
    look(work, ago(1))
    look(room)
    told = page(adas, days=7)
    assert f'href="{PAGE}?days=7&amp;artwork={work.pk}"' in told
    assert "Harbour &lt;b&gt;" in told
    own = page(adas, days=7, artwork=work.pk)
    assert "New followers</dt>" not in own
    assert "By work" not in own
    assert f"of=works&amp;days=7&amp;artwork={work.pk}" not in own


def test_where_nobody_looked_it_says_so(adas):
    told = page(adas)
    assert "Nobody has looked on these days." in told
    assert "<g>" not in told


def test_works_that_are_gone_stay_in_the_list(adas, ada):
    work = new_work(ada)
    look(work, ago(1))
    list(gather())
    work.delete()
    assert "Works that are gone" in page(adas)


def test_works_come_some_to_a_page(adas, ada):
    for number in range(26):
        look(new_work(ada, f"Study {number:02}"))
    assert page(adas).count("thumbnail?size=small") == 24
    assert page(adas, page=2).count("thumbnail?size=small") == 2
    assert adas.get(PAGE, {"page": 3}).status_code == 404


@pytest.mark.parametrize("asked", [{"days": "31"}, {"artwork": "x"}, {"page": "0"}])
def test_what_there_is_not_is_not_found(adas, asked):
    assert adas.get(PAGE, asked).status_code == 404


def test_others_find_nothing_of_it(client_of, ben, ada, visitor):
    work = new_work(ada)
    assert client_of(ben).get(PAGE, {"artwork": work.pk}).status_code == 404
    assert visitor.get(PAGE).headers["Location"] == f"/login?next={PAGE}"


def test_german_numbers_break_no_drawing(adas, ada):
    for _ in range(3):
        look(new_work(ada))
    told = adas.get(PAGE, {"days": 365}, headers={"Accept-Language": "de"}).content.decode()
    assert 'viewBox="0 0 520 100"' in told
    assert Page(told)


@pytest.mark.parametrize(("most", "top"), [(0, 1), (1, 1), (3, 4), (10, 10), (11, 20), (401, 600), (99_999, 100_000)])
def test_the_scale_ends_at_a_round_number(most, top):
    assert nice(most) == top


def test_a_course_is_drawn_in_strokes_of_which_the_highest_reaches_the_top():
    assert spark([0, 5, 10]) == "M15 20V10.0M25 20V0.0"
    assert spark([]) == spark([0]) == ""


@pytest.mark.parametrize("number", [1, 3, 12])
def test_it_costs_the_same_queries_for_any_number(django_assert_num_queries, adas, ada, number):
    for work in [new_work(ada) for _ in range(number)]:
        for days in range(number):
            look(work, ago(days + 1))
    list(gather())
    with django_assert_num_queries(23):
        page(adas)

"""The front page of the desk: what waits, and the lists as staff think of them."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.db.models import Field
from django.test import RequestFactory
from django.utils import timezone
from django.utils.functional import Promise
from django_tasks_db.models import DBTaskResult

from gallery.models import Artwork, Category, Image
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from portfolio.desk.groups import GROUPS, ungrouped
from portfolio.desk.waiting import KINDS
from social.models import Case
from social.tests.moderation import appealed, decided, moderator, report

HOUR = timedelta(hours=1)


@pytest.fixture
def root(mo):
    mo.is_superuser = True
    mo.save()
    return mo


def failed_task():
    late = timezone.now() - HOUR
    told = {"task_path": "gallery.tasks.render_image", "args_kwargs": {"args": [], "kwargs": {}}, "run_after": late}
    DBTaskResult.objects.create(status="FAILED", finished_at=late, backend_name="default", **told)
    DBTaskResult.objects.create(status="READY", backend_name="default", **told)


def everything(ada, ben):
    """One of each that may wait."""
    report(new_work(ada), ben)
    appealed(decided(report(new_work(ada), ben), moderator()), ada)
    Category.objects.create(name="Cyanotypes", slug="cyanotypes", status="proposed", proposed_by=ada)
    Image.objects.filter(pk=new_image(ada).pk).update(processing="failed")
    for hours in (-1, 1):  # what is not late yet waits for nobody
        work = new_work(ada)
        Artwork.objects.filter(pk=work.pk).update(status="scheduled", published_at=timezone.now() + hours * HOUR)
    failed_task()
    DBTaskResult.objects.filter(status="READY", run_after__gte=timezone.now() - HOUR / 2).update(
        run_after=timezone.now()
    )


def waiting(client):
    return {str(each.name): each for each in client.get("/admin/").context["waiting"]}


def test_all_that_waits_is_counted_and_leads_to_its_list(ada, ben, root, client_of):
    everything(ada, ben)
    client = client_of(root)
    found = waiting(client)
    assert list(found) == [str(kind.name) for kind in KINDS]
    for kind in KINDS:
        each = found[str(kind.name)]
        answer = client.get(each.href)
        assert (answer.status_code, each.count, answer.context["cl"].result_count) == (200, 1, 1), kind.name
        assert each.since <= timezone.now()


def test_the_oldest_report_comes_first(ada, ben, root, client_of):
    cases = [report(new_work(ada, title), ben) for title in ("New", "Old")]
    Case.objects.filter(pk=cases[1].pk).update(opened_at=timezone.now() - HOUR)
    client = client_of(root)
    each = waiting(client)["Reports to decide"]
    assert [case.pk for case in client.get(each.href).context["cl"].result_list] == [cases[1].pk, cases[0].pk]
    assert timezone.now() - each.since >= HOUR


def test_where_nothing_waits_that_is_said(root, client_of):
    assert "Nothing waits for you." in client_of(root).get("/admin/").content.decode()


def test_staff_see_what_they_have_the_right_to(ada, ben, mo, client_of):
    everything(ada, ben)
    assert waiting(client_of(mo)) == {}
    mo.user_permissions.add(Permission.objects.get(codename="change_category"))
    assert list(waiting(client_of(mo))) == ["Categories that artists propose"]


def test_the_front_page_costs_one_query_for_each_kind(ada, ben, root, client_of, django_assert_max_num_queries):
    everything(ada, ben)
    client = client_of(root)
    client.get("/admin/")
    with django_assert_max_num_queries(len(KINDS) + 4):
        client.get("/admin/")


def test_every_list_has_its_group(root, client_of):
    assert ungrouped() == set()
    page = client_of(root).get("/admin/").content.decode()
    places = [page.index(f'<span class="section">{name}') for name, _labels in GROUPS]
    assert places == sorted(places)


def test_how_the_code_is_laid_out_is_not_shown(root, client_of):
    assert client_of(root).get("/admin/gallery/").url == "/admin/"


def is_labelled(model, name):
    """Whether a column or a fact is called something in words that are translated."""
    fields: dict[str, Field] = {field.name: field for field in model._meta.fields}
    return name not in fields or fields[name].primary_key or isinstance(fields[name].verbose_name, Promise)


def test_every_column_is_called_something_in_words(root):
    request = RequestFactory().get("/")
    request.user = root
    bare = []
    for model, desk in admin.site._registry.items():
        names = {*desk.get_list_display(request), *(desk.fields or ()), *desk.readonly_fields}
        bare += [f"{model._meta.label}.{name}" for name in names if not is_labelled(model, name)]
    assert bare == []


def test_every_list_that_is_searched_says_by_what(root):
    silent = [
        model._meta.label
        for model, desk in admin.site._registry.items()
        if desk.search_fields and not desk.search_help_text
    ]
    assert silent == []

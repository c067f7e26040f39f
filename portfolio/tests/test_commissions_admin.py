"""The desk of staff: who asks whom for what, and what changed when; never what the two write and send to each other."""

from decimal import Decimal

import pytest
from django.urls import reverse

from gallery.tests.library import new_file
from portfolio.actions.commissions import change_commission
from portfolio.actions.messages import write_message
from portfolio.actions.quotes import make_quote
from portfolio.models import Attachment, Commission, Message, Note, Quote, StatusChange
from portfolio.tests.messaging import commission_of

SECRET = "Zephyr"


@pytest.fixture
def root(mo):
    """mo, who may do everything that the desk offers."""
    mo.is_superuser = True
    mo.save()
    return mo


@pytest.fixture
def commission(ada, ben):
    """With a secret in all that is between the two."""
    commission = commission_of(ben, ada, description=SECRET, budget=Decimal("47.11"), currency="EUR")
    make_quote(commission=commission, by=ada, amount=Decimal("815.00"), currency="EUR", terms=SECRET)
    change_commission(commission=commission, by=ada, progress_notes=SECRET)
    write_message(commission=commission, by=ben, text=SECRET, files=[new_file(ben, f"{SECRET}.txt").pk])
    return Commission.objects.get()


def addresses(commission):
    """Lists, searches and pages of the desk."""
    change = StatusChange.objects.get()
    lists = [reverse(f"admin:portfolio_{name}_changelist") for name in ("commission", "statuschange")]
    return [
        *lists,
        *(f"{each}?q={query}" for each in lists for query in (SECRET, "harbour", "ada")),
        reverse("admin:portfolio_commission_change", args=[commission.pk]),
        reverse("admin:portfolio_commission_history", args=[commission.pk]),
        reverse("admin:portfolio_statuschange_change", args=[change.pk]),
        reverse("admin:index"),
    ]


def test_the_desk_tells_parties_title_and_status(client_of, root, commission):
    staff = client_of(root)
    page = staff.get(reverse("admin:portfolio_commission_change", args=[commission.pk])).content.decode()
    listed = staff.get(reverse("admin:portfolio_commission_changelist")).content.decode()
    for told in ("ada", "ben", "Harbour", "accepted"):
        assert told in page
        assert told in listed


def test_the_desk_tells_nothing_that_is_between_the_two(client_of, root, commission):
    staff = client_of(root)
    for address in addresses(commission):
        answer = staff.get(address)
        assert answer.status_code == 200, address
        said = answer.content.decode().replace(f"q={SECRET}", "").replace(f'value="{SECRET}"', "")
        for secret in (SECRET, "47.11", "815"):
            assert secret not in said, address


def test_what_was_written_is_not_found_by_it(client_of, root, commission):
    answer = client_of(root).get(reverse("admin:portfolio_commission_changelist"), {"q": SECRET})
    assert answer.context["cl"].result_count == 0


@pytest.mark.parametrize("model", [Message, Note, Quote, Attachment])
def test_what_was_written_has_no_desk(client_of, root, commission, model):
    thing = model.objects.first()
    for suffix in ("", f"{thing.pk}/change/"):
        assert client_of(root).get(f"/admin/portfolio/{model._meta.model_name}/{suffix}").status_code == 404


@pytest.mark.parametrize("name", ["commission", "statuschange"])
def test_nothing_is_changed_added_or_deleted_there(client_of, root, commission, name):
    staff = client_of(root)
    thing = commission if name == "commission" else StatusChange.objects.get()
    before = [list(model.objects.values()) for model in (Commission, StatusChange)]
    for route, argument in (("change", [thing.pk]), ("delete", [thing.pk]), ("add", [])):
        answer = staff.post(
            reverse(f"admin:portfolio_{name}_{route}", args=argument), {"title": "Other", "post": "yes"}
        )
        assert answer.status_code == 403, route
    assert [list(model.objects.values()) for model in (Commission, StatusChange)] == before


@pytest.mark.parametrize("who", ["ada", "cyn"])
def test_the_desk_is_staffs(client_of, request, commission, who):
    client = client_of(request.getfixturevalue(who))
    assert {client.get(address).status_code for address in addresses(commission)} == {302}


def test_the_log_tells_each_step_in_words(client_of, root, ada, commission):
    page = client_of(root).get(reverse("admin:portfolio_statuschange_changelist")).content.decode()
    for told in ("requested → accepted", "ada", str(commission.pk)):
        assert told in page
    StatusChange.objects.all()._raw_delete("default")
    StatusChange.objects.create(
        workflow="commission", thing_id=commission.pk, source="requested", target="cancelled", role="system"
    )
    page = client_of(root).get(reverse("admin:portfolio_statuschange_changelist")).content.decode()
    assert "the site" in page
    assert "requested → cancelled" in page

"""Each step of a commission is told to the other party, on the site and by mail, and to nobody else."""

import pytest

from accounts.actions import change_preferences
from portfolio.actions.commissions import change_commission, request_commission
from portfolio.actions.quotes import answer_quote, make_quote
from portfolio.models import Commission
from portfolio.tests.commissioning import ASKED, quote_in, row
from social.actions.blocks import set_block
from social.models import Cause, Notification
from social.notifying.mails import mail_line
from social.tests.telling import told


def request(ada, ben):
    request_commission(by=ben, artist_id=ada.pk, **ASKED)


def moved(source, target, name):
    def deed(ada, ben):
        change_commission(commission=row(ben, ada, source), by={"ada": ada, "ben": ben}[name], status=target)

    return deed


def note(ada, ben):
    change_commission(commission=row(ben, ada), by=ada, progress_notes="Sketch")


def quote(ada, ben):
    make_quote(commission=row(ben, ada, "accepted"), by=ada, amount=9, currency="EUR")


def answered(accept):
    def deed(ada, ben):
        answer_quote(quote=quote_in(row(ben, ada, "accepted")), by=ben, accept=accept)

    return deed


STEPS = [
    (request, "ada", "commission_requested", "ben asks you for a work: “Harbour”"),
    (moved("requested", "accepted", "ada"), "ben", "commission_accepted", "ada accepted your commission “Harbour”"),
    (moved("requested", "declined", "ada"), "ben", "commission_declined", "ada declined your commission “Harbour”"),
    (moved("requested", "cancelled", "ben"), "ada", "commission_cancelled", "The commission “Harbour” was cancelled"),
    (moved("accepted", "in_progress", "ada"), "ben", "commission_started", "ada has begun to work on “Harbour”"),
    (moved("accepted", "cancelled", "ada"), "ben", "commission_cancelled", "The commission “Harbour” was cancelled"),
    (moved("in_progress", "completed", "ada"), "ben", "commission_completed", "ada finished your commission “Harbour”"),
    (note, "ben", "commission_note", "ada wrote how far “Harbour” is"),
    (quote, "ben", "commission_quote", "ada made you a quote for “Harbour”"),
    (answered(True), "ada", "commission_quote_accepted", "ben accepted your quote for “Harbour”"),
    (answered(False), "ada", "commission_quote_declined", "ben declined your quote for “Harbour”"),
]


@pytest.mark.parametrize(("deed", "who", "kind", "text"), STEPS, ids=[step[2] for step in STEPS])
def test_a_step_is_told_to_the_other_party_alone(ada, ben, cyn, client_of, deed, who, kind, text):
    deed(ada, ben)
    recipient = {"ada": ada, "ben": ben}[who]
    assert list(Notification.objects.values_list("recipient", "kind")) == [(recipient.pk, kind)]
    (line,) = told(client_of(recipient))["results"]
    commission = Commission.objects.get()
    assert (line["kind"], line["text"]) == (kind, text)
    assert line["target"]["id"] == str(commission.pk)
    assert line["url"].endswith(f"/commissions/{commission.pk}")


@pytest.mark.parametrize(("deed", "who", "kind", "text"), STEPS, ids=[step[2] for step in STEPS])
def test_a_step_is_mailed_to_the_other_party_where_they_want_it(ada, ben, settings, mailoutbox, deed, who, kind, text):
    settings.SITE_URL = "https://atelier.example"
    for person in (ada, ben):
        person.is_verified = True
        person.save()
        change_preferences(user=person, changes={"notification_mails": {"commission": "immediate"}})
    deed(ada, ben)
    assert [mail_line(line.pk) for line in Notification.objects.filter(mail="immediate")] == [True]
    (mail,) = mailoutbox
    assert (mail.subject, mail.to) == (text, [f"{who}@example.org"])
    assert f"https://atelier.example/commissions/{Commission.objects.get().pk}" in mail.body


@pytest.mark.parametrize(("deed", "who", "kind", "text"), STEPS, ids=[step[2] for step in STEPS])
def test_who_turned_it_off_is_told_nothing(ada, ben, deed, who, kind, text):
    change_preferences(user={"ada": ada, "ben": ben}[who], changes={"notifications": {"commission": False}})
    deed(ada, ben)
    assert (Notification.objects.count(), Cause.objects.count()) == (0, 0)


def test_a_quote_for_a_request_tells_of_both(ada, ben):
    make_quote(commission=row(ben, ada), by=ada, amount=9, currency="EUR")
    lines = Notification.objects.filter(recipient=ben)
    assert sorted(lines.values_list("kind", flat=True)) == ["commission_accepted", "commission_quote"]


def test_nobody_is_told_of_who_they_keep_away(ada, ben):
    commission = row(ben, ada, "accepted")
    set_block(artist_id=ada.pk, by=ben, blocked=True)
    change_commission(commission=commission, by=ada, status="cancelled")
    assert not Notification.objects.exists()

"""What is told by mail at once."""

from html.parser import HTMLParser

import pytest

from accounts.actions import change_preferences, set_active
from gallery.actions.artworks import change_artwork
from gallery.tests.works import new_work
from social.models import Notification
from social.notifying import notify, withdraw
from social.notifying.mails import mail_line
from social.tests.telling import like

SITE = "https://atelier.example"


@pytest.fixture(autouse=True)
def address(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def work(ada):
    return new_work(ada, "Dune")


@pytest.fixture(autouse=True)
def likes_at_once(ada):
    """ada's address is verified, and she wants likes by mail at once."""
    ada.is_verified = True
    ada.save()
    change_preferences(user=ada, changes={"notification_mails": {"like": "immediate"}})


def mailed():
    return [mail_line(line.pk) for line in Notification.objects.filter(mail="immediate")]


def test_it_is_plain_and_html_with_links_that_lead_here(ben, work, mailoutbox):
    like(work, ben)
    assert mailed() == [True]
    (mail,) = mailoutbox
    assert (mail.subject, mail.to) == ("ben liked “Dune”", ["ada@example.org"])
    assert f"{SITE}/artworks/{work.pk}" in mail.body
    assert f"{SITE}/notifications/settings" in mail.body
    ((html, kind),) = mail.alternatives
    assert kind == "text/html"
    assert f'href="{SITE}/artworks/{work.pk}"' in html
    assert "<img" not in html
    assert "overflow-wrap: anywhere" in html


def test_programs_can_unsubscribe_by_its_head_and_do_not_answer_it(ben, work, client, mailoutbox):
    like(work, ben)
    mailed()
    head = mailoutbox[0].message()
    link = head["List-Unsubscribe"].strip("<>")
    assert link.startswith(f"{SITE}/unsubscribe/")
    assert link in mailoutbox[0].body
    assert head["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert head["Auto-Submitted"] == "auto-generated"


def test_the_task_is_asked_for_with_the_deed_and_once_for_a_line(ben, cyn, work, mailoutbox, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}}
    for fan in (ben, cyn):
        like(work, fan)
    assert [mail.subject for mail in mailoutbox] == ["ben liked “Dune”"]
    assert mailed() == [False]


@pytest.mark.parametrize("meanwhile", ["read", "withdrawn", "private", "off", "unverified", "suspended", "gone"])
def test_nothing_goes_out_where_it_is_in_vain_by_then(ada, ben, cyn, mo, work, client_of, mailoutbox, meanwhile):
    deed = {"target_type": "artwork", "target_id": work.pk, "object_id": work.pk}
    ben.is_verified = True
    ben.save()
    notify("mention", recipient_id=ben.pk, actor=cyn, **deed)
    line = Notification.objects.get().pk
    {
        "read": lambda: client_of(ben).post("/api/notifications/read", {"all": True}),
        "withdrawn": lambda: withdraw("mention", actor_id=cyn.pk, target_id=work.pk, object_id=work.pk),
        "private": lambda: change_artwork(artwork=work, by=ada, availability_status="private"),
        "off": lambda: change_preferences(user=ben, changes={"notification_mails": {"mention": "never"}}),
        "unverified": lambda: type(ben).objects.filter(pk=ben.pk).update(is_verified=False),
        "suspended": lambda: set_active(user=cyn, is_active=False, by=mo),
        "gone": lambda: Notification.objects.all().delete(),
    }[meanwhile]()
    assert (mail_line(line), mailoutbox) == (False, [])


@pytest.mark.parametrize("wanted", ["never", "digest"])
def test_who_wants_it_otherwise_gets_none_at_once(ada, ben, work, mailoutbox, wanted):
    change_preferences(user=ada, changes={"notification_mails": {"like": wanted}})
    like(work, ben)
    assert Notification.objects.get().mail == wanted
    assert mail_line(Notification.objects.get().pk) is False


def test_mail_alone_may_be_wanted_and_each_is_a_line_of_its_own(ada, ben, cyn, work, client_of, mailoutbox):
    change_preferences(user=ada, changes={"notifications": {"like": False}})
    for fan in (ben, cyn):
        like(work, fan)
        mailed()
    assert [mail.subject for mail in mailoutbox] == ["ben liked “Dune”", "cyn liked “Dune”"]
    assert client_of(ada).get("/api/notifications").json()["count"] == 0


def test_what_was_mailed_undone_and_done_again_is_not_mailed_again(ben, work, mailoutbox):
    like(work, ben)
    mailed()
    withdraw("like", actor_id=ben.pk, target_id=work.pk)
    like(work, ben)
    assert mailed() == [False]
    assert len(mailoutbox) == 1


def test_without_a_known_address_of_the_site_no_mail_is_meant(settings, ben, work):
    settings.SITE_URL = ""
    like(work, ben)
    assert Notification.objects.get().mail == "never"


def test_else_links_lead_where_the_deed_was_done(settings, ben, work, client_of, mailoutbox):
    settings.SITE_URL = ""
    client_of(ben).post(f"/api/artworks/{work.pk}/like")
    assert mailed() == [True]
    assert f"http://testserver/artworks/{work.pk}" in mailoutbox[0].body


def test_where_any_host_is_answered_nobody_chooses_where_others_links_lead(settings, ben, work, client_of):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "", ["*"]
    client_of(ben).post(f"/api/artworks/{work.pk}/like", headers={"host": "evil.example"})
    assert (Notification.objects.get().site, Notification.objects.get().mail) == ("", "never")


HOSTILE = [
    "Dune\r\nBcc: all@example.org",
    "Dune\n\n<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></a><a href=javascript:alert(1)>",
    "{{ settings.SECRET_KEY }} {% load x %} %(name)s %s",
    "\u2028Dune\u2029\x00\x1b[31m\u202egnp.exe",
    "\N{MUSICAL SYMBOL G CLEF}" * 200,
]


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, [value for name, value in attrs if name.startswith("on") or name in ("href", "src")]))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_titles_and_names_are_inert(ada, ben, work, mailoutbox, text):
    type(work).objects.filter(pk=work.pk).update(title=text[:200].replace("\x00", ""))
    type(ben.artist).objects.filter(pk=ben.pk).update(artist_name=text[:100].replace("\x00", ""))
    like(work, ben)
    mailed()
    message = mailoutbox[0].message()
    assert (message["Bcc"], message.get_all("To")) == (None, ["ada@example.org"])
    assert len(mailoutbox[0].subject.splitlines()) == 1
    tags = Tags()
    tags.feed(mailoutbox[0].alternatives[0][0])
    assert {tag for tag, _links in tags.found} == {"html", "head", "meta", "title", "body", "div", "p", "a"}
    assert all(link.startswith(SITE) for _tag, links in tags.found for link in links)

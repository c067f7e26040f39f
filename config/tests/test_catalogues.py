"""That the site speaks each of its languages wholly: what the programs say is in the catalogue, and said well-formed."""

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings as configured
from django.core.management import call_command

CATALOGUES = sorted(Path(configured.BASE_DIR).glob("locale/*/LC_MESSAGES/django.po"))
ROOMS = ("accounts", "config", "demo", "gallery", "portfolio", "social", "templates")
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]|\{[a-z_]*\}")

pytestmark = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])


def messages(path):
    with path.open("rb") as file:
        return [message for message in read_po(file) if message.id]


def said(message) -> tuple[str, ...]:
    return message.string if message.pluralizable else (message.string,)


@pytest.mark.skipif(not shutil.which("xgettext"), reason="xgettext is not here: Debian's package gettext")
def test_nothing_is_said_that_is_not_in_it(path, settings, tmp_path, monkeypatch):
    site = tmp_path / "site"  # the command writes into the folder `locale` of where it is run
    copy = site / path.relative_to(settings.BASE_DIR)
    copy.parent.mkdir(parents=True)
    shutil.copy(path, copy)
    for room in ROOMS:
        (site / room).symlink_to(settings.BASE_DIR / room)
    settings.LOCALE_PATHS = [site / "locale"]
    monkeypatch.chdir(site)
    call_command("makemessages", locale=[path.parts[-3]], symlinks=True, verbosity=0)
    now, kept = ({(each.context, str(each.id)) for each in messages(one)} for one in (copy, path))
    assert (now - kept, kept - now) == (set(), set()), "run: make messages, and translate what is new"


def test_everything_is_translated_and_nothing_guessed(path):
    assert [each.id for each in messages(path) if each.fuzzy or not all(said(each))] == []


def test_placeholders_are_those_of_the_original(path):
    for each in messages(path):
        originals = each.id if each.pluralizable else (each.id,)
        wanted = sorted(PLACEHOLDER.findall(originals[-1]))
        assert [sorted(PLACEHOLDER.findall(form)) for form in said(each)] == [wanted] * len(said(each)), each.id


def test_plurals_have_every_form(path):
    with path.open("rb") as file:
        forms = read_po(file).num_plurals
    assert {len(each.string) for each in messages(path) if each.pluralizable} == {forms}


def test_edges_are_alike(path):
    """A space or line break at an end is lost easily, and sentences are sentences in both."""
    for each in messages(path):
        original = each.id[0] if each.pluralizable else each.id
        for form in said(each):
            assert (form[0].isspace(), form[-1].isspace()) == (original[0].isspace(), original[-1].isspace()), each.id
            assert form.endswith(".") == original.endswith("."), each.id

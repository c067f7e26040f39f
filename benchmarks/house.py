"""A house of its own for every run: settings, database, people, pictures; nothing of it outlives the run."""

import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "correct horse battery"
SETTINGS = "benchmarks.reference.settings"


def environment(room: Path, *, database: str = "") -> dict[str, str]:
    """What a server and this process are started with; SQLite in the room where no database is named."""
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "SECRET_KEY": "measured, never served to anybody",
        "DATABASE_URL": database or f"sqlite:///{room / 'db.sqlite3'}",
        "MEDIA_ROOT": str(room / "media"),
        "RATE_LIMITS": "off",
        "STORAGE_QUOTA": str(10**12),
    }


def open_house(room: Path, *, database: str = "") -> dict[str, str]:
    """Sets Django up in this process, on a migrated database; returns the environment for servers."""
    chosen = environment(room, database=database)
    for command in ("migrate", "collectstatic"):
        arguments = [sys.executable, "-m", "django", command, "--verbosity=0", "--no-input"]
        subprocess.run(arguments, env=chosen, cwd=room, check=True)
    os.environ.update(chosen)
    import django

    django.setup()
    logging.disable(logging.INFO)  # of this process; servers write their log as ever
    return chosen


@dataclass(frozen=True)
class Visitor:
    """Who asks: the headers that make a browser's session."""

    headers: dict[str, str]


ANYBODY = Visitor({})


def register(name: str) -> object:
    """A new user of the house."""
    from accounts.actions import register_account

    return register_account(username=name, email=f"{name}@example.org", password=PASSWORD)


def signed_in(user: object) -> Visitor:
    """A session as a browser has it, with the CSRF token that changes ask for."""
    from django.conf import settings
    from django.middleware.csrf import _get_new_csrf_string
    from django.test import Client

    client = Client()
    client.force_login(user)
    session, token = client.cookies[settings.SESSION_COOKIE_NAME].value, _get_new_csrf_string()
    cookie = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={token}"
    return Visitor({"Cookie": cookie, "X-CSRFToken": token})

"""How many notifications wait beside the bell of every page."""

from functools import partial

from django.http import HttpRequest

from accounts.requests import person
from social.notifying import unread_count


def unread(request: HttpRequest) -> dict[str, object]:
    """`unread_count` for templates: asked when it is read, which pages do for people who are signed in alone. One query."""
    return {"unread_count": partial(counted, request)}


def counted(request: HttpRequest) -> int:
    return unread_count(person(request))

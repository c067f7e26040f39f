"""What one is told: the list, the way from a line to what it is about, and reading all at once."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import person
from portfolio.finding.sheets import sheet_of
from portfolio.hanging.faces import faces_of
from portfolio.labels.moments import moment_of
from social.actions.notifications import mark_read
from social.models import Notification
from social.notifying.telling import rows_of, tell_notifications, unread_count
from social.querysets.notifications import NotificationQuerySet


@require_safe
@never_cache
@login_required
def notifications(request: HttpRequest) -> HttpResponse:
    """`/notifications`: one's own, the last first; with `?show=unread` those that are unread. As many queries for any number: one
    for the lines, one for how many are unread, one for faces, one for each type of thing that they are about."""
    is_narrowed = request.GET.get("show") == "unread"
    lines = told_to(request).unread() if is_narrowed else told_to(request)
    rows = rows_of(lines.order_by("-created_at", "-pk"))
    sheet = sheet_of(request, rows, {"show": "unread"} if is_narrowed else {})
    context = {
        "lines": tell(sheet.rows, viewer=request.user),
        "sheet": sheet,
        "unread_count": unread_count(request.user),
        "is_narrowed": is_narrowed,
        "place": "notifications",
    }
    return render(request, "portfolio/personal/notifications.html", context)


def told_to(request: HttpRequest) -> NotificationQuerySet:
    return Notification.objects.visible_to(request.user)


def tell(rows: list[Any], *, viewer: Any) -> list[dict[str, Any]]:
    """Lines as the API tells them, each with its face and, as one says it, when it was."""
    faces, now = faces_of(row["actor_id"] for row in rows if row["actor_id"]), timezone.now()
    return [
        line
        | {"face": faces.get(line["actor"] and line["actor"]["id"]), "when": moment_of(line["created_at"], now=now)}
        for line in tell_notifications(rows, viewer=viewer)
    ]


@require_safe
@never_cache
@login_required
def open_notification(request: HttpRequest, notification_id: UUID) -> HttpResponse:
    """`/notifications/<id>`: on to what a line is about, which is read from then on. Raises Http404.

    A GET that notes that it happened, as that of a work counts a look: it is one's own line, once read it stays read, and a link
    can be opened in another tab, which a button cannot.
    """
    row = rows_of(told_to(request).filter(pk=notification_id)).first()
    if row is None:
        raise Http404
    if request.method == "GET" and row["read_at"] is None:
        read(request, notification_id)
    (line,) = tell_notifications([row], viewer=request.user)
    return redirect(line["url"])


def read(request: HttpRequest, notification_id: UUID) -> None:
    """Marks it. Raises Http404 where it was withdrawn meanwhile."""
    try:
        mark_read(by=person(request), ids=[notification_id])
    except Notification.DoesNotExist as error:
        raise Http404 from error


@require_POST
@never_cache
@login_required
def read_notifications(request: HttpRequest) -> HttpResponse:
    """`/notifications/read`: all are read, and the list says so."""
    mark_read(by=person(request))
    return redirect("notifications")

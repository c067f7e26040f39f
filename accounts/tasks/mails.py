"""The mails of accounts. Each task is safe to run twice."""

from uuid import UUID

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import override
from django_tasks import task

from accounts.links import reset_tokens, uid_of, verification_tokens
from accounts.models import User


@task()
def send_verification(user_id: str, site: str) -> None:
    """Mail the page that verifies the address; nothing where it is verified, or the account gone. `site` is `https://host`.

    The token is made here, so that no secret waits in the table of tasks.
    """
    user = User.objects.filter(pk=UUID(user_id), is_active=True, is_verified=False).first()
    if user:
        _send(user, "verify", f"{site}/verify/{uid_of(user)}/{verification_tokens.make_token(user)}")


@task()
def send_password_reset(email: str, site: str) -> None:
    """Mail the page that sets a new password, to the address as it is stored; nothing where nobody has it."""
    user = User.objects.called(email).filter(is_active=True).first() if "@" in email else None
    if user:
        _send(user, "reset", f"{site}/reset/{uid_of(user)}/{reset_tokens.make_token(user)}")


def _send(user: User, mail: str, link: str) -> None:
    with override(user.language):
        context = {"user": user, "link": link}
        subject = render_to_string(f"accounts/mail/{mail}_subject.txt", context).strip()
        send_mail(subject, render_to_string(f"accounts/mail/{mail}.txt", context), None, [user.email])

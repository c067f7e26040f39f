"""What is withheld from all but its owner: what a moderator hid, and all that is a person's who is shut out."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q


def stands(owner: str = "owner") -> Q:
    """That whoever is named so is not shut out.

    Told by the few who are, whom an index holds, and not by a join: lists keep to their own indexes, rows can still be locked
    and united, and a count is read from an index alone.
    """
    return ~Q(**{f"{owner}__in": get_user_model()._default_manager.filter(is_active=False).values("pk")})


def not_withheld(viewer: Any, image: str = "image") -> Q:
    """That a picture, named so, is not withheld from this viewer, who sees what holds it."""
    open_to_all = Q(**{f"{image}__is_hidden": False}) & stands(f"{image}__owner")
    return open_to_all | Q(**{f"{image}__owner": viewer}) if viewer.is_authenticated else open_to_all

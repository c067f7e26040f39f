"""What people may be called."""

import re

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from accounts.reserved_names import is_reserved

FIELD = User._meta.get_field("username")


@pytest.mark.parametrize("name", ["abc", "a.b", "a_b-c", "ADA", "x" * 30, "007", "..."])
def test_letters_digits_dots_underscores_and_hyphens_are_taken(name):
    assert FIELD.clean(name, None) == name


@pytest.mark.parametrize("name", ["ab", "x" * 31, "a b", "a@b", "añb", "a/b", "abc\n", "аbc", "", "a%b", "<b>"])
def test_anything_else_is_refused(name):
    with pytest.raises(ValidationError):
        FIELD.clean(name, None)


@given(st.text(max_size=40))
def test_what_is_taken_is_safe_in_any_address(name):
    try:
        FIELD.clean(name, None)
    except ValidationError:
        return
    assert re.fullmatch(r"[A-Za-z0-9._-]{3,30}", name)


@pytest.mark.parametrize("name", ["me", "admin", "API", "Studio", "robots.txt", "ad.min", "_support_", "Atelier"])
def test_the_sites_own_words_are_reserved(name):
    assert is_reserved(name)


@pytest.mark.parametrize("name", ["ada", "meredith", "a.p.i.a", "administrata", "mo"])
def test_names_that_merely_resemble_them_are_free(name):
    assert not is_reserved(name)


def test_registering_a_reserved_name_is_refused(visitor):
    body = {"username": "Admin", "email": "dora@example.org", "password": "correct horse battery"}
    response = visitor.post("/api/auth/register", body)
    assert response.status_code == 400
    assert response.json()["errors"][0] | {"detail": ""} == {"attr": "username", "code": "reserved", "detail": ""}

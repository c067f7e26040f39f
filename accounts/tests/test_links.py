"""The links that mails carry."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.actions import verify_email
from accounts.links import linked_user, reset_tokens, uid_of, verification_tokens
from accounts.models import User

GENERATORS = [reset_tokens, verification_tokens]


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_link_finds_its_user(ada, ben, generator):
    assert linked_user(uid=uid_of(ada), token=generator.make_token(ada), generator=generator) == ada


@pytest.mark.parametrize(("made_by", "tried_on"), [(0, 1), (1, 0)])
def test_a_link_made_for_one_thing_does_not_do_another(ada, made_by, tried_on):
    token = GENERATORS[made_by].make_token(ada)
    with pytest.raises(ValidationError):
        linked_user(uid=uid_of(ada), token=token, generator=GENERATORS[tried_on])


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_link_dies_with_a_day_with_the_address_and_with_the_account(ada, generator):
    link = {"uid": uid_of(ada), "token": generator.make_token(ada), "generator": generator}
    with time_machine.travel(timezone.now() + timedelta(hours=23)):
        assert linked_user(**link) == ada
    for moment, changes in (
        (timedelta(hours=25), {}),
        (timedelta(0), {"email": "ada@studio.example"}),
        (timedelta(0), {"is_active": False, "email": "ada@example.org"}),
    ):
        User.objects.update(**changes)
        with time_machine.travel(timezone.now() + moment), pytest.raises(ValidationError):
            linked_user(**link)


def test_a_new_password_leaves_the_verification_link_alive_and_kills_the_reset(ada):
    tokens = [generator.make_token(ada) for generator in GENERATORS]
    ada.set_password("another horse battery")
    ada.save()
    alive = [generator.check_token(ada, token) for generator, token in zip(GENERATORS, tokens, strict=True)]
    assert alive == [False, True]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(uid=st.text(max_size=60), token=st.text(max_size=60))
def test_whatever_stands_in_a_link_it_is_refused_and_never_a_fault(ada, uid, token):
    with pytest.raises(ValidationError) as refusal, transaction.atomic():
        linked_user(uid=uid, token=token, generator=reset_tokens)
    assert list(refusal.value.error_dict) == ["token"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(token=st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789-", max_size=60))
def test_no_token_is_guessed(ada, token):
    with pytest.raises(ValidationError):
        linked_user(uid=uid_of(ada), token=token, generator=verification_tokens)


@pytest.mark.django_db(transaction=True)
def test_followed_many_times_at_once_a_link_verifies_once(at_once, ada):
    link = {"uid": uid_of(ada), "token": verification_tokens.make_token(ada)}
    answers = at_once(6, lambda _index: verify_email(**link))
    assert sum(isinstance(answer, User) for answer in answers) == 1
    assert sum(isinstance(answer, ValidationError) for answer in answers) == 5

"""Every write that a person causes, each under one name, called by API, pages and admin alike."""

from accounts.actions.addresses import change_email, verify_email
from accounts.actions.credit import credit_changed
from accounts.actions.deletion import delete_account
from accounts.actions.passwords import change_password, request_password_reset, reset_password
from accounts.actions.preferences import change_preferences
from accounts.actions.profile import change_profile, profile_changed
from accounts.actions.registration import register_account
from accounts.actions.signing_in import (
    InvalidCredentials,
    Suspended,
    confirm_password,
    end_sessions,
    open_session,
    sign_in,
    sign_out,
)
from accounts.actions.statistics import count
from accounts.actions.suspension import set_active
from accounts.actions.tokens import create_token, find_token, revoke_token
from accounts.actions.verifying import unverify_artist, verify_artist

__all__ = [
    "InvalidCredentials",
    "Suspended",
    "change_email",
    "change_password",
    "change_preferences",
    "change_profile",
    "confirm_password",
    "count",
    "create_token",
    "credit_changed",
    "delete_account",
    "end_sessions",
    "find_token",
    "open_session",
    "profile_changed",
    "register_account",
    "request_password_reset",
    "reset_password",
    "revoke_token",
    "set_active",
    "sign_in",
    "sign_out",
    "unverify_artist",
    "verify_artist",
    "verify_email",
]

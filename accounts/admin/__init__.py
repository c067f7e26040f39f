"""The desk of staff for people: one file a noun."""

from django.contrib import admin

from accounts.admin import artists, groups, people, tokens
from accounts.admin.artists import ArtistAdmin
from accounts.forms import AdminSignInForm

__all__ = ["ArtistAdmin", "artists", "groups", "people", "tokens"]

admin.site.login_form = AdminSignInForm

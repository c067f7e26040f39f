"""One's own account."""

from django.db import transaction
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import actions
from accounts.api.serializers.answers import DeletedSerializer
from accounts.api.serializers.current_user import CurrentUserSerializer, current_user
from accounts.api.serializers.requests import AccountChangeSerializer, PasswordSerializer
from accounts.api.views.account_view import AccountView
from accounts.languages import remember
from accounts.requests import address_of, person, site_of


class CurrentUserView(AccountView):
    """The person signed in."""

    error_statuses = (429,)  # guessing the password

    @extend_schema(responses={200: CurrentUserSerializer})
    def get(self, request: Request) -> Response:
        """Who is signed in."""
        return Response(current_user(person(request).pk, request))

    @extend_schema(request=AccountChangeSerializer, responses={200: CurrentUserSerializer})
    def put(self, request: Request) -> Response:
        """Change the address (with `password`) or preferences, those that are sent and no others."""
        taken = self.validated(AccountChangeSerializer, partial=True)
        user = person(request)
        if "email" in taken:
            actions.change_email(
                user=user,
                email=taken["email"],
                password=taken["password"],
                address=address_of(request._request),
                site=site_of(request),
            )
        if taken.get("preferences"):
            actions.change_preferences(user=user, changes=taken["preferences"])
            if language := taken["preferences"].get("language"):
                remember(request._request, language)
        return Response(current_user(user.pk, request))

    @extend_schema(request=AccountChangeSerializer, responses={200: CurrentUserSerializer})
    def patch(self, request: Request) -> Response:
        """As PUT."""
        return self.put(request)

    @extend_schema(request=PasswordSerializer, responses={200: DeletedSerializer})
    def delete(self, request: Request) -> Response:
        """Delete the account with its files and content, for good."""
        password = self.validated(PasswordSerializer)["password"]
        user, user_id = person(request), person(request).pk
        actions.confirm_password(user=user, password=password, field="password", address=address_of(request._request))
        with transaction.atomic():
            actions.delete_account(user=user, by=user)
            request._request.session.flush()
        return Response({"id": user_id, "deleted": True})

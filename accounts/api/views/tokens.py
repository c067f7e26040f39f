"""Tokens for programs."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import generics, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import actions
from accounts.api.serializers.answers import DeletedSerializer, NewAccessTokenSerializer
from accounts.api.serializers.requests import AccessTokenSerializer
from accounts.api.views.account_view import AccountView
from accounts.models import AccessToken
from accounts.requests import person


class TokensView(AccountView, generics.ListAPIView):
    """One's own tokens, newest first."""

    serializer_class = AccessTokenSerializer
    filter_backends = []
    queryset = AccessToken.objects.none()

    def get_queryset(self) -> QuerySet[AccessToken]:
        """Those of the person signed in."""
        return AccessToken.objects.filter(user=person(self.request)).order_by("-created_at", "-id")

    @extend_schema(request=AccessTokenSerializer, responses={201: NewAccessTokenSerializer})
    def post(self, request: Request) -> Response:
        """Make a token. Its secret, `token`, is told in this answer and never again."""
        taken = self.validated(AccessTokenSerializer)
        token, secret = actions.create_token(by=person(request), **taken)
        return Response(AccessTokenSerializer(token).data | {"token": secret}, status=status.HTTP_201_CREATED)


class TokenView(AccountView):
    """One token."""

    @extend_schema(responses={200: DeletedSerializer})
    def delete(self, request: Request, token_id: str) -> Response:
        """Delete a token; it opens nothing from the next request on."""
        token = get_object_or_404(AccessToken, pk=token_id, user=person(request))
        actions.revoke_token(token, by=person(request))
        return Response({"id": token_id, "deleted": True})

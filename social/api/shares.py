"""`artworks/<id>/share`."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.requests import site_of
from social.actions.shares import LINK, share_artwork


class ShareRequestSerializer(serializers.Serializer):
    channel = serializers.RegexField(
        r"\A[a-z0-9_-]+\Z",
        max_length=30,
        trim_whitespace=False,
        default=LINK,
        help_text="By what it is passed on, such as `link` or `mail`: small letters, digits, `-` and `_`.",
    )


class SharedSerializer(serializers.Serializer):
    """How often a work was passed on, and the address to pass on."""

    share_count = serializers.IntegerField()
    url = serializers.URLField()


class ShareView(APIView):
    """Passing one work on."""

    permission_classes = [AllowAny]
    throttle_scope = "artwork_share"

    @extend_schema(request=ShareRequestSerializer, responses=SharedSerializer)
    def post(self, request: Request, artwork_id: UUID) -> Response:
        """Note that you pass a work on, and get the address of its page. Each time counts."""
        serializer = ShareRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        number = share_artwork(artwork_id=artwork_id, by=request.user, **serializer.validated_data)
        return Response({"share_count": number, "url": f"{site_of(request)}/artworks/{artwork_id}"})

"""`albums/<id>/shares` for the album's owner, and `shares/<token>` for whoever has a link."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import User
from accounts.requests import address_of
from gallery.actions.shares import open_link, revoke_share, share_by_link, share_with_person
from gallery.api.addresses import site
from gallery.api.albums import owned_album
from gallery.api.collections import tell_album_whole, tell_share, tell_use
from gallery.api.descriptions import DeletedSerializer, ShareSerializer, ShareUseSerializer, WholeAlbumSerializer
from gallery.api.requests import OpenLinkSerializer
from gallery.api.requests import ShareSerializer as ShareRequestSerializer
from gallery.links import opened_links, remember_link
from gallery.models import Album, AlbumShare, ShareUse


class OwnersSharesView(GenericAPIView):
    """For the album's owner alone."""

    permission_classes = [IsAuthenticated]
    filterset_class = None

    def shares(self) -> QuerySet[AlbumShare]:
        """Those of the album of the path. Raises as `owned_album`."""
        return AlbumShare.objects.filter(album=owned_album(self.request, self.kwargs["album_id"]))


class SharesView(OwnersSharesView):
    """Whom an album is open to."""

    queryset = AlbumShare.objects.none()
    serializer_class = ShareSerializer
    orderings = {"date": "created_at"}
    ordering_default = "-date"

    @extend_schema(operation_id="albums_shares_list", responses=ShareSerializer(many=True), filters=False)
    def get(self, request: Request, album_id: UUID) -> Response:
        """The people and links that an album is open to, newest first. For its owner."""
        shares = self.filter_queryset(self.shares().select_related("user__artist"))
        base = site(request)
        return self.get_paginated_response([tell_share(each, base) for each in self.paginate_queryset(shares) or []])

    @extend_schema(request=ShareRequestSerializer, responses={200: ShareSerializer, 201: ShareSerializer})
    def post(self, request: Request, album_id: UUID) -> Response:
        """Open an album to a person or by a link; 200 where a person's share changed. The first turns a private one to shared."""
        album = owned_album(request, album_id)
        serializer = ShareRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        share, is_new = make_share(album, by=request.user, **serializer.validated_data)
        return Response(tell_share(share, site(request)), status.HTTP_201_CREATED if is_new else status.HTTP_200_OK)


def make_share(
    album: Album, *, by: Any, username: str = "", link: bool = False, password: str | None = None, **terms: Any
) -> tuple[AlbumShare, bool]:
    """Raises ValidationError by field where not exactly one of a person and a link is asked for, and as the actions do."""
    if bool(username) == link:
        raise ValidationError({"username": ValidationError(_("Give a username, or `link: true`."), code="required")})
    if link:
        return share_by_link(album=album, by=by, password=password or "", **terms), True
    if password:
        raise ValidationError({"password": ValidationError(_("A link alone has a password."), code="invalid")})
    user = User.objects.select_related("artist").filter(username__iexact=username, is_active=True).first()
    if user is None:
        raise ValidationError({"username": ValidationError(_("There is nobody of this name."), code="does_not_exist")})
    return share_with_person(album=album, by=by, user=user, **terms)


class ShareView(OwnersSharesView):
    """One share."""

    @extend_schema(responses={200: DeletedSerializer})
    def delete(self, request: Request, album_id: UUID, share_id: UUID) -> Response:
        """Revoke a share. What it opened is closed from the next request on."""
        revoke_share(share=self.shares().get(pk=share_id), by=request.user)
        return Response({"id": share_id, "deleted": True})


class ShareHistoryView(OwnersSharesView):
    """The uses of a share."""

    queryset = ShareUse.objects.none()
    serializer_class = ShareUseSerializer
    orderings = {"date": "at"}
    ordering_default = "-date"

    @extend_schema(operation_id="albums_shares_history_list", responses=ShareUseSerializer(many=True), filters=False)
    def get(self, request: Request, album_id: UUID, share_id: UUID) -> Response:
        """What was opened, looked at and taken through a link, newest first. For the album's owner."""
        uses = ShareUse.objects.filter(share=self.shares().get(pk=share_id)).select_related("viewer")
        page = self.paginate_queryset(self.filter_queryset(uses)) or []
        return self.get_paginated_response([tell_use(use) for use in page])


class OpenLinkView(APIView):
    """What a link opens.

    Of a visitor no CSRF token is asked: following the link's page does the same, and a session that was made to open a link
    has gained nothing but what its sender gave away. Who is signed in by session sends theirs, as everywhere.
    """

    permission_classes = [AllowAny]
    error_statuses = (429,)

    @extend_schema(request=OpenLinkSerializer, responses={200: WholeAlbumSerializer})
    def post(self, request: Request, token: str) -> Response:
        """Open an album to this session by a link, with its password where it has one. Ten wrong ones close it for a while."""
        serializer = OpenLinkSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        password = serializer.validated_data.get("password")
        share = open_link(token=token, password=password, viewer=request.user, address=address_of(request))
        links = [*opened_links(request), share.pk]
        remember_link(request, share.pk)
        opened = Album.objects.reachable_by(request.user, links)
        return Response(tell_album_whole(share.album_id, among=opened, viewer=request.user, base=site(request)))

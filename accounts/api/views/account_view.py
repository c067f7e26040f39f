"""What all account views share."""

from typing import Any

from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.serializers import Serializer
from rest_framework.views import APIView


@method_decorator(never_cache, name="dispatch")
class AccountView(APIView):
    """For the person signed in; the answer is theirs alone and kept nowhere on its way."""

    permission_classes = [IsAuthenticated]

    def validated(self, serializer: type[Serializer], **options: Any) -> dict[str, Any]:
        """The body as this serializer takes it; raises ValidationError."""
        taken = serializer(data=self.request.data, context={"request": self.request}, **options)
        taken.is_valid(raise_exception=True)
        return taken.validated_data


class OpenAccountView(AccountView):
    """For anyone."""

    permission_classes = [AllowAny]

"""The app of people."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        """Register the checks and the descriptions for the OpenAPI schema, which happens on import."""
        from accounts import checks  # noqa: F401
        from accounts.api import schema  # noqa: F401

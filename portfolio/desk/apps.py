"""Django's admin, with our own front page."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """In the place of `django.contrib.admin` among the installed apps."""

    default_site = "portfolio.desk.site.Desk"

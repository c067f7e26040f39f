"""What must be so before a server or a worker starts, each told with what to do about it."""

import socket
from tempfile import TemporaryFile

from django.conf import settings
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage, staticfiles_storage
from django.core.management.base import CommandError
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor


def refuse_unmigrated() -> None:
    """Raises CommandError where the database does not answer, or lacks migrations."""
    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error as error:
        raise CommandError(f"The database does not answer: {error}".rstrip()) from error
    if plan:
        apps = ", ".join(sorted({migration.app_label for migration, _ in plan}))
        lacking = f"{len(plan)} migration{'s' * (len(plan) > 1)} ({apps})"
        raise CommandError(f"The database lacks {lacking}. Run first: python manage.py migrate")


def refuse_taken_port(port: int) -> None:
    """Raises CommandError where another program listens on this port, rather than let the server try for a while."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))  # noqa: S104 - as the server will
        except OSError as error:
            raise CommandError(
                f"Port {port} cannot be used: {error.strerror}. Choose another with --port or PORT."
            ) from error


def open_storage() -> None:
    """Makes the media folder on the first start. Raises CommandError where it cannot be written."""
    try:
        settings.MEDIA_ROOT.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryFile(dir=settings.MEDIA_ROOT):
            pass
    except OSError as error:
        raise CommandError(f"MEDIA_ROOT ({settings.MEDIA_ROOT}) cannot be written: {error.strerror}.") from error


def static_files_hint() -> str:
    """What to do where static files were never collected, so that every page would fail; empty where all is well."""
    storage = staticfiles_storage
    if settings.DEBUG or not isinstance(storage, ManifestStaticFilesStorage) or storage.read_manifest() is not None:
        return ""
    return "Static files are not collected, so pages will fail. Run: python manage.py collectstatic --noinput"

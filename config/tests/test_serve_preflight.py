"""What `manage.py serve` looks at before it starts, and what it tells gunicorn."""

import socket

import pytest
from django.core.management import CommandError, call_command
from django.db.migrations.recorder import MigrationRecorder

from config.tasks import preflight
from config.tasks.server import answers, gunicorn_command

MANIFEST = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"


@pytest.fixture
def taken_port():
    with socket.socket() as holder:
        holder.bind(("0.0.0.0", 0))
        holder.listen()
        yield holder.getsockname()[1]


@pytest.fixture
def collected_to(settings, tmp_path):
    settings.DEBUG = False
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": MANIFEST}}
    return tmp_path


@pytest.mark.django_db
def test_a_migrated_database_passes():
    preflight.refuse_unmigrated()


@pytest.mark.django_db
def test_missing_migrations_are_named_with_what_to_do():
    MigrationRecorder.Migration.objects.filter(app="config").delete()
    with pytest.raises(CommandError, match=r"lacks 1 migration \(config\)\. Run first: python manage\.py migrate"):
        preflight.refuse_unmigrated()


def test_a_port_in_use_is_refused_with_what_to_do(taken_port):
    with pytest.raises(CommandError, match=rf"Port {taken_port} cannot be used.*--port or PORT"):
        preflight.refuse_taken_port(taken_port)


@pytest.mark.django_db
def test_the_command_starts_nothing_on_a_port_in_use(taken_port):
    with pytest.raises(CommandError, match="cannot be used"):
        call_command("serve", port=taken_port)


@pytest.mark.parametrize("option", ["workers", "threads"])
def test_the_command_refuses_to_serve_with_nobody(option):
    with pytest.raises(CommandError, match="at least 1"):
        call_command("serve", **{option: 0})


def test_static_files_never_collected_are_told(collected_to):
    assert "python manage.py collectstatic" in preflight.static_files_hint()


def test_static_files_once_collected_are_not_mentioned(collected_to):
    (collected_to / "staticfiles.json").write_text('{"paths": {}, "version": "1.1", "hash": ""}')
    assert preflight.static_files_hint() == ""


def test_static_files_need_no_collecting_in_debug(collected_to, settings):
    settings.DEBUG = True
    assert preflight.static_files_hint() == ""


@pytest.mark.parametrize(
    "expected",
    [
        "config.wsgi:application",
        "--bind=0.0.0.0:8000",
        "--workers=3",
        "--threads=4",
        "--worker-class=config.tasks.gunicorn_worker.PatientWorker",
        "--env=CLIENT_SILENCE=20",
        "--no-control-socket",
        "--forwarded-allow-ips=",
    ],
)
def test_the_server_is_told(expected):
    command = gunicorn_command("config.wsgi.application", port=8000, processes=3, threads=4, silence=20)
    assert expected in command


def test_a_port_where_nobody_speaks_http_does_not_answer():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        assert not answers(holder.getsockname()[1])


def test_the_media_folder_is_made_on_the_first_start(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "new" / "media"
    preflight.open_storage()
    assert settings.MEDIA_ROOT.is_dir()


def test_a_media_folder_that_cannot_be_written_is_named(settings, tmp_path):
    (tmp_path / "file").write_text("in the way")
    settings.MEDIA_ROOT = tmp_path / "file" / "media"
    with pytest.raises(CommandError, match=r"MEDIA_ROOT \(.*media\) cannot be written"):
        preflight.open_storage()

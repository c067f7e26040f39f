"""`manage.py draw_workflows`: docs/workflows.md anew."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from portfolio.workflow.diagrams import document


class Command(BaseCommand):
    help = "Draws the workflows into docs/workflows.md."

    def handle(self, *args: Any, **options: Any) -> None:
        page = Path(settings.BASE_DIR) / "docs" / "workflows.md"
        page.write_text(document())
        self.stdout.write(f"{page.relative_to(settings.BASE_DIR)} is drawn.")

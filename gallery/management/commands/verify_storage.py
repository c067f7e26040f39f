"""Finds every disagreement between rows and files, and with --repair mends what can be mended."""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gallery.models import File, Rendition
from gallery.storage import StorageTrouble
from gallery.upkeep import verifying
from gallery.upkeep.progress import with_progress
from gallery.upkeep.verifying import (
    Fault,
    Finding,
    StorageAway,
    check_originals,
    check_orphans,
    check_published,
    check_renditions,
    require_storage,
)


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help="remove orphans, draw missing renditions again")
        parser.add_argument("--deep", action="store_true", help="read every original and compare its SHA-256")

    def handle(self, *args: Any, repair: bool = False, deep: bool = False, **options: Any) -> None:
        try:
            require_storage()
        except (StorageAway, StorageTrouble) as error:
            raise CommandError(str(error)) from error
        found: Counter[Fault] = Counter()
        rounds = (
            ("originals", check_originals(deep=deep), File.objects.count()),
            ("renditions", check_renditions(), Rendition.objects.count()),
            ("published copies", check_published(), Rendition.objects.filter(is_published=True).count()),
            ("names in storage", check_orphans(), None),
        )
        try:
            for what, findings, total in rounds:
                for finding in with_progress(findings, what=what, total=total, out=self.stderr):
                    if finding:
                        found[finding.fault] += 1
                        self.tell(finding, mend=repair)
        except StorageTrouble as error:
            raise CommandError(f"{error}. Run it again at any time: what is mended stays mended.") from error
        except KeyboardInterrupt:
            self.stdout.write("Stopped. Run it again at any time: what is mended stays mended.")
            return
        self.conclude(found, mended=repair)

    def tell(self, finding: Finding, *, mend: bool) -> None:
        outcome = f": {verifying.repair(finding)}" if mend else ""
        subject = f" of {finding.subject}" if finding.subject else ""
        self.stdout.write(f"{finding.fault.value}: {finding.name}{subject}{outcome}")

    def conclude(self, found: Counter[Fault], *, mended: bool) -> None:
        if not found:
            self.stdout.write("Rows and files agree.")
            return
        lost = found[Fault.MISSING_ORIGINAL] + found[Fault.DAMAGED_ORIGINAL]
        self.stdout.write(f"{found.total()} disagreements, {lost} of them originals that only a backup can bring back.")
        if not mended:
            self.stdout.write("Run it with --repair to mend the others.")
        if lost or not mended:
            raise SystemExit(1)

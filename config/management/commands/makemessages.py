"""Django's `makemessages`, set up for catalogues whose changes can be read."""

from typing import Any

from django.core.management.commands import makemessages

ELSEWHERE = ["benchmarks", "docs", "media", "requirements*.txt", "staticfiles", "*/tests/*", "conftest.py"]


class Command(makemessages.Command):
    """Sorted, without line numbers, dates and what is no longer said; a new text is empty, and never a guess."""

    xgettext_options = [*makemessages.Command.xgettext_options, "--sort-output"]
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--sort-output", "--no-fuzzy-matching"]

    def handle(self, *args: Any, **options: Any) -> None:
        """As Django's, for every language that has a catalogue."""
        quiet = {"no_location": True, "no_wrap": True, "no_obsolete": True, "add_location": None}
        ignored = [*options["ignore_patterns"], *ELSEWHERE]
        super().handle(*args, **options | quiet | {"all": not options["locale"], "ignore_patterns": ignored})

    def write_po_file(self, potfile: str, locale: str) -> None:
        """As Django's, from a template without its date, or every run would change the file."""
        with open(potfile, encoding="utf-8") as template:  # noqa: PTH123 - Django's paths are texts
            lines = [line for line in template if not line.startswith('"POT-Creation-Date')]
        with open(potfile, "w", encoding="utf-8") as template:  # noqa: PTH123
            template.writelines(lines)
        super().write_po_file(potfile, locale)

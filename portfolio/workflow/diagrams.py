"""Workflows as diagrams, in Mermaid's notation (mermaid.js.org/syntax/stateDiagram.html)."""

from itertools import groupby

from portfolio.workflow.machine import Workflow
from portfolio.workflow.tables import WORKFLOWS

HEAD = """# Workflows

Drawn from `portfolio/workflow/tables.py` by `manage.py draw_workflows`; a test holds this page to it. Beside each arrow stand
those who may take it; `clock` is the periodic task, `system` what follows where an account goes. An asterisk: a condition too.
"""


def document() -> str:
    """The whole page, in Markdown."""
    return "\n".join([HEAD, *(section(workflow) for workflow in WORKFLOWS)])


def section(workflow: Workflow) -> str:
    lines = "\n".join(f"    {arrow}" for arrow in arrows(workflow))
    return f"## {workflow.name.capitalize()}\n\n```mermaid\nstateDiagram-v2\n{lines}\n```\n"


def arrows(workflow: Workflow) -> list[str]:
    """One for each pair of statuses, with the roles that may take it."""
    first = next(iter(workflow.statuses)).value
    drawn = [f"[*] --> {first}"]
    transitions = sorted(workflow.transitions, key=lambda each: order_of(workflow, each.source, each.target))
    for (source, target), ways in groupby(transitions, key=lambda each: (each.source, each.target)):
        roles = ", ".join(f"{way.role}{'*' if way.guard else ''}" for way in ways)
        drawn.append(f"{source} --> {target}: {roles}")
    return drawn


def order_of(workflow: Workflow, *statuses: str) -> tuple[int, ...]:
    values: list[str] = list(workflow.statuses.values)
    return tuple(values.index(status) for status in statuses)

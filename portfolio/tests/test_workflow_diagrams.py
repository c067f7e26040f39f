"""The diagrams of the docs say what the tables say."""

from pathlib import Path

import pytest
from django.conf import settings

from portfolio.workflow.diagrams import arrows, document
from portfolio.workflow.tables import COMMISSION, WORKFLOWS


def test_the_page_of_the_docs_is_as_the_tables_have_it():
    page = Path(settings.BASE_DIR) / "docs" / "workflows.md"
    assert page.read_text() == document(), "run `manage.py draw_workflows`"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_every_way_is_drawn_once(workflow):
    drawn = arrows(workflow)[1:]
    assert len(drawn) == len({(way.source, way.target) for way in workflow.transitions})


def test_beside_an_arrow_stand_its_roles_and_whether_there_is_a_condition():
    assert arrows(COMMISSION)[0] == "[*] --> requested"
    assert "accepted --> in_progress: artist*" in arrows(COMMISSION)
    assert "requested --> cancelled: client, system" in arrows(COMMISSION)

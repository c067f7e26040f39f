"""Workflows: what leads from one status to another, told once.

machine    what a transition is, which are open to whom, and how one is made
tables     the workflows of exhibitions, submissions and commissions as data: the only place that names their moves
diagrams   the same drawn, for docs/workflows.md

From the tables come the checks, `allowed_transitions` of the API, the buttons on pages and in the admin, the diagrams, and the
test of all states.
"""

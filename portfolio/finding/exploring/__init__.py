"""Exploring: what somebody chose to see of the works on view, and what else there is to choose."""

"""Lines of a form that can be added and taken away (`static/js/rows.js`)."""

from django import forms

MORE = 2
"""So many empty ones a page brings, for browsers without script."""


class Rows(forms.BaseFormSet):
    """All rows may be left empty: one that is emptied is gone."""

    def initial_form_count(self) -> int:
        """None is there for good."""
        return 0

    def total_form_count(self) -> int:
        """Those that there are and some more to be filled."""
        if self.is_bound:
            return super().total_form_count()
        return min(self.max_num, len(self.initial or ()) + MORE)

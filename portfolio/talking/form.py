"""Where a comment is written: its fields are named as the API's, whose action says what is wrong with them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from social.models.comments import MAX_LENGTH


class CommentForm(forms.Form):
    """A text, and the comment that it answers."""

    comment_text = forms.CharField(
        label=_("Comment"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 3, "maxlength": MAX_LENGTH, "autocomplete": "off", "required": True}),
    )
    parent_comment_id = forms.UUIDField(required=False, widget=forms.HiddenInput)


class WordsForm(forms.Form):
    """Other words for a comment."""

    comment_text = forms.CharField(
        label=_("Comment"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 5, "maxlength": MAX_LENGTH, "autocomplete": "off", "required": True}),
    )

"""Comments for tests of pages."""

from social.actions.comments import write_comment
from social.models import Comment


def say(work, by, text="Fine light.", *, to=None) -> Comment:
    """A comment, or an answer to one."""
    return write_comment(artwork_id=work.pk, by=by, comment_text=text, parent_id=to.pk if to else None)


def said(page) -> list[str]:
    """The texts of a page's comments, in their order; tombstones too."""
    return [each.text for each in page.all("div", **{"class": "comment-text"})]


def post(client, path, **told):
    """As a form does."""
    return client.post(path, told, format="multipart")

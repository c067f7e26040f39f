"""What this room tells people later. Each task is safe to run twice."""

from uuid import UUID

from django_tasks import TaskContext, task

from social.notifying.announcing import announce
from social.notifying.digests import mail_digest_to, people_due
from social.notifying.mails import left_unsent, mail_line
from social.notifying.sweeping import sweep


@task(takes_context=True)
def mail_notification(context: TaskContext, notification_id: str) -> bool:
    """Mails one line to its recipient; whether it did."""
    return mail_line(UUID(notification_id), asked_at=context.task_result.enqueued_at)


@task(queue_name="background")
def announce_to_followers(artist_id: str, artwork_ids: list[str], site: str, after: int = 0) -> None:
    """Tells an artist's followers of new works, some hundreds, and asks for the next."""
    works = [UUID(each) for each in artwork_ids]
    last = announce(artist_id=UUID(artist_id), artworks=works, site=site, after=after)
    if last is not None:
        announce_to_followers.enqueue(artist_id, artwork_ids, site, last)


@task(takes_context=True)
def mail_digest(context: TaskContext, user_id: str) -> int:
    """Mails a person what is gathered for them, where it is due; returns how many lines."""
    return mail_digest_to(UUID(user_id), asked_at=context.task_result.enqueued_at)


@task()
def mail_digests() -> int:
    """The periodic task: asks for the digest of everyone who is due; returns how many they are."""
    people = list(people_due())
    for person in people:
        mail_digest.enqueue(str(person))
    return len(people)


@task()
def mail_what_was_left() -> int:
    """The periodic task: asks again for the mails that could not go while the mail server was away; returns how many."""
    left = list(left_unsent())
    for line in left:
        mail_notification.enqueue(str(line))
    return len(left)


@task(queue_name="background")
def sweep_notifications() -> int:
    """The periodic task: deletes what nobody needs to be told any more; returns how many lines."""
    return sweep()

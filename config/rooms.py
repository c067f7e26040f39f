"""What rooms do for each other that may not know each other: settings, as dotted paths, read where they are needed.

What is done in one transaction is done in this order, which is that of the locks.
"""

# What other rooms have to clear before an account goes
ACCOUNT_DELETION_STEPS = [
    "social.actions.leaving.lock_all_of",
    "social.actions.likes.delete_likes_of",
    "social.actions.commenters.delete_comments_of",
    "gallery.actions.unfinished.delete_uploads_of",
    "gallery.actions.files.delete_library_of",
    "social.actions.follows.delete_follows_of",
    "portfolio.commissions.leaving.settle_commissions_of",
    "social.notifying.steps.forget_person",
]
# What they have to settle where a person is shut out, or let in again. Decisions end behind works, as who leaves locks them.
ACCOUNT_STANDING_STEPS = [
    "social.actions.leaving.lock_all_of",
    "gallery.actions.standing.follow_standing",
    "social.actions.commenters.settle_comments_of",
    "portfolio.exhibitions.searching.follow_standing",
    "social.moderating.standing.end_suspensions",
    "social.notifying.steps.follow_standing",
]
# What tells somebody who is shut out where to read why: the path, or nothing
SUSPENSION_EXPLAINER = "social.moderating.links.way_to_suspension"
# What they have to do where works can be seen by anyone that could not, and where an album is opened to a person
ARTWORKS_PUBLISHED_STEPS = ["social.notifying.steps.announce_artworks"]
ALBUM_SHARED_STEPS = ["social.notifying.steps.tell_album_shared"]
# What people can be told of, and what that can be about: tuples of `social.notifying.kinds.Kind` and `Target`
NOTIFICATION_KINDS = [
    "social.notifying.own_kinds.KINDS",
    "portfolio.commissions.kinds.KINDS",
    "portfolio.exhibitions.kinds.KINDS",
]
NOTIFICATION_TARGETS = [
    "social.notifying.own_kinds.TARGETS",
    "portfolio.commissions.kinds.TARGETS",
    "portfolio.exhibitions.kinds.TARGETS",
]
# Which files of others they open to a person by their address: `opener(person)`, a subquery of ids
FILE_OPENERS = ["portfolio.commissions.attachments.opened_files"]
# and under which name: `name(file_id, person)`, None where they do not
OPENED_NAMES = ["portfolio.commissions.attachments.name_sent"]
# Which reservations of room they still hold, however old
RESERVATIONS_IN_USE = ["gallery.actions.unfinished.reservations_in_use"]
# What they have to renew where a person's name, copyright notice or answer to AI training is another
CREDIT_CHANGE_STEPS = ["gallery.actions.images.renew_credits", "gallery.search.index.rename_artist"]
# What they have to renew where a person's public profile is another, or new
PROFILE_CHANGE_STEPS = ["gallery.search.index.reindex_artist"]
# What search finds of theirs: a `gallery.search.kinds.Kind` each; by its kind how they tell of it, `tell(ids, viewer=…, base=…)`,
# and which of its texts a highlight is taken from
SEARCH_KINDS = ["portfolio.exhibitions.searching.KIND"]
SEARCH_TELLERS = {
    "artist": "portfolio.api.telling.tell_artists",
    "exhibition": "portfolio.api.exhibitions.telling.tell_exhibitions",
}
SEARCH_TEXTS = {"exhibition": "portfolio.exhibitions.searching.texts_of_exhibition"}
# What they tell of works beside what the gallery knows: of each in a list, and of one that is asked for alone
ARTWORK_ADDITIONS = ["social.api.additions.tell_liked", "portfolio.exhibitions.history.tell_exhibited"]
ARTWORK_WHOLE_ADDITIONS = ["portfolio.api.related.tell_beside"]
# What they count again of a person, and of a work
PERSON_RECOUNTS = ["social.upkeep.recount_follows"]
ARTWORK_RECOUNTS = ["social.upkeep.recount_likes", "social.upkeep.recount_shares", "social.upkeep.recount_comments"]
# What they tell of artists beside what the portfolio knows, and how an artist is told to themselves
ARTIST_ADDITIONS = ["social.api.additions.tell_followed"]
ARTIST_TELLER = "portfolio.api.telling.tell_artist"

# What is done again and again: how often (seconds); each is a task that is safe to run twice
PERIODIC_TASKS: dict[str, int] = {
    "accounts.tasks.sweeping.clear_sessions": 24 * 3600,
    "accounts.tasks.sweeping.clear_limits": 3600,
    "accounts.tasks.sweeping.release_stale_reservations": 3600,
    "gallery.tasks.sweep_staging": 3600,
    "gallery.tasks.sweep_uploads": 3600,
    "gallery.tasks.publish_due_artworks": 60,
    "gallery.tasks.render_unfinished": 3600,
    "gallery.tasks.index_what_is_missing": 24 * 3600,
    "gallery.tasks.forget_unused_copies": 24 * 3600,
    "gallery.tasks.forget_salts": 3600,
    "social.feed.sweeping.forget_walks": 3600,
    "social.tasks.mail_digests": 3600,
    "social.tasks.mail_what_was_left": 3600,
    "social.tasks.sweep_notifications": 24 * 3600,
    "portfolio.tasks.renew_trends": 15 * 60,
    "portfolio.tasks.remind_of_commissions": 3600,
    "portfolio.tasks.turn_exhibitions": 5 * 60,
    "portfolio.tasks.gather_statistics": 3600,
    "social.moderating.tasks.remove_what_is_due": 3600,
    "config.tasks.results.forget_old_results": 24 * 3600,
    "config.tasks.analysing.analyse": 6 * 3600,
}

"""`exhibitions` and what is below it.

exhibitions   calling, changing, listing; `requests`, `filters` what they take, `descriptions` what they tell
telling       exhibitions as answers, for a page of them at once
announcing, on_show, cover, jurors, conflicts   one route each
"""

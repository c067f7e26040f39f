"""What a page tells programs that read it: schema.org, as JSON-LD.

A page gives `linked_data(…)` of what it shows as `linked_data` to its template, and nothing where not everyone sees it or where
it is mature. A builder takes what the page was made of, so that none tells more than its reader was given, and asks no database.
"""

from portfolio.for_programs.linked_data.exhibitions import exhibitions_in_list, of_exhibition
from portfolio.for_programs.linked_data.lists import collection_page, pictures_in_list, works_in_list
from portfolio.for_programs.linked_data.pages import of_album, of_gallery, of_image, of_work
from portfolio.for_programs.linked_data.people import profile_page
from portfolio.for_programs.linked_data.site import website
from portfolio.for_programs.linked_data.trails import breadcrumbs
from portfolio.for_programs.linked_data.writing import linked_data

__all__ = [
    "breadcrumbs",
    "collection_page",
    "exhibitions_in_list",
    "linked_data",
    "of_album",
    "of_exhibition",
    "of_gallery",
    "of_image",
    "of_work",
    "pictures_in_list",
    "profile_page",
    "website",
    "works_in_list",
]

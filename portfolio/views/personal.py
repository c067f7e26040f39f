"""Pages that bear the name of who is signed in."""

from django.views.decorators.cache import cache_control

# None may be kept by a cache between.
personal = cache_control(private=True, no_cache=True)

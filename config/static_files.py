"""How static files are named and kept."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Each under a name that holds a hash of its bytes, and compressed; modules import each other by these names."""

    support_js_module_import_aggregation = True

"""What people do with the library: every write that a person causes, called by API, pages and admin alike."""

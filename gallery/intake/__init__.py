"""The entrance: what arrives is staged, named, recognised by its bytes and searched, before anything is kept."""

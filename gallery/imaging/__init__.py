"""The darkroom: pure functions on bytes and pictures. Pillow and imagekit are imported nowhere else.

No request, no database. The rest of the house calls `darkroom`, which does the work in limited processes.
"""

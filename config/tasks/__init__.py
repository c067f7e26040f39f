"""Work done later: Django's Tasks API on a table, with retry, reconciler and clock, which the API leaves to us.

    backend     a task becomes a row, in the transaction of whoever asks for it
    claims      the life of that row, as conditional updates: claimed, done, tried again, given up, handed back
    retries     when a failed task is tried again, and when no more (arithmetic alone)
    running     one claimed task: called, its outcome recorded
    beats       a worker's sign of life
    reconciler  what a killed worker left is put back
    periodic    settings.PERIODIC_TASKS, each asked for once however many workers there are
    results     old results are removed
    worker      threads that do all this until told to stop
    children, preflight, server   what `manage.py serve` is made of

What a task must be: safe to run twice. A worker may die after a task's effect and before its record, and then the
task runs again.
"""

"""Standards S1 to S50 of the database: each rule is a function that looks for what breaks it (``manage.py standards``).

``catalogue`` reads a live database of either vendor, ``declared`` what the models say, ``rules`` hold the rules by
meaning, ``exemptions`` is the one place for exceptions.
"""

"""The audit matrix of behaviour.md section 21 as data (``matrix``), and one action per case (``cases``).

A case is a generator: it arranges, yields, acts over HTTP (jobs are called), and yields a ``Done`` that says who acted.
What the action writes to the authentication events, the activity, the history tables and the role trail is compared
with the case in full: types, counts, actor, person concerned, address attempted, company, request.
"""

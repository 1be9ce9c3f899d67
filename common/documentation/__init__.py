"""Documents about the database, generated from the live catalogue and the models (``manage.py docs``)."""

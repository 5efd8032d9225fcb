"""The only package that knows SQLAlchemy: rows, units of work, files, the journal."""

"""Values and rules of management systems: the standard library only, no storage, no toolkit."""

"""The window: PySide6 on top of services. It asks and shows; rules, queries and files are elsewhere."""

"""Starts isodesk as `python -m isodesk`."""

from isodesk.app.main import main

raise SystemExit(main())

"""Starts isodesk from a checkout."""

from isodesk.app.main import main

raise SystemExit(main())

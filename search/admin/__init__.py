"""What the search adds to Wagtail's admin: its own search of pages, and choosing by any name."""

"""For portals without programmers: feeds, sitemaps, and news to embed in a page."""

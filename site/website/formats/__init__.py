"""Dates, times and numbers as Vietnam writes them; Django's own `vi` reads ISO and American dates."""

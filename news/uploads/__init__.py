"""Photos as they come in: read, checked, made new, and asked what they tell of themselves."""

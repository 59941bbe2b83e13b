"""Running text as every room shows it: what stays on one line, and what can be pressed."""

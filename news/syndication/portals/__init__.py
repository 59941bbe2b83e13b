"""What provincial sites may take and send, how often they may ask, and how much they did."""

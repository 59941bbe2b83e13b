"""Telling portals that something public changed, by the scheme of standardwebhooks.com.

A webhook is a hint, the feed is the truth: what is posted says which object changed, and the portal
asks for the rest. From `telling` (publications become deliveries) by way of `posting` (one loop,
a thread for each address that is being called) to `settling` (what an answer means).
"""

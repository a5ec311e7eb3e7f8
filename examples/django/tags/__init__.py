"""The tag tutorial on the real djust."""

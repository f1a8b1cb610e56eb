"""The instances of others, read into our activities; their files stay outside of this repository."""

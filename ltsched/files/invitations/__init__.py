"""Invitations sent, answers that came, and the ledger of both."""

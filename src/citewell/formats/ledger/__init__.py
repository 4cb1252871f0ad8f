"""Formats for the ledger of claims."""

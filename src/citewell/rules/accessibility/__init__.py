"""Rules about pictures and tables for everybody."""

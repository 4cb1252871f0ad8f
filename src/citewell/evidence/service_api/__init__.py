"""What every service has in common: its interface, the results it gives, and reading JSON and XML from the web."""

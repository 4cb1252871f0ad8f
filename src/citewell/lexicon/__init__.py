"""What is known about words, countries, numbers and organisations: tables, and the patterns that find them in texts."""

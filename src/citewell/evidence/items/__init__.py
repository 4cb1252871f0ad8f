"""References as data from elsewhere: their normal form, dates, keys, and the text a bibliography file has of them."""

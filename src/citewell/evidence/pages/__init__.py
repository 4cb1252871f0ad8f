"""Reading what an address answered with: its titles, its words, and what it says of itself."""

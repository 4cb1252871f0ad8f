"""From what one look at a reference found to its verdict; nothing here asks anybody."""

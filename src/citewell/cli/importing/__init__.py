"""What `citewell import` does with files and addresses: reading, looking up, writing and reporting."""

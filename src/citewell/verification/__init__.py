"""Claims with their evidence for programs and people elsewhere, and the verdicts that they send back."""

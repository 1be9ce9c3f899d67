"""Client of the Australian Business Register: needs no Django and no database (abr.md sections 1 to 3)."""

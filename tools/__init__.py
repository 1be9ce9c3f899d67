"""Developer tooling behind the Makefile. Nothing here is part of the product."""

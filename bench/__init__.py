"""Benchmarks of the product: ratios against their baselines (`make bench`)."""

"""Atelier beside its references, measured in the same run. See docs/benchmarks.md."""

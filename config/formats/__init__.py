"""How dates are written, where a language has a habit of its own or Django another than ours."""

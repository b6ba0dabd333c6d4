"""Speed and memory, measured side by side: ``python -m benchmarks`` (``make bench``); see README.md."""

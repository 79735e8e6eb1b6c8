"""Reports as metrics in the text format of OpenMetrics, which Prometheus reads."""

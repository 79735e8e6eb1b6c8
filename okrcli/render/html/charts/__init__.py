"""Charts as inline SVG: pure functions from values to markup, coloured by the page's style."""

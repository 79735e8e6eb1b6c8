"""A workspace whose only key result has a title of interest."""

import json

CX = "objectives/2026-Q4/cx.yaml"


def files_with_title(title: str) -> dict[str, str]:
    key_result = f"  - {{id: a, title: {json.dumps(title, ensure_ascii=False)}, type: metric}}\n"
    return {CX: f"title: Customers recommend us\nkey_results:\n{key_result}"}

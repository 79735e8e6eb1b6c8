"""What is not connected in a tree of objectives."""

from collections.abc import Iterator

from okrcli.views.tree import TreeNode


def remarks_on(node: TreeNode) -> Iterator[str]:
    """Yield what is missing around *node*, in a few words each."""
    if node.is_orphan:
        yield "serves no other objective"
    if node.is_unserved:
        yield "no team below serves it"
    for key_result in node.unowned:
        yield f"nobody owns {key_result.id}"

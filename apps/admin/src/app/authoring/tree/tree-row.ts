import type { PartAddress } from '@kilim/indicators';

/** Two ways to look at a version: as a city meets it, page by page, or as it is scored, from the index down. */
export type TreeView = 'form' | 'scores';

export type RowKind =
  | 'questionnaire'
  | 'section'
  | 'question'
  | 'indicator'
  | 'composite'
  | 'index'
  | 'validation'
  | 'term'
  /** A heading above parts that stand together; nothing that one opens. */
  | 'group';

/** One line of the tree. */
export interface TreeRow {
  /** Its place in the tree: an indicator may stand in several means. */
  readonly key: string;
  readonly kind: RowKind;
  /** What it opens; a group opens nothing. */
  readonly part: PartAddress;
  /** Of an area in a mean: its membership, which is what is moved there. */
  readonly member?: PartAddress;
  readonly parent?: string;
  readonly level: number;
  readonly position: number;
  readonly size: number;
  /** Undefined: there is nothing in it. */
  readonly isOpen?: boolean;
  readonly code: string;
  readonly title: string;
  /** Points or share, at the end of the line. */
  readonly detail: string;
}

/** A part of the tree before it is laid out in lines. */
export interface TreeNode {
  readonly kind: RowKind;
  readonly part: PartAddress;
  readonly member?: PartAddress;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly children: readonly TreeNode[];
}

/** Lays a tree out in the lines that can be seen. Parts are closed unless they are in `open`. */
export function layOut(nodes: readonly TreeNode[], open: ReadonlySet<string>): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const walk = (siblings: readonly TreeNode[], level: number, parent: string | undefined): void => {
    siblings.forEach((node, at) => {
      const { children, ...facts } = node;
      const key = parent === undefined ? node.part : `${parent}>${node.part}`;
      const isOpen = open.has(key);
      rows.push({
        ...facts,
        ...{ key, level, position: at + 1, size: siblings.length },
        ...(parent !== undefined && { parent }),
        ...(children.length > 0 && { isOpen }),
      });
      if (isOpen) walk(children, level + 1, key);
    });
  };
  walk(nodes, 1, undefined);
  return rows;
}

/** Only what fits a search, with everything above it; and the keys to be open so that it is seen. */
export function narrowed(
  nodes: readonly TreeNode[],
  fits: (node: TreeNode) => boolean,
): { readonly nodes: readonly TreeNode[]; readonly open: ReadonlySet<string> } {
  const open = new Set<string>();
  const narrow = (siblings: readonly TreeNode[], parent: string | undefined): readonly TreeNode[] =>
    siblings.flatMap((node) => {
      const key = parent === undefined ? node.part : `${parent}>${node.part}`;
      const children = narrow(node.children, key);
      if (children.length > 0) open.add(key);
      return children.length > 0 || fits(node) ? [{ ...node, children }] : [];
    });
  return { nodes: narrow(nodes, undefined), open };
}

/** The keys above the first line that shows a part, so that opening them brings it into sight. */
export function waysTo(nodes: readonly TreeNode[], part: PartAddress): readonly string[] | undefined {
  const search = (siblings: readonly TreeNode[], above: readonly string[]): readonly string[] | undefined => {
    for (const node of siblings) {
      if (node.part === part) return above;
      const key = above.length === 0 ? node.part : `${above.at(-1) ?? ''}>${node.part}`;
      const found = search(node.children, [...above, key]);
      if (found) return found;
    }
    return undefined;
  };
  return search(nodes, []);
}

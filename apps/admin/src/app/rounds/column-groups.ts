/** A run of columns under a common head, or under none. */
export interface ColumnGroup {
  /** The composite all of them belong to. */
  readonly of?: string;
  readonly span: number;
}

/** Neighbouring columns that are members of the same composite come under one head. */
export function columnGroups(
  columns: readonly string[],
  composites: readonly { readonly id: string; readonly members: readonly { readonly of: string }[] }[],
): readonly ColumnGroup[] {
  const groupOf = new Map(
    composites.flatMap(({ id, members }) => members.map(({ of }) => [of, id] as const)),
  );
  const groups: { of?: string; span: number }[] = [];
  for (const column of columns) {
    const of = groupOf.get(column);
    const last = groups.at(-1);
    if (last !== undefined && last.of === of) last.span += 1;
    else groups.push({ ...(of !== undefined && { of }), span: 1 });
  }
  return groups;
}

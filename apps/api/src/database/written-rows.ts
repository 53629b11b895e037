/** What of a statement's result tells whether rows were changed. */
export interface QueryResultLike {
  readonly raw: unknown;
  readonly affected?: number | null;
  readonly records?: readonly unknown[];
}

const WRITES = /^\s*(insert|update|delete|replace|merge|with)\b/i;
const TABLE = /^\s*(?:insert\s+into|update|delete\s+from)\s+"?(\w+)"?/i;

/** Whether a statement changed rows. One that says how many is believed; one that only returns rows changed those. */
export function hasChanged(sql: string, result: QueryResultLike): boolean {
  if (!WRITES.test(sql)) return false;
  return (result.affected ?? result.records?.length ?? 0) > 0;
}

/** The table of which a statement changes rows; undefined when it does not say so at its beginning. */
export function changedTable(sql: string): string | undefined {
  return TABLE.exec(sql)?.[1];
}

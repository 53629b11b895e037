const NAME = 'kilim.visit.';

/**
 * Shows the other tabs that a visit goes on, for as long as its tab is open, however it is closed in the end.
 *
 * @returns how to end it
 */
export function beginVisit(visitId: string): () => void {
  let end: () => void = () => undefined;
  const lasting = new Promise<void>((resolve) => (end = resolve));
  // Without a place that all tabs share none can tell of itself.
  void locks()?.request(NAME + visitId, () => lasting);
  return () => end();
}

/** The visits that go on in this browser. Where tabs can not tell each other, all others count as gone. */
export async function openVisits(): Promise<ReadonlySet<string>> {
  const { held = [], pending = [] } = (await locks()?.query()) ?? {};
  const names = [...held, ...pending].map(({ name = '' }) => name);
  return new Set(names.filter((name) => name.startsWith(NAME)).map((name) => name.slice(NAME.length)));
}

/** Only browsers with an encrypted connection have them. */
function locks(): LockManager | undefined {
  return (navigator as { readonly locks?: LockManager }).locks;
}

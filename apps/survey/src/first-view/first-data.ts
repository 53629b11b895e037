import { addressOf, readSession } from '@kilim/contracts';

/** Who stays longer than that asks the server anew. */
const FRESH_MS = 60_000;

/** What the server has put into the page, by address, so that the program need not ask for it; read at first use. */
let given: Map<string, unknown> | undefined;
let owner: string | undefined;

/** Whether the page came with something. */
export function hasFirstData(): boolean {
  return document.getElementById('first-data') !== null;
}

/** Whether what was given for an address has not been taken. */
export function isGivenYet(address: string): boolean {
  return theGiven().has(address);
}

/** What was given for an address, once; undefined when nothing is left. */
export function takeFirst(address: string): unknown {
  const all = theGiven();
  const body = all.get(address);
  all.delete(address);
  return body;
}

/** Forgets what was given to somebody else. */
export function keepFirstFor(accountId: string | undefined): void {
  if (theGiven().size > 0 && accountId !== owner) theGiven().clear();
}

/** Where the scores stand with which a page of an assessment comes. */
export function placeOfScores(assessmentId: string): string {
  return `scores of ${assessmentId}`;
}

/** When the server answered, by the device's clock: when the page began to arrive. */
export function firstDataAt(): number {
  const [visit] = performance.getEntriesByType('navigation');
  return performance.timeOrigin + ((visit as PerformanceNavigationTiming | undefined)?.responseStart ?? 0);
}

function theGiven(): Map<string, unknown> {
  if (!given) {
    given = readGiven();
    const session = given.get(addressOf(readSession.path)) as { account: { id: string } } | undefined;
    owner = session?.account.id;
  }
  if (performance.now() > FRESH_MS) given.clear();
  return given;
}

function readGiven(): Map<string, unknown> {
  const text = typeof document === 'undefined' ? null : document.getElementById('first-data')?.textContent;
  return new Map(Object.entries(JSON.parse(text ?? '{}') as Record<string, unknown>));
}

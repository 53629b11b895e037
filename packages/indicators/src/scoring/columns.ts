import type { Address } from '../answers/address.js';
import { addressOf } from '../answers/place.js';
import type { Answer, Answers } from '../answers/answer.js';
import type { FindingInput } from './finding-input.js';
import type { Basis, Column } from './score.js';

/** Whose column counts, and what the columns other than the claims hold. */
export interface ScoreOptions {
  readonly basis: Basis;
  /** In any order; used on the bases `found` and `agreed`. */
  readonly findings?: readonly FindingInput[];
  /** Agreed values by address; used on the basis `agreed`. */
  readonly agreed?: Answers;
}

/** The answer that counts at an address, and whose it is. */
export interface LaidAnswer {
  readonly answer: Answer;
  readonly column: Column;
  /** When `column` is `finding`. */
  readonly findingId?: string;
}

/**
 * Lays the columns over each other: the claims; on `found` the first reader's newest finding per address over them;
 * on `agreed` the agreed values on top. A newest finding that was withdrawn leaves the claim (not an older finding).
 * Second readings are never laid. Addresses the version does not know are kept: the caller passes them over.
 */
export function layColumns(claims: Answers, options: ScoreOptions): ReadonlyMap<Address, LaidAnswer> {
  const laid = new Map<Address, LaidAnswer>();
  for (const [address, answer] of Object.entries(claims)) laid.set(address, { answer, column: 'claim' });
  if (options.basis === 'claimed') return laid;
  for (const finding of standingFindings(options.findings ?? [])) {
    const { answer, id } = finding;
    if (answer !== null) laid.set(addressOfFinding(finding), { answer, column: 'finding', findingId: id });
  }
  if (options.basis === 'found') return laid;
  for (const [address, answer] of Object.entries(options.agreed ?? {}))
    laid.set(address, { answer, column: 'agreed' });
  return laid;
}

/** Where a finding lies. */
export function addressOfFinding({ question, instance }: FindingInput): Address {
  return addressOf(question, instance);
}

/**
 * A reader's newest finding per address, sorted by it; of equal sequences the one with the greater id. One that was
 * withdrawn is among them, without an answer.
 *
 * @param reader whose; the first one's alone count
 */
export function standingFindings<F extends FindingInput>(
  findings: readonly F[],
  reader: FindingInput['reader'] = 'first',
): readonly F[] {
  const newest = new Map<Address, F>();
  for (const finding of findings) {
    if (finding.reader !== reader) continue;
    const address = addressOfFinding(finding);
    const known = newest.get(address);
    if (known === undefined || isNewer(finding, known)) newest.set(address, finding);
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}

function isNewer(finding: FindingInput, known: FindingInput): boolean {
  const isAsNew = finding.sequence === known.sequence;
  return isAsNew ? finding.id > known.id : finding.sequence > known.sequence;
}

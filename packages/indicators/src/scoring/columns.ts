import * as z from 'zod';
import { Answer, type Answers } from '../answers/answer.js';
import { Id } from '../definition/identity.js';
import type { Basis, Column } from './score.js';

/** What an expert found for one question. Only the newest of the first reader counts; see `layColumns`. */
export const FindingInput = z
  .strictObject({
    id: z.string(),
    question: Id,
    reader: z.enum(['first', 'second']),
    /** Rises with every finding of an assessment: the highest is the newest. */
    sequence: z.int(),
    /** The value found; null: the finding is withdrawn and the claim stands. */
    answer: Answer.nullable(),
  })
  .meta({ id: 'FindingInput' });
export type FindingInput = z.infer<typeof FindingInput>;

/** Whose column counts, and what the columns other than the claims hold. */
export interface ScoreOptions {
  readonly basis: Basis;
  /** In any order; used on the bases `found` and `agreed`. */
  readonly findings?: readonly FindingInput[];
  /** Agreed values by question id; used on the basis `agreed`. */
  readonly agreed?: Answers;
}

/** The answer that counts for a question, and whose it is. */
export interface LaidAnswer {
  readonly answer: Answer;
  readonly column: Column;
  /** When `column` is `finding`. */
  readonly findingId?: string;
}

/**
 * Lays the columns over each other: the claims; on `found` the first reader's newest finding per question over them;
 * on `agreed` the agreed values on top. A newest finding that was withdrawn leaves the claim (not an older finding).
 * Second readings are never laid. Ids the version does not know are kept: the caller passes them over.
 */
export function layColumns(claims: Answers, options: ScoreOptions): ReadonlyMap<Id, LaidAnswer> {
  const laid = new Map<Id, LaidAnswer>();
  for (const [question, answer] of Object.entries(claims)) laid.set(question, { answer, column: 'claim' });
  if (options.basis === 'claimed') return laid;
  for (const { question, answer, id } of standingFindings(options.findings ?? []))
    if (answer !== null) laid.set(question, { answer, column: 'finding', findingId: id });
  if (options.basis === 'found') return laid;
  for (const [question, answer] of Object.entries(options.agreed ?? {}))
    laid.set(question, { answer, column: 'agreed' });
  return laid;
}

/** The first reader's newest finding per question, sorted by question; of equal sequences the one with the greater id. */
export function standingFindings(findings: readonly FindingInput[]): readonly FindingInput[] {
  const newest = new Map<Id, FindingInput>();
  for (const finding of findings) {
    if (finding.reader !== 'first') continue;
    const known = newest.get(finding.question);
    if (known === undefined || isNewer(finding, known)) newest.set(finding.question, finding);
  }
  return [...newest.values()].sort((a, b) => (a.question < b.question ? -1 : 1));
}

function isNewer(finding: FindingInput, known: FindingInput): boolean {
  if (finding.sequence !== known.sequence) return finding.sequence > known.sequence;
  return finding.id > known.id;
}

import type { EvidenceKind, EvidenceRule } from '../definition/evidence-rule.js';

/** A piece of evidence as far as a rule is concerned with it. */
export interface EvidencePiece {
  /** What it is; none of both for one that is only described. */
  readonly kinds: readonly EvidenceKind[];
  /** When it was issued: `2025`, `2025-03` or `2025-03-14`; absent: unknown. */
  readonly date?: string | undefined;
}

/** Why no piece satisfies a rule: there is none, none of the kinds asked for, or none young enough. */
export type EvidenceLack = 'missing' | 'kind' | 'age';

/**
 * What keeps evidence from satisfying a rule; undefined when a piece does, or when the rule requires none. A piece whose
 * date is unknown is as old as can be.
 *
 * @param today `YYYY-MM-DD`
 */
export function evidenceLack(
  rule: EvidenceRule | undefined,
  pieces: readonly EvidencePiece[],
  today: string,
): EvidenceLack | undefined {
  if (rule?.need !== 'required') return undefined;
  if (pieces.length === 0) return 'missing';
  const { kinds, maximumAgeYears } = rule;
  const fitting = pieces.filter((piece) => !kinds || piece.kinds.some((kind) => kinds.includes(kind)));
  if (fitting.length === 0) return 'kind';
  if (maximumAgeYears === undefined) return undefined;
  return fitting.some(({ date }) => isYoungEnough(date, maximumAgeYears, today)) ? undefined : 'age';
}

/**
 * Whether something issued then is at most so many years old. A month or a year counts by its last day: what may be
 * young enough is.
 *
 * @param date  `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined: unknown
 * @param today `YYYY-MM-DD`
 */
export function isYoungEnough(date: string | undefined, years: number, today: string): boolean {
  if (date === undefined) return false;
  const oldest = String(Number(today.slice(0, 4)) - years).padStart(4, '0') + today.slice(4);
  // Days of equal length compare as text; what is left out of a date stands for its end.
  return date.padEnd(10, '~') >= oldest;
}

import type { AssessmentState, RoundRow } from '@kilim/contracts';
import type { TextKey } from '../language/text-key';

/** The way of a round in five phases, with the states each holds. Who declined or withdrew stands in none. */
export const PHASES = [
  { name: 'invited', words: 'phase.invited', states: ['invited'] },
  { name: 'answering', words: 'phase.answering', states: ['inProgress'] },
  { name: 'submitted', words: 'phase.submitted', states: ['submitted'] },
  { name: 'verifying', words: 'phase.verifying', states: ['underVerification', 'clarification'] },
  { name: 'verified', words: 'phase.verified', states: ['verified', 'agreed', 'published'] },
] as const satisfies readonly {
  readonly name: string;
  readonly words: TextKey;
  readonly states: readonly AssessmentState[];
}[];

export type PhaseName = (typeof PHASES)[number]['name'];

/** The cities of a round by phase. */
export function byPhase(rows: readonly RoundRow[]): ReadonlyMap<PhaseName, readonly RoundRow[]> {
  return new Map(
    PHASES.map(({ name, states }) => {
      const held: readonly AssessmentState[] = states;
      return [name, rows.filter((row) => held.includes(row.state))];
    }),
  );
}

/** Where most cities are; the earlier phase where two hold as many. Undefined for a round without cities. */
export function busiestPhase(phases: ReadonlyMap<PhaseName, readonly RoundRow[]>): PhaseName | undefined {
  let busiest: PhaseName | undefined;
  let most = 0;
  for (const [name, rows] of phases) {
    if (rows.length > most) [busiest, most] = [name, rows.length];
  }
  return busiest;
}

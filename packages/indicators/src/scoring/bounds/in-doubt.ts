import type { Address } from '../../answers/address.js';
import type { Answers } from '../../answers/answer.js';
import { sameAnswer } from '../../answers/same-answer.js';
import { questionStates } from '../../answers/standing.js';
import { placeOf } from '../../answers/place.js';
import type { CompiledQuestionnaire } from '../../definition/compiled.js';
import type { Id } from '../../definition/identity.js';
import { addressOfFinding, layColumns, standingFindings, type ScoreOptions } from '../columns.js';
import type { FindingInput } from '../finding-input.js';
import type { Interval } from '../score.js';
import { possibleScores } from './possible-scores.js';

/** Which answers are doubted: those no expert has judged, or those an expert found to be otherwise. */
export type Doubt = 'unverified' | 'disputed';

/** The addresses of the claims in doubt. Second readings verify nothing. */
export function answersInDoubt(
  compiled: CompiledQuestionnaire,
  claims: Answers,
  findings: readonly FindingInput[],
  doubt: Doubt,
): ReadonlySet<Address> {
  const found = new Map(standingFindings(findings).map((each) => [addressOfFinding(each), each.answer]));
  const inDoubt = Object.keys(claims).filter((address) => {
    const finding = found.get(address);
    if (doubt === 'unverified') return finding === undefined || finding === null;
    if (finding === undefined || finding === null) return false;
    const kind = compiled.byId.get(placeOf(address).question)?.question.kind;
    return !sameAnswer(kind, finding, claims[address]);
  });
  return new Set(inDoubt);
}

/**
 * What every indicator, composite and index could still come to if the answers in doubt turned out to be anything: its
 * interval with them taken for open, by id. Absent where no completion has a score.
 */
export function possibleInDoubt(
  compiled: CompiledQuestionnaire,
  claims: Answers,
  options: ScoreOptions,
  inDoubt: ReadonlySet<Address>,
): ReadonlyMap<Id, Interval> {
  const laid = layColumns(claims, options);
  const states = questionStates(compiled, (address) =>
    inDoubt.has(address) ? undefined : laid.get(address)?.answer,
  );
  const possible = [...possibleScores(compiled, states)];
  return new Map(possible.flatMap(([id, { interval }]) => (interval ? [[id, interval]] : [])));
}

import type { VersionChange } from './version-change.js';

/** Fields that no score hangs on, whatever kind of part they are of. */
const NO_SCORE: ReadonlySet<string> = new Set([
  'required',
  'evidence',
  'quality',
  'narrative',
  'derivedFrom',
  'weightTotal',
  'illustrative',
  'rules/coverageToPublish',
]);

/** Whether a change may move a score. Wording never does, nor what is demanded of a city or must hold across answers. */
export function mayMoveScores({ kind, list, field = '' }: VersionChange): boolean {
  if (kind === 'wording' || list === 'validations') return false;
  return !NO_SCORE.has(field) && !NO_SCORE.has(field.split('/')[0] ?? '');
}

import type { Answer, Answers } from '../answers/answer.js';
import type { Address } from '../answers/address.js';
import { addressOfFinding, standingFindings, type ScoreOptions } from './columns.js';
import { ENGINE_VERSION } from './engine-version.js';
import type { Basis } from './score.js';

/** Everything a scorecard depended on, as plain JSON with all keys sorted: equal inputs have equal text. */
export interface ScoreInput {
  readonly agreed: Answers;
  readonly basis: Basis;
  readonly claims: Answers;
  readonly engine: string;
  /** Only findings that count, by address. */
  readonly findings: Readonly<Record<Address, { readonly answer: Answer; readonly id: string }>>;
  readonly questionnaire: string;
}

/**
 * What to hash and store beside a scorecard, so that one can tell later whether it still stands: leaves out what has no
 * part in it (second readings, older and withdrawn findings, columns that the basis does not use).
 *
 * @param questionnaireHash the content hash of the version, which stands for its structure, points and weights
 */
export function inputOf(questionnaireHash: string, claims: Answers, options: ScoreOptions): ScoreInput {
  const { basis } = options;
  const findings = basis === 'claimed' ? [] : standingFindings(options.findings ?? []);
  return {
    agreed: sortedKeys(basis === 'agreed' ? (options.agreed ?? {}) : {}),
    basis,
    claims: sortedKeys(claims),
    engine: ENGINE_VERSION,
    findings: Object.fromEntries(
      findings.flatMap((finding) => {
        const { answer, id } = finding;
        return answer === null ? [] : [[addressOfFinding(finding), { answer: sortedKeys(answer), id }]];
      }),
    ),
    questionnaire: questionnaireHash,
  };
}

/** A copy of plain JSON with the keys of every object in code-unit order. */
function sortedKeys<Json>(json: Json): Json {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((each: unknown) => sortedKeys(each)) as Json;
  const entries = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, sortedKeys(value as unknown)])) as Json;
}

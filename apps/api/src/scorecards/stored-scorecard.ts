import {
  ENGINE_VERSION,
  inputOf,
  scoreAssessment,
  type Answers,
  type Basis,
  type FindingInput,
  type Scorecard,
} from '@kilim/indicators';
import { contentHash } from '../questionnaires/content-hash.js';
import type { FrozenVersion } from '../questionnaires/published-version.js';
import { numbersOf, type ScorecardNumbers } from './numbers.js';

/** The columns of an assessment, from which everything about its scores follows. */
export interface Columns {
  readonly version: FrozenVersion;
  readonly claims: Answers;
  readonly findings: readonly FindingInput[];
}

/** A scorecard with what it was computed from and by. */
export interface ComputedScorecard {
  readonly scorecard: Scorecard;
  readonly engineVersion: string;
  /** SHA-256 of the canonical JSON of the engine's input. */
  readonly inputHash: string;
}

/** Scores an assessment on one basis; depends on nothing but the arguments. */
export function computeScorecard({ version, claims, findings }: Columns, basis: Basis): ComputedScorecard {
  const options = { basis, findings };
  return {
    scorecard: scoreAssessment(version.compiled, claims, options),
    engineVersion: ENGINE_VERSION,
    inputHash: contentHash(inputOf(version.hash, claims, options)),
  };
}

/** What is stored of a scorecard, without the time. */
export interface StoredScorecard {
  readonly basis: Basis;
  readonly numbers: ScorecardNumbers;
  readonly inputHash: string;
  readonly engineVersion: string;
}

/** The scorecards that an assessment has: the claimed one, and the found one as soon as there are findings. */
export function storedScorecards(columns: Columns): readonly StoredScorecard[] {
  const claimed = computeScorecard(columns, 'claimed');
  if (columns.findings.length === 0) return [stored(columns, claimed)];
  const found = computeScorecard(columns, 'found');
  return [claimed, found].map((each) => stored(columns, each));
}

function stored(columns: Columns, computed: ComputedScorecard): StoredScorecard {
  return {
    basis: computed.scorecard.basis,
    numbers: numbersOf({
      compiled: columns.version.compiled,
      claims: columns.claims,
      findings: columns.findings,
      scorecard: computed.scorecard,
    }),
    inputHash: computed.inputHash,
    engineVersion: computed.engineVersion,
  };
}

import { Basis, Interval, Score, Spread } from '@kilim/indicators';
import * as z from 'zod';
import { AssessmentState } from './assessment-state.js';
import { endpoint } from './endpoint.js';
import { Instant, Sha256, Uuid } from './identity.js';

/** The fewest cities of which a benchmark is shown: of fewer, single cities could be read off. */
export const BENCHMARK_MINIMUM = 5;

/** With whom a city is compared: who, how many, when. It is printed wherever the comparison is shown. */
export const Sample = z
  .strictObject({
    /** The cities of one round. */
    kind: z.literal('round'),
    name: z.string(),
    /** Cities whose index has a score, the compared one among them. */
    cities: z.int(),
    /** How many of those have submitted: the others may still change any answer. */
    submitted: z.int(),
    asOf: Instant,
    /** The fewest cities of which anything is shown. */
    minimum: z.int(),
  })
  .meta({ id: 'Sample' });
export type Sample = z.infer<typeof Sample>;

/** How the cities of a sample score in one indicator, composite or index. */
export const BenchmarkArea = z
  .strictObject({
    id: z.string(),
    code: z.string(),
    /** Cities with a score here. */
    cities: z.int(),
    /** Absent: withheld, since too few cities have a score here. */
    spread: Spread.optional(),
  })
  .meta({ id: 'BenchmarkArea' });
export type BenchmarkArea = z.infer<typeof BenchmarkArea>;

/** A score of an earlier round. */
const EarlierScore = z
  .strictObject({ id: z.string(), code: z.string(), score: Score, interval: Interval.optional() })
  .meta({ id: 'EarlierScore' });

/** The same city in a round that was opened before. */
export const EarlierAssessment = z
  .strictObject({
    assessmentId: Uuid,
    round: z.strictObject({ id: Uuid, name: z.string(), openedAt: Instant }),
    /** The method: two assessments with the same hash were asked and scored alike. */
    version: z.strictObject({ id: Uuid, version: z.string(), hash: Sha256 }),
    state: AssessmentState,
    stateSince: Instant,
    /** The column that the scores are of: found once there were findings, else claimed. */
    basis: Basis,
    indices: z.array(EarlierScore).readonly(),
    /** Indicators and composites. Ids stay the same over versions, so they can be set side by side. */
    areas: z.array(EarlierScore).readonly(),
    /** Whether the person asking may open it. */
    mayOpen: z.boolean(),
  })
  .meta({ id: 'EarlierAssessment' });
export type EarlierAssessment = z.infer<typeof EarlierAssessment>;

const params = z.strictObject({ assessmentId: Uuid });

export const readBenchmark = endpoint({
  method: 'GET',
  path: '/assessments/:assessmentId/benchmark',
  summary: 'How the cities of its round score at this moment; withheld where too few have a score',
  allow: 'assessment:read',
  params,
  response: z.strictObject({ sample: Sample, areas: z.array(BenchmarkArea).readonly() }),
  problems: [],
});

export const listEarlier = endpoint({
  method: 'GET',
  path: '/assessments/:assessmentId/earlier',
  summary: 'The scores of the same city in earlier rounds of the programme, oldest first',
  allow: 'assessment:read',
  params,
  response: z.strictObject({ earlier: z.array(EarlierAssessment).readonly() }),
  problems: [],
});

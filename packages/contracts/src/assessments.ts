import { Basis, Language, Scorecard } from '@kilim/indicators';
import * as z from 'zod';
import { Permission } from './access.js';
import { AssessmentState, StepName } from './assessment-state.js';
import { Deadline } from './deadline.js';
import { endpoint } from './endpoint.js';
import { Reader } from './reader.js';
import { Instant, Person, Sha256, Uuid, words } from './identity.js';
import { VersionSummary } from './questionnaires.js';
import { RoundKind } from './rounds.js';

const factWords = { name: z.string(), unit: z.string(), source: z.string() };

/** A figure about a city in one year, with where it comes from. */
export const CityFact = z
  .strictObject({
    ...factWords,
    year: z.int(),
    value: z.number(),
    /** The same words in other languages. */
    translations: z.record(Language, z.strictObject(factWords)).optional(),
  })
  .meta({ id: 'CityFact' });
export type CityFact = z.infer<typeof CityFact>;

/** One city in one round. */
export const Assessment = z
  .strictObject({
    id: Uuid,
    city: z.strictObject({
      id: Uuid,
      name: z.string(),
      country: z.string(),
      /** True for invented cities; screens say so. */
      fictional: z.boolean(),
      facts: z.array(CityFact).readonly(),
    }),
    round: z.strictObject({ id: Uuid, name: z.string(), kind: RoundKind, programmeName: z.string() }),
    version: VersionSummary,
    state: AssessmentState,
    stateSince: Instant,
    /** Why the city has its answers again after it had submitted, declined or left; absent: it has not had them back. */
    handedBack: z.strictObject({ at: Instant, by: Person, reason: z.string() }).optional(),
    deadline: Deadline,
    /** The server's clock when this was answered: the only one that decides. */
    now: Instant,
    /** What the person asking may do here. */
    may: z.array(Permission).readonly(),
    /** Sections that person may answer; absent: all. */
    sections: z.array(z.string()).readonly().optional(),
    /** As which reader that person verifies; absent for whoever does not. */
    reader: Reader.optional(),
  })
  .meta({ id: 'Assessment' });
export type Assessment = z.infer<typeof Assessment>;

const assessmentParams = z.strictObject({ assessmentId: Uuid });

export const listAssessments = endpoint({
  method: 'GET',
  path: '/assessments',
  summary: 'The assessments one may see',
  allow: 'signedIn',
  response: z.strictObject({ assessments: z.array(Assessment).readonly() }),
  problems: [],
});

export const readAssessment = endpoint({
  method: 'GET',
  path: '/assessments/:assessmentId',
  summary: 'One city in one round',
  allow: 'assessment:read',
  params: assessmentParams,
  response: Assessment,
  problems: [],
});

export const takeTransition = endpoint({
  method: 'POST',
  path: '/assessments/:assessmentId/transitions',
  summary:
    'Take a step from one state to another: submit, agree, publish, withdraw … Who may depends on the step',
  allow: 'assessment:read',
  params: assessmentParams,
  body: z.strictObject({
    transition: StepName,
    /** The state on the screen when the person decided. */
    from: AssessmentState,
    reason: words(2000).optional(),
  }),
  response: Assessment,
  status: 201,
  problems: [
    'access.forbidden',
    'assessment.locked',
    'assessment.incomplete',
    'assessment.stateChanged',
    'round.closed',
  ],
});

export const readScorecard = endpoint({
  method: 'GET',
  path: '/assessments/:assessmentId/scorecard',
  summary: 'Every score of an assessment with what it was made of, recomputed from its answers',
  allow: 'assessment:read',
  params: assessmentParams,
  query: z.strictObject({ basis: Basis.default('found') }),
  response: z.strictObject({
    scorecard: Scorecard,
    /** Which engine computed it, from what: the same input gives the same numbers anywhere. */
    engineVersion: z.string(),
    inputHash: Sha256,
    versionHash: Sha256,
  }),
  problems: [],
});

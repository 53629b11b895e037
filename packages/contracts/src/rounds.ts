import { Interval, PartProgress, Progress, Score } from '@kilim/indicators';
import * as z from 'zod';
import { AssessmentState } from './assessment-state.js';
import { Deadline } from './deadline.js';
import { endpoint } from './endpoint.js';
import { Instant, Uuid } from './identity.js';
import { VersionSummary } from './questionnaires.js';
import { Standing } from './standing.js';
import { WaitingReason } from './waiting.js';

/** Practice rounds run on demo data and never mix with real results. */
export const RoundKind = z.enum(['real', 'practice']).meta({ id: 'RoundKind' });
export type RoundKind = z.infer<typeof RoundKind>;

/** How a round is getting on, over the cities that one may see: those that declined or withdrew left out. */
export const RoundGlance = z
  .strictObject({
    /** Questions asked of all cities together; answered or not applicable; required and still open. */
    asked: z.int(),
    done: z.int(),
    requiredOpen: z.int(),
    /** Why one should look: how many cities each; what concerns none is left out. */
    waits: z.partialRecord(WaitingReason, z.int()),
    /** The next deadline of a city that has to submit or to reply to an expert, in that city's zone. */
    nextDeadline: Deadline.optional(),
    /** The last answer, finding or step in any city. */
    lastActivityAt: Instant.optional(),
  })
  .meta({ id: 'RoundGlance' });
export type RoundGlance = z.infer<typeof RoundGlance>;

export const RoundSummary = z
  .strictObject({
    id: Uuid,
    name: z.string(),
    kind: RoundKind,
    programme: z.strictObject({ id: Uuid, name: z.string() }),
    version: VersionSummary,
    deadline: Deadline,
    openedAt: Instant,
    /** How many of the cities that one may see are in each state; states with none are left out. */
    states: z.partialRecord(AssessmentState, z.int()),
    glance: RoundGlance,
  })
  .meta({ id: 'RoundSummary' });
export type RoundSummary = z.infer<typeof RoundSummary>;

/** One cell of the matrix: an indicator of a city. */
export const RoundCell = z
  .strictObject({
    ...PartProgress.shape,
    standing: Standing,
    /** On the basis that the assessment has reached: found once there are findings, else claimed. */
    score: Score,
    /** Absent when nothing that is still open can give it a score. */
    interval: Interval.optional(),
    /** Answered questions with at least one piece of evidence. */
    withEvidence: z.int(),
  })
  .meta({ id: 'RoundCell' });
export type RoundCell = z.infer<typeof RoundCell>;

/** One line of the matrix: a city's assessment. */
export const RoundRow = z
  .strictObject({
    assessmentId: Uuid,
    city: z.strictObject({ id: Uuid, name: z.string(), country: z.string() }),
    state: AssessmentState,
    stateSince: Instant,
    deadline: Deadline,
    /** Until when the city is to answer what experts ask of it, the soonest first; none unless it is asked. */
    replies: z.array(Deadline).readonly(),
    total: Progress,
    cells: z.array(RoundCell).readonly(),
    /** The version's indices, in its order. */
    indices: z
      .array(
        z.strictObject({ id: z.string(), code: z.string(), score: Score, interval: Interval.optional() }),
      )
      .readonly(),
    /** The last answer, finding or step; absent when nothing has happened yet. */
    lastActivityAt: Instant.optional(),
    /** Experts assigned to this assessment, or to the whole round. */
    experts: z.array(z.string()).readonly(),
  })
  .meta({ id: 'RoundRow' });
export type RoundRow = z.infer<typeof RoundRow>;

export const RoundOverview = z
  .strictObject({ ...RoundSummary.shape, now: Instant, rows: z.array(RoundRow).readonly() })
  .meta({ id: 'RoundOverview' });
export type RoundOverview = z.infer<typeof RoundOverview>;

export const listRounds = endpoint({
  method: 'GET',
  path: '/rounds',
  summary: 'The rounds in which one has a part',
  allow: 'signedIn',
  response: z.strictObject({ rounds: z.array(RoundSummary).readonly() }),
  problems: [],
});

export const readRound = endpoint({
  method: 'GET',
  path: '/rounds/:roundId',
  summary:
    'A round as cities × indicators: progress, state, deadline, score so far; only the cities one may see',
  allow: 'round:watch',
  params: z.strictObject({ roundId: Uuid }),
  response: RoundOverview,
  problems: [],
});

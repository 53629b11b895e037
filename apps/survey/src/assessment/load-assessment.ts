import {
  addressOf,
  listAnswers,
  listClarifications,
  listEvidence,
  readAssessment,
  readVersion,
  type Assessment,
  type Clarification,
  type CurrentAnswer,
  type Evidence,
  type FileRoom,
  type VersionSummary,
} from '@kilim/contracts';
import { callOrCopy, stillCopied, type Known } from '../api/call-or-copy.js';
import { firstDataAt, isGivenYet, placeOfScores, takeFirst } from '../first-view/first-data.js';
import { openOutbox, type OpenOutbox } from '../outbox/open-outbox.js';
import type { Scores } from '../score/area-score.js';
import { readyToUse } from './ready-version.js';
import type { ReadyVersion } from './work.js';

/** An assessment with everything its pages need. */
export interface LoadedAssessment {
  readonly assessment: Assessment;
  readonly version: ReadyVersion;
  readonly answers: readonly CurrentAnswer[];
  /** Up to which entry of the record the answers go. */
  readonly sequence: number;
  readonly evidence: readonly Evidence[];
  readonly fileRoom: FileRoom;
  readonly clarifications: readonly Clarification[];
  /** The server's clock minus ours, in milliseconds. */
  readonly clockAheadMs: number;
  /** What this person has not sent yet. */
  readonly outbox: OpenOutbox;
  /** The scores that the page came with, of the answers that it came with. */
  readonly firstScores: Scores | undefined;
  /** When the oldest part was read, by the device's clock, where the server could not be reached; absent: just now. */
  readonly copiedAt?: number;
}

/**
 * Reads an assessment, its version, answers, evidence and clarifications; without a network, as they were last read on
 * this device.
 *
 * @throws Problem, Unreachable or UnexpectedReply as `callOrCopy` does
 */
export async function loadAssessment(
  assessmentId: string,
  accountId: string,
  signal: AbortSignal,
): Promise<LoadedAssessment> {
  const params = { assessmentId };
  // The server's clock is in the answer, which may be as old as the page.
  const isGiven = isGivenYet(addressOf(readAssessment.path, params));
  // Made of the same program as the page names, from what the server answers.
  const firstScores = takeFirst(placeOfScores(assessmentId)) as Scores | undefined;
  const [outbox, assessment, answers, evidence, clarifications] = await Promise.all([
    openOutbox(accountId, assessmentId),
    callOrCopy(accountId, readAssessment, { params }, { signal }).then((known) => ({
      ...known,
      readAt: known.copiedAt ?? (isGiven ? firstDataAt() : Date.now()),
    })),
    callOrCopy(accountId, listAnswers, { params }, { signal }),
    callOrCopy(accountId, listEvidence, { params }, { signal }),
    callOrCopy(accountId, listClarifications, { params }, { signal }),
  ]);
  const version = await loadVersion(accountId, assessment.value.version, signal);
  return {
    assessment: assessment.value,
    version,
    ...answers.value,
    ...evidence.value,
    ...clarifications.value,
    clockAheadMs: Date.parse(assessment.value.now) - assessment.readAt,
    outbox,
    firstScores,
    ...oldest([assessment, answers, evidence, clarifications]),
  };
}

/** A published version stays as it is, and its summary says when its texts were revised: a copy of the same is good. */
async function loadVersion(
  accountId: string,
  { id: versionId, hash, languages }: VersionSummary,
  signal: AbortSignal,
): Promise<ReadyVersion> {
  const parts = { params: { versionId } };
  const copied = await stillCopied(
    accountId,
    readVersion,
    parts,
    (copy) => copy.hash === hash && JSON.stringify(copy.languages) === JSON.stringify(languages),
  );
  return readyToUse(copied ?? (await callOrCopy(accountId, readVersion, parts, { signal })).value);
}

function oldest(parts: readonly Known<unknown>[]): Pick<LoadedAssessment, 'copiedAt'> {
  const times = parts.flatMap(({ copiedAt }) => copiedAt ?? []);
  return times.length === 0 ? {} : { copiedAt: Math.min(...times) };
}

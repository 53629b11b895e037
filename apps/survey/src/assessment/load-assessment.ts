import {
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
} from '@kilim/contracts';
import { compileQuestionnaire } from '@kilim/indicators';
import { callOrCopy, type Known } from '../api/call-or-copy.js';
import { openOutbox, type OpenOutbox } from '../outbox/open-outbox.js';
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
  const [outbox, assessment, answers, evidence, clarifications] = await Promise.all([
    openOutbox(accountId, assessmentId),
    callOrCopy(accountId, readAssessment, { params }, { signal }).then((known) => ({
      ...known,
      readAt: known.copiedAt ?? Date.now(),
    })),
    callOrCopy(accountId, listAnswers, { params }, { signal }),
    callOrCopy(accountId, listEvidence, { params }, { signal }),
    callOrCopy(accountId, listClarifications, { params }, { signal }),
  ]);
  const version = await loadVersion(accountId, assessment.value.version.id, signal);
  return {
    assessment: assessment.value,
    version,
    ...answers.value,
    ...evidence.value,
    ...clarifications.value,
    clockAheadMs: Date.parse(assessment.value.now) - assessment.readAt,
    outbox,
    ...oldest([assessment, answers, evidence, clarifications]),
  };
}

async function loadVersion(accountId: string, versionId: string, signal: AbortSignal): Promise<ReadyVersion> {
  const known = await callOrCopy(accountId, readVersion, { params: { versionId } }, { signal });
  const { questionnaire, source, translations, ...summary } = known.value;
  return { summary, compiled: compileQuestionnaire(questionnaire), source, translations };
}

function oldest(parts: readonly Known<unknown>[]): Pick<LoadedAssessment, 'copiedAt'> {
  const times = parts.flatMap(({ copiedAt }) => copiedAt ?? []);
  return times.length === 0 ? {} : { copiedAt: Math.min(...times) };
}

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
import { call } from '../api/call.js';
import { openOutbox, type OpenOutbox } from '../outbox/open-outbox.js';
import type { ReadyVersion } from './work.js';

/** An assessment with everything its pages need. */
export interface LoadedAssessment {
  readonly assessment: Assessment;
  readonly version: ReadyVersion;
  readonly answers: readonly CurrentAnswer[];
  readonly evidence: readonly Evidence[];
  readonly fileRoom: FileRoom;
  readonly clarifications: readonly Clarification[];
  /** The server's clock minus ours, in milliseconds. */
  readonly clockAheadMs: number;
  /** What this person has not sent yet. */
  readonly outbox: OpenOutbox;
}

/**
 * Reads an assessment, its version, answers, evidence and clarifications.
 *
 * @throws Problem, Unreachable or UnexpectedReply as `call` does
 */
export async function loadAssessment(
  assessmentId: string,
  accountId: string,
  signal: AbortSignal,
): Promise<LoadedAssessment> {
  const params = { assessmentId };
  const [outbox, { assessment, clockAheadMs }, { answers }, { evidence, fileRoom }, { clarifications }] =
    await Promise.all([
      openOutbox(accountId, assessmentId),
      call(readAssessment, { params }, { signal }).then((assessment) => ({
        assessment,
        clockAheadMs: Date.parse(assessment.now) - Date.now(),
      })),
      call(listAnswers, { params }, { signal }),
      call(listEvidence, { params }, { signal }),
      call(listClarifications, { params }, { signal }),
    ]);
  const version = await loadVersion(assessment.version.id, signal);
  return { assessment, version, answers, evidence, fileRoom, clarifications, clockAheadMs, outbox };
}

async function loadVersion(versionId: string, signal: AbortSignal): Promise<ReadyVersion> {
  const { questionnaire, source, translations, ...summary } = await call(
    readVersion,
    { params: { versionId } },
    { signal },
  );
  return { summary, compiled: compileQuestionnaire(questionnaire), source, translations };
}

import type { AuditEntryRow } from '../../audit/audit-entry.entity.js';
import type { Linked, StreamEnd } from '../../audit/link.js';
import type { AnswerEventRow } from '../answer-event.entity.js';
import type { DatedAssessment } from '../assessment-door.js';
import type { AssessmentRow } from '../assessment.entity.js';
import type { CurrentAnswerRow } from '../current-answer.entity.js';
import type { AnswerBody } from '../answer-body.js';
import type { SaveRequest } from './answer-writer.js';

/** An assessment that is held while a group of saves is decided and stored. */
export interface HeldAssessment extends DatedAssessment {
  /** Where its stream ends. */
  readonly end: StreamEnd;
}

/** What a save that was seen before had made of its answer. */
export interface EarlierSave {
  readonly event: AnswerEventRow;
  /** Undefined once erased. */
  readonly body: AnswerBody | undefined;
  readonly actorId: string | null;
}

/** Everything that decides over a group of saves, as it stands while their assessments are held. */
export interface GroupFacts {
  /** By id; one that there is not is left out. */
  readonly assessments: ReadonlyMap<string, HeldAssessment>;
  /** The answers that the saves change, by {@link addressOf}; one never given is left out. */
  readonly answers: ReadonlyMap<string, CurrentAnswerRow>;
  /** The saves that were seen before, by {@link markOf}. */
  readonly earlier: ReadonlyMap<string, EarlierSave>;
}

/** What a group of saves changes; stored in one transaction. */
export interface GroupChanges {
  readonly events: readonly Linked<Omit<AnswerEventRow, LinkColumns>>[];
  readonly entries: readonly Linked<Omit<AuditEntryRow, LinkColumns>>[];
  /** How answers stand now: the last of several changes of one answer. */
  readonly answers: readonly CurrentAnswerRow[];
  /** Where streams end now, by assessment. */
  readonly ends: ReadonlyMap<string, StreamEnd>;
  /** Assessments that have moved to another state. */
  readonly moved: readonly AssessmentRow[];
}

type LinkColumns = 'sequence' | 'digest' | 'previousHash' | 'hash';

/** What an answer is known by among those of a group. */
export function addressOf(
  assessmentId: string,
  { questionId, instanceId }: { readonly questionId: string; readonly instanceId: string },
): string {
  return `${assessmentId} ${questionId} ${instanceId}`;
}

/** What a save is known by among those of a group. */
export function markOf(assessmentId: string, saveId: string): string {
  return `${assessmentId} ${saveId}`;
}

/** The parts of a group's requests that its facts are asked for by. */
export interface Wanted {
  /** Each once, sorted: whoever holds several takes them in the same order, so that nobody waits for each other. */
  readonly assessmentIds: readonly string[];
  /** Each save of the group with its assessment. */
  readonly saves: readonly {
    readonly assessmentId: string;
    readonly saveId: string;
    readonly questionId: string;
    readonly instanceId: string;
  }[];
}

export function wantedBy(requests: readonly SaveRequest[]): Wanted {
  return {
    assessmentIds: [...new Set(requests.map(({ assessmentId }) => assessmentId))].sort(),
    saves: requests.flatMap(({ assessmentId, saves }) =>
      saves.map(({ saveId, questionId, instanceId }) => ({ assessmentId, saveId, questionId, instanceId })),
    ),
  };
}

import { NO_INSTANCE } from '@kilim/indicators';
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

/** How an answer stands that a save changes. */
export interface StandingAnswer {
  readonly revision: number;
  /** The event that made it so. */
  readonly eventId: string;
  /** All of it, which only somebody needs who came too late. */
  read(): CurrentAnswerRow;
}

/** What a save that was seen before had made of its answer. */
export interface EarlierSave {
  readonly event: Omit<AnswerEventRow, LinkColumns>;
  /** Undefined once erased. */
  readonly body: AnswerBody | undefined;
  readonly actorId: string | null;
}

/** Everything that decides over a group of saves, as it stands while their assessments are held. */
export interface GroupFacts {
  /** By id; one that there is not is left out. */
  readonly assessments: ReadonlyMap<string, HeldAssessment>;
  /** The answers that the saves change, by {@link addressOf}; one never given is left out. */
  readonly answers: ReadonlyMap<string, StandingAnswer>;
  /** How many answers there are, of each of {@link Wanted.countedIds}. */
  readonly counts: ReadonlyMap<string, number>;
  /**
   * The saves that were seen before, by {@link markOf}: of those that were made upon another revision than the one that
   * stands. (One upon the revision that stands has not been made: it would have moved it on. Unless somebody gave its
   * id to two changes, which the database refuses; then the facts are asked for thoroughly.)
   */
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

/** A save of a group, as far as its facts are asked for by it. */
export interface WantedSave {
  readonly assessmentId: string;
  readonly saveId: string;
  readonly questionId: string;
  readonly instanceId: string;
  readonly baseRevision: number;
}

/** What the facts of a group are asked for by. */
export interface Wanted {
  /** Whether to look for earlier saves even where the revision says that there can be none. */
  readonly isThorough: boolean;
  /** Each once, sorted: whoever holds several takes them in the same order, so that nobody waits for each other. */
  readonly assessmentIds: readonly string[];
  /** Those of which something in an instance is answered: outside of instances there are no more answers than questions. */
  readonly countedIds: readonly string[];
  readonly saves: readonly WantedSave[];
}

function isInInstance({ instanceId }: WantedSave): boolean {
  return instanceId !== NO_INSTANCE;
}

export function wantedBy(requests: readonly SaveRequest[], isThorough: boolean): Wanted {
  const saves: WantedSave[] = [];
  for (const { assessmentId, saves: own } of requests)
    for (const { saveId, questionId, instanceId, baseRevision } of own)
      saves.push({ assessmentId, saveId, questionId, instanceId, baseRevision });
  return {
    isThorough,
    assessmentIds: [...new Set(requests.map(({ assessmentId }) => assessmentId))].sort(),
    countedIds: [...new Set(saves.filter(isInInstance).map(({ assessmentId }) => assessmentId))],
    saves,
  };
}

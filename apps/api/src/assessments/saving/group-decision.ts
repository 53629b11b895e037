import { MOST_ANSWERS, TRANSITIONS, type AnswerSave, type Instant } from '@kilim/contracts';
import type { CompiledQuestionnaire } from '@kilim/indicators';
import { uuidv7 } from 'uuidv7';
import { entryFacts, eventFacts } from '../../audit/chain-hash.js';
import { linkTo, type StreamEnd } from '../../audit/link.js';
import { Problem } from '../../http/problem.js';
import { bodyOf, qualityOf } from '../answer-body.js';
import { assertAnswering, isTimed } from '../assessment-door.js';
import type { AssessmentRow } from '../assessment.entity.js';
import type { CurrentAnswerRow } from '../current-answer.entity.js';
import { rowOf } from '../current-answer.js';
import { movedEntry } from '../moved-entry.js';
import type { SaveRequest } from './answer-writer.js';
import {
  addressOf,
  markOf,
  type GroupChanges,
  type GroupFacts,
  type EarlierSave,
  type HeldAssessment,
  type StandingAnswer,
} from './group-facts.js';
import { NOT_LATE, typedInTime } from './in-time.js';
import { assertAsked, assertSameSave, firstOfEach, type LostSave } from './save-checks.js';

/** A request with all that is needed to decide it at once. */
export interface ReadyRequest extends SaveRequest {
  /** When it arrived, by the server's clock. */
  readonly at: Instant;
  /** The version that the assessment was pinned to when the request arrived. */
  readonly version: { readonly id: string; readonly compiled: CompiledQuestionnaire };
}

/** What becomes of one request of a group. */
export type Decision =
  | { readonly kind: 'saved'; readonly rows: readonly CurrentAnswerRow[] }
  | { readonly kind: 'stale'; readonly lost: readonly LostSave[] }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** The assessment was moved to another version meanwhile: decide it again upon that one. */
  | { readonly kind: 'otherVersion' };

/**
 * Decides over the requests of a group, one after the other, and collects what they change. Each sees what those
 * before it did, and one that is refused leaves nothing behind. Works on nothing but its facts, so that both databases
 * decide alike, and so that nothing can come between facts and changes.
 */
export class GroupDecision {
  readonly #assessments: Map<string, HeldAssessment>;
  readonly #answers = new Map<string, CurrentAnswerRow>();
  /** How many answers there are of those assessments that are counted. */
  readonly #counts: Map<string, number>;
  /** The saves that this group has made, by mark. */
  readonly #made = new Map<string, EarlierSave>();
  readonly #events: GroupChanges['events'][number][] = [];
  readonly #entries: GroupChanges['entries'][number][] = [];
  readonly #ends = new Map<string, StreamEnd>();
  readonly #moved = new Map<string, AssessmentRow>();

  constructor(private readonly facts: GroupFacts) {
    this.#assessments = new Map(facts.assessments);
    this.#counts = new Map(facts.counts);
  }

  decide(request: ReadyRequest): Decision {
    try {
      return this.#decide(request);
    } catch (error) {
      if (error instanceof Problem) return { kind: 'refused', problem: error };
      throw error;
    }
  }

  get changes(): GroupChanges {
    return {
      events: this.#events,
      entries: this.#entries,
      answers: [...this.#answers.values()],
      ends: this.#ends,
      moved: [...this.#moved.values()],
    };
  }

  #decide(request: ReadyRequest): Decision {
    const { assessmentId, saves, version } = request;
    const held = this.#assessments.get(assessmentId);
    if (!held) throw new Problem('resource.missing');
    if (held.row.versionId !== version.id) return { kind: 'otherVersion' };
    const saved = new Map<string, CurrentAnswerRow>();
    for (const save of saves) {
      const row = this.#earlier(request, save);
      if (row) saved.set(save.saveId, row);
    }
    const fresh = firstOfEach(saves).filter(({ saveId }) => !saved.has(saveId));
    if (fresh.length > 0) {
      assertAnswering(
        held.row,
        fresh.map(({ questionId }) => questionId),
      );
      assertAsked(saves, version.compiled);
      const typed = isTimed(held.row) ? typedInTime(held.deadline, request, saves) : NOT_LATE;
      const lost = this.#lost(assessmentId, fresh);
      if (lost.length > 0) return { kind: 'stale', lost };
      this.#makeRoom(assessmentId, fresh);
      if (held.row.state === 'invited') this.#start(held, request);
      for (const save of fresh) {
        saved.set(save.saveId, this.#append(request, save, typed.get(save.saveId) ?? null));
      }
    }
    return { kind: 'saved', rows: saves.flatMap(({ saveId }) => saved.get(saveId) ?? []) };
  }

  /** The answer as a save that was seen before had left it. */
  #earlier({ assessmentId, saves, version }: ReadyRequest, save: AnswerSave): CurrentAnswerRow | undefined {
    const mark = markOf(assessmentId, save.saveId);
    const earlier = this.#made.get(mark) ?? this.facts.earlier.get(mark);
    if (!earlier) return undefined;
    assertSameSave(saves, save, earlier);
    const { event, body, actorId } = earlier;
    return rowOf(event, body, version.compiled.byId.get(event.questionId)?.question, actorId);
  }

  #standing(address: string): StandingAnswer | undefined {
    const row = this.#answers.get(address);
    return row
      ? { revision: row.revision, eventId: row.eventId, read: () => row }
      : this.facts.answers.get(address);
  }

  #lost(assessmentId: string, fresh: readonly AnswerSave[]): readonly LostSave[] {
    const revisions = new Map<string, number>();
    const lost: LostSave[] = [];
    for (const save of fresh) {
      const address = addressOf(assessmentId, save);
      const standing = this.#standing(address);
      const revision = revisions.get(address) ?? standing?.revision ?? 0;
      // Two changes of one answer in one request follow on each other.
      revisions.set(address, revision + 1);
      if (revision !== save.baseRevision) lost.push({ save, current: standing?.read() });
    }
    return lost;
  }

  /** Anybody may make up instances, and everything of an assessment is read at once. @throws Problem `answer.tooMany` */
  #makeRoom(assessmentId: string, fresh: readonly AnswerSave[]): void {
    const count = this.#counts.get(assessmentId);
    if (count === undefined) return;
    const addresses = new Set(fresh.map((save) => addressOf(assessmentId, save)));
    const more = [...addresses].filter((address) => this.#standing(address) === undefined).length;
    if (more > 0 && count + more > MOST_ANSWERS) throw tooMany();
    this.#counts.set(assessmentId, count + more);
  }

  #append(
    { assessmentId, actorId, at, version }: ReadyRequest,
    save: AnswerSave,
    typedAt: Instant | null,
  ): CurrentAnswerRow {
    const address = addressOf(assessmentId, save);
    const body = bodyOf(save, this.#standing(address)?.eventId ?? null);
    const event = {
      id: uuidv7(),
      assessmentId,
      saveId: save.saveId,
      questionId: save.questionId,
      instanceId: save.instanceId,
      revision: save.baseRevision + 1,
      baseRevision: save.baseRevision,
      kind: save.kind,
      quality: qualityOf(save),
      carriedFrom: null,
      language: save.language,
      textRevision: save.textRevision,
      at,
      typedAt,
    };
    const linked = linkTo(this.#end(assessmentId), event, eventFacts, { actorId, body });
    this.#events.push(linked);
    this.#ends.set(assessmentId, linked.end);
    const row = rowOf(event, body, version.compiled.byId.get(save.questionId)?.question, actorId);
    this.#answers.set(address, row);
    this.#made.set(markOf(assessmentId, save.saveId), { event, body, actorId });
    return row;
  }

  /** The first answer begins the work. */
  #start(held: HeldAssessment, { assessmentId, actorId, at }: ReadyRequest): void {
    const { body, ...entry } = movedEntry(held.row, 'start');
    const row = {
      id: uuidv7(),
      streamKind: 'assessment' as const,
      streamId: assessmentId,
      questionId: null,
      at,
    };
    const linked = linkTo(this.#end(assessmentId), { ...row, ...entry }, entryFacts, { actorId, body });
    this.#entries.push(linked);
    this.#ends.set(assessmentId, linked.end);
    const revision = held.row.revision + 1;
    const moved = { ...held.row, state: TRANSITIONS.start.to, stateSince: at, revision };
    this.#moved.set(assessmentId, moved);
    this.#assessments.set(assessmentId, { ...held, row: moved });
  }

  #end(assessmentId: string): StreamEnd {
    const end = this.#ends.get(assessmentId) ?? this.facts.assessments.get(assessmentId)?.end;
    if (!end) throw new Error('A save was decided whose assessment is not held.');
    return end;
  }
}

function tooMany(): Problem {
  return new Problem('answer.tooMany', {
    detail: `An assessment holds ${String(MOST_ANSWERS)} answers at most. Change those that there are.`,
  });
}

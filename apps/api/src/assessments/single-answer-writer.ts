import type { AnswerSave } from '@kilim/contracts';
import type { Question } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { Chain } from '../audit/chain.js';
import { Contents } from '../audit/contents.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { ScorecardsService } from '../scorecards/scorecards.service.js';
import { People } from '../session/people.service.js';
import { AnswerBody, bodyOf } from './answer-body.js';
import type { AnswerEventRow } from './answer-event.entity.js';
import { AnswerWriter, type SaveRequest } from './answer-writer.js';
import { AnswersRepository } from './answers.repository.js';
import { assertTakesAnswers } from './assessment-door.js';
import { AssessmentSteps } from './assessment-steps.service.js';
import { currentAnswer, rowOf } from './current-answer.js';
import type { CurrentAnswerRow } from './current-answer.entity.js';

/** The writer whose groups have one request each: every request is a unit of work, in the order in which they come. */
@Injectable()
export class SingleAnswerWriter extends AnswerWriter {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
    private readonly contents: Contents,
    private readonly steps: AssessmentSteps,
    private readonly answers: AnswersRepository,
    private readonly questionnaires: QuestionnairesService,
    private readonly scorecards: ScorecardsService,
    private readonly people: People,
  ) {
    super();
  }

  override write(request: SaveRequest): Promise<readonly CurrentAnswerRow[]> {
    const context = { actor: request.actorId, ...(request.at !== undefined && { at: request.at }) };
    return this.unit.write(context, () => this.#write(request));
  }

  async #write({ assessmentId, actorId, saves }: SaveRequest): Promise<readonly CurrentAnswerRow[]> {
    const held = await this.steps.hold(assessmentId);
    const questions = await this.#questions(held.row.versionId);
    const saved = await this.#replays(assessmentId, saves, questions);
    const fresh = firstOfEach(saves).filter(({ saveId }) => !saved.has(saveId));
    if (fresh.length > 0) {
      assertTakesAnswers(held, this.unit.now());
      assertAsked(saves, questions);
      const current = await this.#current(assessmentId);
      await this.#assertFresh(saves, fresh, current);
      if (held.row.state === 'invited') await this.steps.take(held.row, 'start');
      for (const save of fresh) {
        const row = await this.#append(assessmentId, actorId, save, current.get(save.questionId), questions);
        current.set(save.questionId, row);
        saved.set(save.saveId, row);
      }
      await this.scorecards.refresh(assessmentId);
    }
    return saves.flatMap(({ saveId }) => saved.get(saveId) ?? []);
  }

  async #append(
    assessmentId: string,
    actorId: string,
    save: AnswerSave,
    before: CurrentAnswerRow | undefined,
    questions: Questions,
  ): Promise<CurrentAnswerRow> {
    const body = bodyOf(save, before?.eventId ?? null);
    const event = {
      assessmentId,
      saveId: save.saveId,
      questionId: save.questionId,
      instanceId: save.instanceId,
      revision: save.baseRevision + 1,
      baseRevision: save.baseRevision,
      kind: save.kind,
      quality: save.kind === 'set' ? (save.quality ?? null) : null,
      carriedFrom: null,
      language: save.language,
      textRevision: save.textRevision,
    };
    const appended = await this.chain.appendAnswerEvent({ ...event, body });
    const row = rowOf({ ...event, ...appended }, body, questions.get(save.questionId), actorId);
    await this.answers.put(row);
    return row;
  }

  /** What came of the saves that were seen before, by save: the answer as that save had left it. */
  async #replays(
    assessmentId: string,
    saves: readonly AnswerSave[],
    questions: Questions,
  ): Promise<Map<string, CurrentAnswerRow>> {
    const saveIds = saves.map(({ saveId }) => saveId);
    const events = await this.answers.findEvents(assessmentId, saveIds);
    if (events.length === 0) return new Map();
    const content = await this.contents.of(events.map(({ id }) => id));
    const asItWas = (event: AnswerEventRow): CurrentAnswerRow => {
      const { body, actorId } = content(event.id);
      return rowOf(event, body && AnswerBody.parse(body), questions.get(event.questionId), actorId);
    };
    return new Map(events.map((event) => [event.saveId, asItWas(event)]));
  }

  /** @throws Problem `answer.stale` when a save was made upon another revision than the one that stands */
  async #assertFresh(
    saves: readonly AnswerSave[],
    fresh: readonly AnswerSave[],
    current: ReadonlyMap<string, CurrentAnswerRow>,
  ): Promise<void> {
    const revisions = new Map([...current].map(([question, { revision }]) => [question, revision]));
    const lost = fresh.filter(({ questionId, baseRevision }) => {
      const revision = revisions.get(questionId) ?? 0;
      // Two changes of one answer in one request follow on each other.
      revisions.set(questionId, revision + 1);
      return revision !== baseRevision;
    });
    if (lost.length === 0) return;
    const rows = lost.flatMap(({ saveId, questionId }) => {
      const row = current.get(questionId);
      return row ? [{ saveId, row }] : [];
    });
    const person = await this.people.named(rows.map(({ row }) => row.savedBy));
    throw new Problem('answer.stale', {
      detail:
        'Nothing of this request was saved. Look at the newer answer, then save again upon its revision.',
      places: lost.map((save) => ({
        in: 'body',
        pointer: `/saves/${String(saves.indexOf(save))}/baseRevision`,
        message: `The answer is at revision ${String(current.get(save.questionId)?.revision ?? 0)}.`,
      })),
      details: { stale: rows.map(({ saveId, row }) => ({ saveId, current: currentAnswer(row, person) })) },
    });
  }

  async #current(assessmentId: string): Promise<Map<string, CurrentAnswerRow>> {
    const rows = await this.answers.findCurrent(assessmentId);
    return new Map(rows.map((row) => [row.questionId, row]));
  }

  async #questions(versionId: string): Promise<Questions> {
    const { compiled } = await this.questionnaires.version(versionId);
    return new Map([...compiled.byId].map(([id, { question }]) => [id, question]));
  }
}

type Questions = ReadonlyMap<string, Question>;

/** A save that stands twice in one request is made once. */
function firstOfEach(saves: readonly AnswerSave[]): readonly AnswerSave[] {
  const seen = new Set<string>();
  return saves.filter(({ saveId }) => !seen.has(saveId) && seen.add(saveId));
}

/**
 * A question that is hidden now is still one of the version's: a save of it that comes late is kept, and does not count.
 * There are no repeated sets yet, so no version asks for an instance.
 */
function assertAsked(saves: readonly AnswerSave[], questions: Questions): void {
  const places = saves.flatMap(({ questionId, instanceId }, index) => {
    const pointer = `/saves/${String(index)}`;
    if (!questions.has(questionId))
      return [
        { in: 'body' as const, pointer: `${pointer}/questionId`, message: `There is no ${questionId}.` },
      ];
    if (instanceId !== '')
      return [{ in: 'body' as const, pointer: `${pointer}/instanceId`, message: 'It is asked once only.' }];
    return [];
  });
  if (places.length > 0) throw new Problem('answer.notAsked', { places });
}

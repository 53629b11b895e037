import type { CurrentAnswer } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Streams } from '../audit/streams.service.js';
import { People } from '../session/people.service.js';
import { AnswerWriter, type SaveRequest } from './saving/answer-writer.js';
import { AnswersRepository } from './answers.repository.js';
import { currentAnswer } from './current-answer.js';
import type { CurrentAnswerRow } from './current-answer.entity.js';
import { HandedSections } from './handed-sections.service.js';

/** Reading and saving the answers of an assessment. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly answers: AnswersRepository,
    private readonly writer: AnswerWriter,
    private readonly sections: HandedSections,
    private readonly people: People,
    private readonly streams: Streams,
  ) {}

  /** Every answer as it stands, and up to which entry of the record they go at least. */
  async list(
    assessmentId: string,
  ): Promise<{ readonly answers: readonly CurrentAnswer[]; readonly sequence: number }> {
    // First, so that whatever is saved meanwhile is told again rather than not at all.
    const sequence = (await this.streams.lengths([assessmentId])).get(assessmentId) ?? 0;
    return { answers: await this.#shown(await this.answers.findCurrent(assessmentId)), sequence };
  }

  /** One answer as it stands; undefined for a question never answered there. */
  async find(
    assessmentId: string,
    questionId: string,
    instanceId: string,
  ): Promise<CurrentAnswer | undefined> {
    const row = await this.answers.findOne(assessmentId, questionId, instanceId);
    return row ? (await this.#shown([row]))[0] : undefined;
  }

  /** Saves a few changes, all or none; see {@link AnswerWriter.write}. */
  async save(
    actor: Actor,
    assessmentId: string,
    { saves, sentAt }: Pick<SaveRequest, 'saves' | 'sentAt'>,
  ): Promise<readonly CurrentAnswer[]> {
    const questionIds = saves.map(({ questionId }) => questionId);
    await this.sections.assertHandedOut(
      actor,
      assessmentId,
      questionIds,
      (index) => `/saves/${String(index)}/questionId`,
    );
    return this.#shown(await this.writer.write({ assessmentId, actorId: actor.accountId, saves, sentAt }));
  }

  async #shown(rows: readonly CurrentAnswerRow[]): Promise<readonly CurrentAnswer[]> {
    const person = await this.people.named(rows.map(({ savedBy }) => savedBy));
    return rows.map((row) => currentAnswer(row, person));
  }
}

import { isDeepStrictEqual } from 'node:util';
import type { Question } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { Contents } from '../audit/contents.service.js';
import { AnswerBody } from './answer-body.js';
import type { AnswerEventRow } from './answer-event.entity.js';
import { AnswersRepository } from './answers.repository.js';
import { rowOf } from './current-answer.js';
import type { CurrentAnswerRow } from './current-answer.entity.js';

/** How answers stand, worked out from nothing but their events. */
@Injectable()
export class AnswerProjection {
  constructor(
    private readonly answers: AnswersRepository,
    private readonly contents: Contents,
  ) {}

  /**
   * The questions whose stored answer is not what the events give, each with what is stored. One that is saved at this
   * moment may be among them: see {@link Rebuild.compare}.
   */
  async differing(
    assessmentId: string,
    questions: ReadonlyMap<string, Question>,
  ): Promise<ReadonlyMap<string, unknown>> {
    const given = new Map((await this.#fromEvents(assessmentId, questions)).map((row) => [keyOf(row), row]));
    const stored = new Map((await this.answers.findCurrent(assessmentId)).map((row) => [keyOf(row), row]));
    const keys = [...new Set([...given.keys(), ...stored.keys()])].sort();
    const differing = keys.filter((key) => !isDeepStrictEqual(plain(given.get(key)), plain(stored.get(key))));
    return new Map(differing.map((key) => [key.trimEnd(), plain(stored.get(key))]));
  }

  /** Stores what the events give; inside a unit of work. */
  async rebuild(assessmentId: string, questions: ReadonlyMap<string, Question>): Promise<void> {
    await this.answers.removeAll(assessmentId);
    for (const row of await this.#fromEvents(assessmentId, questions)) await this.answers.put(row);
  }

  async #fromEvents(
    assessmentId: string,
    questions: ReadonlyMap<string, Question>,
  ): Promise<readonly CurrentAnswerRow[]> {
    const newest = new Map<string, AnswerEventRow>();
    for (const event of await this.answers.findAllEvents(assessmentId)) newest.set(keyOf(event), event);
    const events = [...newest.values()];
    const content = await this.contents.of(events.map(({ id }) => id));
    return events.map((event) => {
      const { body, actorId } = content(event.id);
      return rowOf(event, body && AnswerBody.parse(body), questions.get(event.questionId), actorId);
    });
  }
}

function keyOf({ questionId, instanceId }: Pick<CurrentAnswerRow, 'questionId' | 'instanceId'>): string {
  return `${questionId} ${instanceId}`;
}

/** Without what only rows that come from the database have: the class they are made of. */
function plain(row: CurrentAnswerRow | undefined): unknown {
  return row && JSON.parse(JSON.stringify(row));
}

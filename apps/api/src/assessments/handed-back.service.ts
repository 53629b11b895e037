import { takesAnswers, type Assessment } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { Entries } from '../audit/entries.service.js';
import { People } from '../session/people.service.js';
import type { AssessmentRow } from './assessment.entity.js';

/** What a step says of itself, see `movedEntry`; only those that undo something give a reason. */
const StepBody = z.object({ reason: z.string().optional() });

type HandedBack = NonNullable<Assessment['handedBack']>;

/** Why cities have their answers again after they had submitted, declined or left. */
@Injectable()
export class HandedBackAssessments {
  constructor(
    private readonly entries: Entries,
    private readonly people: People,
  ) {}

  /** By assessment; one that was not handed back, or of which the words were erased, is left out. */
  async of(
    assessments: readonly Pick<AssessmentRow, 'id' | 'state'>[],
  ): Promise<ReadonlyMap<string, HandedBack>> {
    const ids = assessments.filter(({ state }) => takesAnswers(state)).map(({ id }) => id);
    const steps = await this.entries.newest(ids, 'assessment.moved');
    const person = await this.people.named([...steps.values()].map(({ content }) => content.actorId));
    const found = new Map<string, HandedBack>();
    for (const [id, { row, content }] of steps) {
      const { reason } = StepBody.parse(content.body ?? {});
      if (reason !== undefined) found.set(id, { at: row.at, by: person(content.actorId), reason });
    }
    return found;
  }
}

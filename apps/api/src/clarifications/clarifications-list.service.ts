import type { Clarification } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { Contents, type Content } from '../audit/contents.service.js';
import { People, type PeopleById } from '../session/people.service.js';
import { ClarificationBody } from './clarification-body.js';
import type { ClarificationEventRow } from './clarification-event.entity.js';
import { ClarificationsRepository } from './clarifications.repository.js';
import { openIn } from './open-in.js';

/** Shows clarifications. */
@Injectable()
export class ClarificationsList {
  constructor(
    private readonly repository: ClarificationsRepository,
    private readonly contents: Contents,
    private readonly people: People,
  ) {}

  /** All of an assessment, oldest first. Words that were erased are empty. */
  async all(assessmentId: string): Promise<readonly Clarification[]> {
    const events = await this.repository.findAll(assessmentId);
    const content = await this.contents.of(events.map(({ id }) => id));
    const person = await this.people.named(events.map(({ id }) => content(id).actorId));
    const ends = new Map(
      events.flatMap((event) => (event.kind === 'asked' ? [] : [[event.clarificationId, event] as const])),
    );
    return events
      .filter(({ kind }) => kind === 'asked')
      .map((asked) => shown(asked, ends.get(asked.id), content, person));
  }

  /** The last days of those that are open, by assessment, the soonest first. */
  async daysDue(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const open = openIn(await this.repository.findOf(assessmentIds));
    const days = new Map<string, readonly string[]>();
    for (const { assessmentId, dueOn } of open)
      days.set(assessmentId, [...(days.get(assessmentId) ?? []), dueOn ?? ''].sort());
    return days;
  }
}

function shown(
  asked: ClarificationEventRow,
  ended: ClarificationEventRow | undefined,
  content: (id: string) => Content,
  person: PeopleById,
): Clarification {
  const body = wordsOf(content(asked.id));
  return {
    ...{ id: asked.id, questionId: asked.questionId, instanceId: asked.instanceId },
    question: body?.reason ?? '',
    settledBy: body?.settledBy ?? '',
    dueOn: asked.dueOn ?? '',
    askedAt: asked.at,
    askedBy: person(content(asked.id).actorId),
    ...(ended && { end: endOf(ended, content(ended.id), person) }),
  };
}

function endOf(
  { kind, at }: ClarificationEventRow,
  content: Content,
  person: PeopleById,
): NonNullable<Clarification['end']> {
  return {
    kind: kind === 'withdrawn' ? 'withdrawn' : 'answered',
    words: wordsOf(content)?.reason ?? '',
    at,
    by: person(content.actorId),
  };
}

function wordsOf({ body }: Content): ClarificationBody | undefined {
  return body && ClarificationBody.parse(body);
}

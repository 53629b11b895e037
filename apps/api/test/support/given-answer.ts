import { uuidv7 } from 'uuidv7';
import { AnswerEventRow } from '../../src/assessments/answer-event.entity.js';
import { eventFacts } from '../../src/audit/chain-hash.js';
import { linkTo } from '../../src/audit/link.js';
import { type PersonalBody, PersonalContentRow } from '../../src/audit/personal-content.entity.js';
import { StreamHeadRow } from '../../src/audit/stream-head.entity.js';
import { insertRow } from '../../src/database/insert-row.js';
import type { Core } from './core.js';

type NewAnswerEvent = Omit<AnswerEventRow, 'id' | 'sequence' | 'digest' | 'previousHash' | 'hash'>;

/** An answer event as a form would cause it, of a question that no version need have; inside a unit of work. */
export async function givenAnswerEvent(
  { unit, audit }: Pick<Core, 'unit' | 'audit'>,
  assessmentId: string,
  {
    body = { answer: { kind: 'value', value: true } },
    ...other
  }: Partial<NewAnswerEvent> & {
    readonly body?: PersonalBody;
  } = {},
): Promise<{ readonly id: string }> {
  const event: NewAnswerEvent & { readonly id: string } = {
    ...{ id: uuidv7(), assessmentId, saveId: uuidv7(), questionId: 'edu-one', instanceId: '' },
    ...{ revision: 1, baseRevision: 0, kind: 'set', quality: null, carriedFrom: null },
    ...{ language: 'en', textRevision: null, at: unit.now(), typedAt: null },
    ...other,
  };
  const stream = { streamKind: 'assessment', streamId: assessmentId } as const;
  const end = await audit.lockHead(stream.streamKind, stream.streamId);
  const linked = linkTo(end, event, eventFacts, { actorId: unit.actor(), body });
  await insertRow(unit.manager(), AnswerEventRow, linked.row);
  await insertRow(unit.manager(), PersonalContentRow, linked.content);
  await unit.manager().update(StreamHeadRow, stream, linked.end);
  unit.trace({ kind: 'assessment', id: assessmentId, sequence: linked.end.sequence });
  return { id: event.id };
}

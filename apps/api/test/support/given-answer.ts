import { uuidv7 } from 'uuidv7';
import type { Appended, NewAnswerEvent } from '../../src/audit/chain.js';
import type { Writing } from './given.js';

/** An answer event as a form would cause it; inside a unit of work. */
export async function givenAnswerEvent(
  { chain }: Pick<Writing, 'chain'>,
  assessmentId: string,
  other: Partial<NewAnswerEvent> = {},
): Promise<Appended> {
  return chain.appendAnswerEvent({
    ...{
      assessmentId,
      saveId: uuidv7(),
      questionId: 'edu-one',
      instanceId: '',
      revision: 1,
      baseRevision: 0,
    },
    ...{ kind: 'set', quality: null, carriedFrom: null, language: 'en', textRevision: null },
    body: { answer: { kind: 'value', value: true } },
    ...other,
  });
}

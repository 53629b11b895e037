import type { AnswerSave, CurrentAnswer } from '@kilim/contracts';
import type { CompiledQuestionnaire } from '@kilim/indicators';
import { canonicalJson } from '../../audit/canonical-json.js';
import { Problem } from '../../http/problem.js';
import { bodyOf } from '../answer-body.js';
import { notAskedAt } from '../not-asked.js';
import type { CurrentAnswerRow } from '../current-answer.entity.js';
import type { EarlierSave } from './group-facts.js';

/** A save that was made upon another revision than the one that stands. */
export interface LostSave {
  readonly save: AnswerSave;
  /** Undefined when the question has never been answered. */
  readonly current: CurrentAnswerRow | undefined;
}

/**
 * A question that is hidden now is still one of the version's: a save of it that comes late is kept, and does not count;
 * so is one within an instance that its set does not list, or does not list any more.
 *
 * @throws Problem `answer.notAsked`
 */
export function assertAsked(saves: readonly AnswerSave[], compiled: CompiledQuestionnaire): void {
  const places = saves.flatMap((save, index) => {
    const place = notAskedAt(compiled, save);
    return place ? [{ ...place, pointer: `/saves/${String(index)}${place.pointer}` }] : [];
  });
  if (places.length > 0) throw new Problem('answer.notAsked', { places });
}

/**
 * A repeated save is answered as the first time; another change under its id would be lost in silence.
 *
 * @throws Problem `answer.saveIdReused`
 */
export function assertSameSave(saves: readonly AnswerSave[], save: AnswerSave, earlier: EarlierSave): void {
  const { event, body } = earlier;
  const isSame =
    event.questionId === save.questionId &&
    event.instanceId === save.instanceId &&
    event.baseRevision === save.baseRevision &&
    event.kind === save.kind &&
    // What was erased can't be compared.
    (body === undefined || canonicalJson(bodyOf(save, body.against)) === canonicalJson(body));
  if (isSame) return;
  const message = 'A change under this id was saved before, and it said something else.';
  const pointer = `/saves/${String(saves.indexOf(save))}/saveId`;
  throw new Problem('answer.saveIdReused', {
    detail: 'Nothing of this request was saved. Give each change an id of its own.',
    places: [{ in: 'body', pointer, message }],
  });
}

/** What somebody is told whose saves were made upon an older revision: where, and the newer answers. */
export function staleProblem(
  saves: readonly AnswerSave[],
  lost: readonly LostSave[],
  shown: (row: CurrentAnswerRow) => CurrentAnswer,
): Problem {
  return new Problem('answer.stale', {
    detail: 'Nothing of this request was saved. Look at the newer answer, then save again upon its revision.',
    places: lost.map(({ save, current }) => ({
      in: 'body',
      pointer: `/saves/${String(saves.indexOf(save))}/baseRevision`,
      message: `The answer is at revision ${String(current?.revision ?? 0)}.`,
    })),
    details: {
      stale: lost.flatMap(({ save: { saveId }, current }) =>
        current ? [{ saveId, current: shown(current) }] : [],
      ),
    },
  });
}

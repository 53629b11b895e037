import type { AnswerSave, CurrentAnswer } from '@kilim/contracts';
import type { CompiledQuestionnaire } from '@kilim/indicators';
import { canonicalJson } from '../../audit/canonical-json.js';
import { Problem } from '../../http/problem.js';
import { bodyOf, qualityOf } from '../answer-body.js';
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
export function assertSameSave(
  saves: readonly AnswerSave[],
  save: AnswerSave,
  { event, body }: MadeBefore,
): void {
  const isSame =
    event.questionId === save.questionId &&
    event.instanceId === save.instanceId &&
    event.baseRevision === save.baseRevision &&
    event.kind === save.kind &&
    event.quality === qualityOf(save) &&
    // What was erased can't be compared.
    (body === undefined || canonicalJson(bodyOf(save, body.against)) === canonicalJson(body));
  if (isSame) return;
  const message = 'A change under this id came before, and it said something else.';
  const pointer = `/saves/${String(saves.indexOf(save))}/saveId`;
  throw new Problem('answer.saveIdReused', {
    detail: 'Nothing of this request was saved. Give each change an id of its own.',
    places: [{ in: 'body', pointer, message }],
  });
}

/** What a save that came before had said. */
interface MadeBefore extends Pick<EarlierSave, 'body'> {
  readonly event: Pick<
    EarlierSave['event'],
    'questionId' | 'instanceId' | 'baseRevision' | 'kind' | 'quality'
  >;
}

/**
 * A save that stands twice in one request is made once.
 *
 * @throws Problem `answer.saveIdReused` when two different ones share an id
 */
export function firstOfEach(saves: readonly AnswerSave[]): readonly AnswerSave[] {
  if (saves.length === 1) return saves;
  const first = new Map<string, AnswerSave>();
  for (const save of saves) {
    const before = first.get(save.saveId);
    if (before)
      assertSameSave(saves, save, {
        event: { ...before, quality: qualityOf(before) },
        body: bodyOf(before, null),
      });
    else first.set(save.saveId, save);
  }
  return [...first.values()];
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

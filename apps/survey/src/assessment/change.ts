import type { AnswerSave, CurrentAnswer, DataQuality } from '@kilim/contracts';
import { sameAnswer, type Answer, type AnswerValue, type QuestionKind } from '@kilim/indicators';

/** What is told of a figure beside it: how good it is, and where it is from. */
export interface FigureFacts {
  readonly quality?: DataQuality | undefined;
  readonly source?: string | undefined;
}

/** What a person did to one answer. */
export type Change =
  | {
      readonly kind: 'set';
      readonly value: AnswerValue;
      readonly quality?: DataQuality;
      readonly source?: string;
      readonly comment?: string;
    }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'notApplicable'; readonly reason: string };

/** An answer as the person sees it: with changes the server does not have yet. */
export interface HeldAnswer {
  /** Null: none, or cleared. */
  readonly answer: Answer | null;
  readonly reason?: string;
  readonly quality?: DataQuality;
  readonly source?: string;
  readonly comment?: string;
}

/** How an answer stands once a change is made. */
export function heldAfter(change: Change): HeldAnswer {
  switch (change.kind) {
    case 'set': {
      const { kind: _kind, value, ...about } = change;
      return { answer: { kind: 'value', value }, ...about };
    }
    case 'cleared':
      return { answer: null };
    case 'notApplicable':
      return { answer: { kind: 'notApplicable' }, reason: change.reason };
  }
}

/** What is told of a figure, taken from what tells more. */
export function figureOf({ quality, source }: FigureFacts): Pick<HeldAnswer, 'quality' | 'source'> {
  return { ...(quality !== undefined && { quality }), ...(source !== undefined && { source }) };
}

/** An answer as the server has it. */
export function heldOf(current: CurrentAnswer): HeldAnswer {
  const { answer, reason, comment } = current;
  return {
    answer,
    ...(reason !== undefined && { reason }),
    ...figureOf(current),
    ...(comment !== undefined && { comment }),
  };
}

/** The change that a save carries. */
export function changeOf(save: AnswerSave): Change {
  switch (save.kind) {
    case 'set':
      return {
        kind: 'set',
        value: save.value,
        ...figureOf(save),
        ...(save.comment !== undefined && { comment: save.comment }),
      };
    case 'cleared':
      return { kind: 'cleared' };
    case 'notApplicable':
      return { kind: 'notApplicable', reason: save.reason };
  }
}

/** True when two people said the same: then nobody has to choose. */
export function saysTheSame(kind: QuestionKind | undefined, one: HeldAnswer, other: HeldAnswer): boolean {
  return sameAnswer(kind, one.answer, other.answer) && aboutIt(one) === aboutIt(other);
}

function aboutIt({ reason, quality, source, comment }: HeldAnswer): string {
  return JSON.stringify([reason, quality, source, comment]);
}

/** The change that makes an answer what it was; undefined where it did not apply and why is not known any more. */
export function changeTo({ answer, reason, ...about }: HeldAnswer): Change | undefined {
  if (answer === null) return { kind: 'cleared' };
  if (answer.kind === 'value') return { kind: 'set', value: answer.value, ...about };
  return reason === undefined ? undefined : { kind: 'notApplicable', reason };
}

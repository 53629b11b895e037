import type { AnswerSave, CurrentAnswer, DataQuality } from '@kilim/contracts';
import type { Answer, AnswerValue } from '@kilim/indicators';

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

/** An answer as the server has it. */
export function heldOf(current: CurrentAnswer): HeldAnswer {
  const { answer, reason, quality, source, comment } = current;
  return {
    answer,
    ...(reason !== undefined && { reason }),
    ...(quality !== undefined && { quality }),
    ...(source !== undefined && { source }),
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
        ...(save.quality !== undefined && { quality: save.quality }),
        ...(save.source !== undefined && { source: save.source }),
        ...(save.comment !== undefined && { comment: save.comment }),
      };
    case 'cleared':
      return { kind: 'cleared' };
    case 'notApplicable':
      return { kind: 'notApplicable', reason: save.reason };
  }
}

/** True when two people said the same: then nobody has to choose. */
export function saysTheSame(one: HeldAnswer, other: HeldAnswer): boolean {
  return canonical(one) === canonical(other);
}

function canonical({ answer, reason, quality, source, comment }: HeldAnswer): string {
  const value = answer?.kind === 'value' ? sorted(answer.value) : (answer?.kind ?? null);
  return JSON.stringify([answer?.kind, value, reason, quality, source, comment]);
}

/** The order of choices and rows says nothing. */
function sorted(value: AnswerValue): unknown {
  if (Array.isArray(value)) return [...value].sort();
  if (typeof value === 'object') return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return value;
}

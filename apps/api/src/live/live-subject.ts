import type { LiveDraftEvent, LiveEvent } from '@kilim/contracts';

/** What somebody has open and is told about: an assessment, or a draft. Its id is also that of its stream of the record. */
export interface LiveSubject {
  readonly kind: 'assessment' | 'draft';
  readonly id: string;
}

/** Whatever is told on a stream. */
export type AnyLiveEvent = LiveEvent | LiveDraftEvent;

/** An event that stands for an entry of the record. */
export type RecordEvent = Extract<AnyLiveEvent, { readonly sequence: number }>;

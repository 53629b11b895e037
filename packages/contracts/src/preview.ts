import { Language, type DraftContent } from '@kilim/indicators';
import * as z from 'zod';
import { CurrentAnswer } from './answers.js';

/** Where the form is that the editor shows beside a draft. */
export const PREVIEW_PATH = '/survey/preview';

/** Who somebody tries a draft as: a city that answers, or an expert whose values count in place of the city's. */
export const PreviewReader = z.enum(['city', 'expert']);
export type PreviewReader = z.infer<typeof PreviewReader>;

/**
 * What the editor tells the form beside it, as a message from one page of ours to another: what to show, and where to
 * stand. Nothing of it goes to the server.
 */
export const PreviewOrder = z.strictObject({
  kind: z.literal('preview.show'),
  /** Absent: as it was told before. It comes from the editor's memory; the engine checks it before it is shown. */
  content: z.custom<DraftContent>((value) => typeof value === 'object' && value !== null).optional(),
  language: Language,
  as: PreviewReader,
  /** Counts how often it was begun anew: with another number all answers are gone. */
  trial: z.int(),
  /** The code of a section; absent: the first one. */
  section: z.string().optional(),
  /** The code of a question in it. */
  question: z.string().optional(),
});
export type PreviewOrder = z.infer<typeof PreviewOrder>;

/** What the form tells the editor: that it listens, and what was answered. */
export const PreviewNews = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('preview.ready') }),
  z.strictObject({
    kind: z.literal('preview.answered'),
    as: PreviewReader,
    answers: z.array(CurrentAnswer).readonly(),
  }),
]);
export type PreviewNews = z.infer<typeof PreviewNews>;

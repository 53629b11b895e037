import type { Question, ShownText, TextField } from '@kilim/indicators';

/** What sentences about questions are made with: questions and texts, of a published version or of a draft. */
export interface WordBook {
  /** What a part is called; its id where it has no title. */
  title(id: string): string;
  find(id: string, field: TextField): ShownText | undefined;
  question(id: string): { readonly question: Question } | undefined;
}

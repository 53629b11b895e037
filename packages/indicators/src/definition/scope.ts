import type { PlacedQuestion } from './parts.js';
import type { Question } from './question.js';

/** What a condition or formula finds under an id, from where it stands. */
export type Found =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'unknown' }
  /** It stands in a repeated set that this place is not in. */
  | { readonly kind: 'outOfReach'; readonly question: Question; readonly set: Question };

/** The questions of a version, as they can be looked at from outside repeated sets or from within one. */
export class Scope {
  private constructor(
    private readonly byId: ReadonlyMap<string, PlacedQuestion>,
    /** The set this place is in. */
    readonly set: string | undefined,
  ) {}

  static of(questions: readonly PlacedQuestion[]): Scope {
    return new Scope(new Map(questions.map((placed) => [placed.question.id, placed])), undefined);
  }

  /** The same questions, looked at from within a set, or from outside all. */
  within(set: string | undefined): Scope {
    return new Scope(this.byId, set);
  }

  find(id: string): Found {
    const placed = this.byId.get(id);
    if (placed === undefined) return { kind: 'unknown' };
    const { question, set } = placed;
    if (set === undefined || set.id === this.set) return { kind: 'question', question };
    return { kind: 'outOfReach', question, set };
  }

  /** A question that can be looked at from here. */
  question(id: string): Question | undefined {
    const found = this.find(id);
    return found.kind === 'question' ? found.question : undefined;
  }

  /** A question wherever it stands. */
  anywhere(id: string): Question | undefined {
    return this.byId.get(id)?.question;
  }
}

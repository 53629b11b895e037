import type { Id } from '../../definition/identity.js';
import type { Question } from '../../definition/question.js';

/** A choice, column or row as the SurveyJS document knows it, and as we do. */
export interface KnownValue {
  readonly value: unknown;
  readonly id: Id;
}

/** A question by what the SurveyJS document calls it and its values. */
export interface KnownQuestion {
  readonly question: Question;
  /** The repeated set it stands in. */
  readonly set: Id | undefined;
  /** Of choices or columns; of a yes/no question by the ids `yes` and `no`. */
  readonly choices: readonly KnownValue[];
  readonly rows: readonly KnownValue[];
}

/** What a name in an expression stands for. */
export type Reference =
  | { readonly kind: 'answer'; readonly known: KnownQuestion }
  | { readonly kind: 'row'; readonly known: KnownQuestion; readonly row: Id }
  | { readonly kind: 'place'; readonly known: KnownQuestion; readonly place: number }
  | { readonly kind: 'count'; readonly known: KnownQuestion };

/** The names of a document. */
export class Names {
  private readonly known = new Map<string, KnownQuestion>();

  /** @param set the id of the repeated set within which the name is looked up */
  add(name: string, set: Id | undefined, question: KnownQuestion): void {
    for (const key of [name, name.toLowerCase()]) {
      const full = keyOf(set, key);
      if (!this.known.has(full)) this.known.set(full, question);
    }
  }

  /** What a name stands for, seen from outside or from within a set; undefined for nothing that can be looked at. */
  find(name: string, from: Id | undefined): Reference | undefined {
    for (const prefix of ['panel.', 'row.'])
      if (from !== undefined && name.startsWith(prefix)) return this.within(name.slice(prefix.length), from);
    return this.within(name, undefined);
  }

  private within(name: string, set: Id | undefined): Reference | undefined {
    const whole = this.question(name, set);
    if (whole) return { kind: 'answer', known: whole };
    const dot = name.lastIndexOf('.');
    const above = dot > 0 ? this.question(name.slice(0, dot), set) : undefined;
    if (above) return below(above, name.slice(dot + 1));
    const open = name.lastIndexOf('[');
    const listed = open > 0 && name.endsWith(']') ? this.question(name.slice(0, open), set) : undefined;
    const place = Number(name.slice(open + 1, -1));
    if (listed?.question.kind !== 'ranking' || !Number.isInteger(place) || place < 0) return undefined;
    return { kind: 'place', known: listed, place };
  }

  /** A question of the set, or outside all sets. */
  question(name: string, set: Id | undefined): KnownQuestion | undefined {
    return this.known.get(keyOf(set, name)) ?? this.known.get(keyOf(set, name.toLowerCase()));
  }
}

function below(known: KnownQuestion, part: string): Reference | undefined {
  if (part === 'length') return { kind: 'count', known };
  if (known.question.kind !== 'matrix') return undefined;
  const row = idOf(known.rows, part);
  return row === undefined ? undefined : { kind: 'row', known, row };
}

function keyOf(set: Id | undefined, name: string): string {
  return `${set ?? ''} ${name}`;
}

/** The id of a value: of the same, else of one that SurveyJS takes for the same (`Yes` and `yes`, `3` and `"3"`). */
export function idOf(values: readonly KnownValue[], wanted: unknown): Id | undefined {
  const same = values.find(({ value }) => value === wanted);
  return (same ?? values.find(({ value }) => looseText(value) === looseText(wanted)))?.id;
}

function looseText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim().toLowerCase();
}

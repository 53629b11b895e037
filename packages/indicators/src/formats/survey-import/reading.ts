import type { Id } from '../../definition/identity.js';
import type { Path } from '../../definition/json-pointer.js';
import type { Question } from '../../definition/question.js';
import type { LossList } from '../losses.js';
import { Names } from '../survey-language/names.js';
import { ReadTexts } from './read-texts.js';

/** An expression and where it stands. */
export interface Expression {
  readonly source: string;
  readonly path: Path;
}

/** A question as far as it is read before expressions are: all names must be known first. */
export interface ReadQuestion {
  readonly question: Question;
  /** All must hold for it to be asked: those of its page, its panels and its own. */
  readonly conditions: readonly Expression[];
  /** Of a computed question. */
  readonly formula?: Expression;
  /** A computed question within a set that is never shown and says nothing but its formula. */
  readonly isOutOfSight?: boolean;
  readonly path: Path;
}

/** A page, and the questions of each set by its id. */
export interface ReadSection {
  readonly id: Id;
  readonly code: string;
  readonly questions: readonly ReadQuestion[];
}

/** Codes that are taken, each with how often it has been asked for. */
export type TakenCodes = Map<string, number>;

/** What all readers of one document share. */
export class Reading {
  readonly texts: ReadTexts;
  readonly names = new Names();
  /** What is asked within each set. */
  readonly within = new Map<Id, readonly ReadQuestion[]>();
  private readonly codes: TakenCodes = new Map();
  private readonly ids = new Set<Id>();

  constructor(
    readonly losses: LossList,
    private readonly newId: () => Id,
    /** The ids of our own that the document may speak of. */
    private readonly ours: ReadonlySet<Id>,
  ) {
    this.texts = new ReadTexts(losses);
  }

  /** The name when it is an id of ours, else a new one. */
  idFor(name: unknown): Id {
    const isOurs = typeof name === 'string' && this.ours.has(name) && !this.ids.has(name);
    const id = isOurs ? name : this.newId();
    this.ids.add(id);
    return id;
  }

  /** A code that is free in the version, as like the name as it may be. */
  codeFor(name: string, path: Path): string {
    return this.freeCode(name, this.codes, path);
  }

  /** @param taken codes that are taken where it is to be unique */
  freeCode(name: string, taken: TakenCodes, path: Path): string {
    const plain = codeOf(name);
    let code = plain;
    while (taken.has(code)) {
      // Goes on where it stopped the last time: there may be thousands of one name.
      const next = (taken.get(plain) ?? 1) + 1;
      taken.set(plain, next);
      const suffix = `-${String(next)}`;
      code = plain.slice(0, CODE_MAXIMUM - suffix.length) + suffix;
    }
    taken.set(code, 1);
    if (code !== name)
      this.losses.add(
        path,
        name,
        `As a code it is “${code}”: codes are unique and have 24 plain characters.`,
      );
    return code;
  }
}

const CODE_MAXIMUM = 24;

function codeOf(name: string): string {
  const plain = name.slice(0, 200).replaceAll(/[^A-Za-z0-9.-]/g, '-');
  let start = 0;
  while (plain[start] === '-' || plain[start] === '.') start += 1;
  const code = plain.slice(start, start + CODE_MAXIMUM);
  return code === '' ? 'x' : code;
}

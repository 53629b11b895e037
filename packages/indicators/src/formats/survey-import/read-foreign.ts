import type { Id } from '../../definition/identity.js';
import type { Path } from '../../definition/json-pointer.js';
import type { PlainQuestion, Question } from '../../definition/question.js';
import type { Section } from '../../definition/questionnaire.js';
import type { LossList } from '../losses.js';
import { calculateInPlace } from './calculations-in-place.js';
import { Fields, type Listed } from './fields.js';
import { readElements, takeConditions } from './read-elements.js';
import { readConditions, readFormulas, type Formulas, type Placed } from './read-expressions.js';
import { languageOf, type ReadText } from './read-texts.js';
import { Reading, type ReadQuestion, type ReadSection, type TakenCodes } from './reading.js';

/** A SurveyJS document as it was understood. */
export interface Foreign {
  readonly sections: Section[];
  readonly texts: readonly ReadText[];
  /** The language that the document says it is shown in. */
  readonly locale: string | undefined;
}

/** What of our own is known of a document. */
export interface Known {
  /** The ids of ours that it may speak of. */
  readonly ids: ReadonlySet<Id>;
  /** A question that stands in the document just as we wrote it. */
  unchanged(read: ReadQuestion): Question | undefined;
  /** Whether what stands there is just as we wrote it, whatever else became of the document. */
  wrote(path: Path): boolean;
}

/** Reads a document as SurveyJS knows it: pages as sections, elements as questions, expressions as conditions. */
export function readForeign(document: Fields, newId: () => Id, losses: LossList, own: Known): Foreign {
  const reading = new Reading(losses, newId, own.ids);
  const locale = document.takeText('locale');
  reading.texts.take(document, 'title', 'questionnaire', 'title', 'Imported survey');
  reading.texts.take(document, 'description', 'questionnaire', 'intro');
  const sections = readPages(document, reading);
  document.end();
  return {
    sections: new Assembly(reading, own, sections).sections(),
    texts: reading.texts.read,
    locale: locale === undefined ? undefined : languageOf(locale),
  };
}

/** The pages; a document without pages is one. */
function readPages(document: Fields, reading: Reading): readonly ReadSection[] {
  const codes: TakenCodes = new Map();
  const pages = document.takeList('pages').flatMap((each, at) => readPage(each, at, codes, reading) ?? []);
  const listed = [...document.takeList('elements'), ...document.takeList('questions')];
  if (listed.length === 0) return pages;
  const id = reading.idFor(undefined);
  const code = reading.freeCode('S1', codes, []);
  reading.texts.say(id, 'title', 'Questions', []);
  return [...pages, { id, code, questions: readElements(listed, { conditions: [] }, reading) }];
}

function readPage(
  { value, path }: Listed,
  at: number,
  codes: TakenCodes,
  reading: Reading,
): ReadSection | undefined {
  const fields = Fields.of(value, path, reading.losses);
  if (!fields) return undefined;
  const name = fields.takeText('name') ?? `page${String(at + 1)}`;
  const id = reading.idFor(name);
  const code = reading.freeCode(name, codes, path);
  reading.texts.take(fields, 'title', id, 'title', name);
  reading.texts.take(fields, 'description', id, 'intro');
  const conditions = takeConditions(fields, []);
  const listed = [...fields.takeList('elements'), ...fields.takeList('questions')];
  const questions = readElements(listed, { conditions }, reading);
  fields.end();
  return { id, code, questions };
}

/** Puts questions together once all of them, and so all names, are known. */
class Assembly {
  private readonly formulas: Formulas;
  private readonly lost: ReadonlySet<Id>;
  /** Where the calculations out of sight stand, by the ids of their questions. */
  private readonly outOfSight: ReadonlyMap<Id, Path>;

  constructor(
    private readonly reading: Reading,
    private readonly own: Known,
    private readonly read: readonly ReadSection[],
  ) {
    const placed = read.flatMap(({ questions }) => questions.flatMap((each) => this.placed(each)));
    const changed = placed.filter((each) => own.unchanged(each.read) === undefined);
    this.formulas = readFormulas(changed, reading);
    this.lost = new Set(
      changed
        .filter((each) => each.read.formula !== undefined && !this.formulas.has(each.read.question.id))
        .map((each) => each.read.question.id),
    );
    this.outOfSight = new Map(
      placed
        .filter(({ read: { isOutOfSight } }) => isOutOfSight === true)
        .map(({ read: { question, path } }) => [question.id, path]),
    );
  }

  sections(): Section[] {
    const sections = this.read.map(({ id, code, questions }) => ({
      id,
      code,
      questions: questions.flatMap((each) => this.question({ read: each, set: undefined }) ?? []),
    }));
    return this.outOfSight.size === 0 ? sections : this.calculatedInPlace(sections);
  }

  private calculatedInPlace(sections: readonly Section[]): Section[] {
    const calculations = new Map([...this.formulas].filter(([id]) => this.outOfSight.has(id)));
    const isOurs = (id: Id) => this.own.wrote(this.outOfSight.get(id) ?? []);
    const written = calculateInPlace(sections, calculations, isOurs);
    const needless = [...this.outOfSight].filter(
      ([id]) => written.gone.has(id) || (this.lost.has(id) && isOurs(id)),
    );
    this.reading.losses.withdraw(needless.map(([, path]) => path));
    return written.sections;
  }

  private placed(read: ReadQuestion): readonly Placed[] {
    const within = this.reading.within.get(read.question.id) ?? [];
    const set = read.question.id;
    return [{ read, set: undefined }, ...within.map((each) => ({ read: each, set }))];
  }

  /** Undefined for a computed question that can not be computed. */
  private question(placed: Placed): Question | undefined {
    const { question, path } = placed.read;
    const same = this.own.unchanged(placed.read);
    if (same) return same;
    if (this.lost.has(question.id)) {
      this.reading.losses.add(path, question.code, 'The question is lost: it can not be computed.');
      return undefined;
    }
    const askedIf = readConditions(placed, (id) => !this.lost.has(id), this.reading);
    const asked = { ...question, ...(askedIf !== undefined && { askedIf }) };
    switch (asked.kind) {
      case 'computed':
        return { ...asked, formula: this.formulas.get(asked.id) ?? asked.formula };
      case 'set':
        return { ...asked, questions: this.within(asked.id) };
      default:
        return asked;
    }
  }

  private within(set: Id): PlainQuestion[] {
    const read = this.reading.within.get(set) ?? [];
    const questions = read.map((each) => this.question({ read: each, set }));
    return questions.filter((each) => each !== undefined && each.kind !== 'set');
  }
}

import type * as fc from 'fast-check';
import { arbitraryFrom, type Draw } from '../definition/draw.arbitrary.js';
import { buildQuestionnaire, titlesFor } from '../definition/questionnaire.arbitrary.js';
import { TEXT_FIELDS } from '../definition/texts.js';
import type { DraftChange, PartPlace } from './change.js';
import { contentOf, openDraft, textsOf, type DraftDocument } from './draft-document.js';
import { findPart } from './find-part.js';
import { addressIn, listsOf, partsWithin, type PartList } from './part-address.js';

/** A random draft: any questionnaire, translated in part, some warnings accepted. */
export function buildDraft(draw: Draw): DraftDocument {
  const questionnaire = buildQuestionnaire(draw);
  const glossary = draw.flip() ? [{ id: 'term-one', code: 'one' }] : undefined;
  const source = titlesFor(questionnaire);
  const texts = Object.fromEntries(
    draw.some(Object.keys(source.texts), 0).map((key) => [key, { text: `PL ${key}`, of: 'a'.repeat(64) }]),
  );
  return openDraft({
    questionnaire: { ...questionnaire, ...(glossary && { glossary }) },
    source,
    translations: draw.flip() ? [{ language: 'pl', texts }] : [],
    accepted: draw.flip()
      ? [
          {
            code: 'capWithoutEffect',
            part: draw.pick(addressesOf(questionnaire)),
            reason: 'It reads better.',
          },
        ]
      : [],
  });
}

export function arbitraryDraft(): fc.Arbitrary<DraftDocument> {
  return arbitraryFrom((draw) => buildDraft(draw));
}

/** A draft and a change of it that can be applied; `newId` makes ids that nobody else has made. */
export function buildChange(draw: Draw, document: DraftDocument, newId: () => string): DraftChange {
  const { questionnaire } = document;
  const parts = addressesOf(questionnaire);
  const ids = parts.filter((each) => !each.includes('/'));
  const part = draw.pick([...ids, 'questionnaire']);
  const field = draw.pick(TEXT_FIELDS);
  const texts = textsOf(document, part);
  switch (
    draw.pick(['set', 'text', 'translate', 'insert', 'insert', 'remove', 'move', 'move', 'more'] as const)
  ) {
    case 'set':
      return buildSet(draw, document, draw.pick(parts));
    case 'text': {
      const was = texts.source[field];
      const value = draw.flip() ? `text ${String(draw.integer(0, 99))}` : undefined;
      return { op: 'text', part, field, ...present({ value, was }) };
    }
    case 'translate': {
      const language = draw.pick(document.languages.length > 0 ? document.languages : ['xx']);
      const was = texts.translations[language]?.[field];
      const value = draw.flip() ? { text: 'tekst', of: 'b'.repeat(64), checked: true as const } : undefined;
      return { op: 'translate', language, part, field, ...present({ value, was }) };
    }
    case 'insert':
      return buildInsert(draw, document, newId);
    case 'remove':
      return { op: 'remove', part: draw.pick(parts) };
    case 'move':
      return buildMove(draw, document, draw.pick(parts));
    case 'more':
      return buildOther(draw, document, part);
  }
}

function buildOther(draw: Draw, document: DraftDocument, part: string): DraftChange {
  const language = draw.pick(['pl', 'de', 'fr']);
  const warning = { code: 'bandTooFine', part } as const;
  switch (draw.pick(['addLanguage', 'removeLanguage', 'accept', 'replace'] as const)) {
    case 'addLanguage':
      return { op: 'addLanguage', language };
    case 'removeLanguage':
      return { op: 'removeLanguage', language };
    case 'accept': {
      const was = document.accepted.find((each) => each.part === part && each.code === warning.code)?.reason;
      const reason = draw.flip() ? 'On purpose.' : undefined;
      return { op: 'accept', warning, ...present({ reason, was }) };
    }
    case 'replace':
      return { op: 'replace', content: contentOf(buildDraft(draw)) };
  }
}

const SETTABLE = ['weight', 'points', 'points', 'cap', 'minimum', 'exclusive', 'bands', 'seeAlso'];

function buildSet(draw: Draw, { questionnaire }: DraftDocument, address: string): DraftChange {
  const part = findPart(questionnaire, address)?.part ?? {};
  const isQuestion = 'required' in part;
  const field = draw.pick([
    ...['code', 'code', 'nothing'],
    ...Object.keys(part).filter((key) => SETTABLE.includes(key)),
    ...(isQuestion ? ['weight', 'askedIf', 'indicator', 'required'] : []),
  ]);
  const values: Readonly<Record<string, unknown>> = {
    code: draw.pick(['A.1', '', 'much too long a code for any code']),
    weight: draw.pick([0, 1.5, -3, 12345.6789]),
    required: draw.flip(),
    askedIf: draw.flip() ? { op: 'answered', question: 'q-gone' } : undefined,
    indicator: draw.flip() ? 'nobody' : undefined,
    points: draw.flip() ? draw.pick([2, { yes: 1, no: 2 }]) : undefined,
    cap: draw.flip() ? draw.pick([0, 3]) : undefined,
    minimum: draw.pick([-1e9, 5]),
    exclusive: draw.flip() ? true : undefined,
    bands: draw.flip() ? [{ from: 3, points: 5000 }] : undefined,
    seeAlso: draw.flip() ? [] : undefined,
  };
  return { op: 'set', part: address, field, ...present({ value: values[field], was: part[field] }) };
}

function buildInsert(draw: Draw, document: DraftDocument, newId: () => string): DraftChange {
  const list = draw.pick(['sections', 'questions', 'options', 'indicators', 'members', 'glossary'] as const);
  const owner = draw.pick([...ownersOf(document, list), 'questionnaire']);
  const id = newId();
  const value = {
    sections: { id, code: id.toUpperCase(), questions: [] },
    questions: { id, code: id, kind: 'text', required: false, maxLength: 10 },
    options: { id, code: id, points: 1 },
    indicators: { id, code: id },
    members: {
      of: draw.pick(document.questionnaire.indicators.map((each) => each.id).concat(id)),
      weight: 1,
    },
    glossary: { id, code: id, seeAlso: ['term-one'] },
  }[list];
  const texts = list === 'members' ? undefined : { [id]: { source: { title: 'New' }, translations: {} } };
  return { op: 'insert', place: buildPlace(draw, document, owner, list), value, ...present({ texts }) };
}

function buildMove(draw: Draw, document: DraftDocument, part: string): DraftChange {
  const found = findPart(document.questionnaire, part);
  const list = found?.steps.at(-1)?.list ?? 'questions';
  const own = found?.owner ?? 'questionnaire';
  const into = draw.flip() ? own : draw.pick([...ownersOf(document, list), 'questionnaire']);
  return { op: 'move', part, place: buildPlace(draw, document, into, list) };
}

function buildPlace(draw: Draw, { questionnaire }: DraftDocument, into: string, list: PartList): PartPlace {
  const owner = into === 'questionnaire' ? questionnaire : findPart(questionnaire, into)?.part;
  const siblings = listsOf(owner ?? {}).find(([name]) => name === list)?.[1] ?? [];
  const after = draw.pick([null, ...siblings.map((each) => addressIn(into, each))]);
  return { into, list, after };
}

/** The parts that have such a list. */
function ownersOf({ questionnaire }: DraftDocument, list: PartList): readonly string[] {
  return [...partsWithin('questionnaire', questionnaire)]
    .slice(1)
    .filter(({ part }) => list in part)
    .map(({ address }) => address);
}

function addressesOf(questionnaire: DraftDocument['questionnaire']): readonly string[] {
  return [...partsWithin('questionnaire', questionnaire)].slice(1).map(({ address }) => address);
}

/** An object without what is undefined. */
function present<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

import type { Option } from '../../definition/option.js';
import type { Id } from '../../definition/identity.js';
import type { KnownValue } from '../survey-language/names.js';
import { Fields, type Listed } from './fields.js';
import type { Reading, TakenCodes } from './reading.js';

/** Choices, columns or rows as ours, and as the document knows them. */
export interface ReadChoices {
  readonly options: Option[];
  readonly known: KnownValue[];
}

/** Reads choices, columns or rows: values, or objects with `value` and `text`. At most so many. */
export function readChoices(listed: readonly Listed[], most: number, reading: Reading): ReadChoices {
  const read: ReadChoices = { options: [], known: [] };
  const codes: TakenCodes = new Map();
  const values = new Set<unknown>();
  for (const { value: item, path } of listed) {
    if (read.options.length === most) {
      const left = String(listed.length - read.options.length);
      reading.losses.add(
        path,
        `${left} choices`,
        `A question has at most ${String(most)} of them.`,
        'Group them.',
      );
      break;
    }
    const isPlain = typeof item !== 'object' || item === null;
    const fields = Fields.of(isPlain ? { value: item } : item, path, reading.losses);
    const value = fields?.take('value') ?? fields?.take('name');
    if (!fields) continue;
    if (!isValue(value)) fields.lose('choice', 'It has no value that could be chosen.');
    else if (values.has(value)) fields.lose(String(value), 'Another choice has the same value.');
    else {
      values.add(value);
      const id = reading.idFor(value);
      read.options.push({ id, code: reading.freeCode(String(value), codes, path) });
      read.known.push({ value, id });
      reading.texts.take(fields, fields.has('text') ? 'text' : 'title', id, 'title', String(value));
    }
    fields.end();
  }
  return read;
}

/** The choices that SurveyJS adds by a switch: its property, the value it stands for, its words. */
const SPECIAL = [
  ['showNoneItem', 'hasNone', 'noneText', 'none', 'None'],
  ['showRefuseItem', 'hasRefuse', 'refuseText', 'refused', 'Refuse to answer'],
  ['showDontKnowItem', 'hasDontKnow', 'dontKnowText', 'dontknow', "Don't know"],
  ['showOtherItem', 'hasOther', 'otherText', 'other', 'Other'],
] as const;

/** Adds the choices that a question has by a switch, such as “none of these”. */
export function addSpecialChoices(
  fields: Fields,
  { options, known }: ReadChoices,
  isSeveral: boolean,
  reading: Reading,
): void {
  const codes: TakenCodes = new Map(options.map(({ code }) => [code, 1]));
  for (const [key, oldKey, textKey, value, words] of SPECIAL) {
    const isShown = [fields.takeFlag(key), fields.takeFlag(oldKey)].includes(true);
    if (!isShown) continue;
    const id: Id = reading.idFor(value);
    const path = [...fields.path, key];
    options.push({
      id,
      code: reading.freeCode(value, codes, path),
      ...(isSeveral && value !== 'other' && { exclusive: true }),
    });
    known.push({ value, id });
    reading.texts.take(fields, textKey, id, 'title', words);
    if (value === 'other')
      fields.lose(
        key,
        'The choice is carried over; the words that are typed beside it are not.',
        'Add a text question that is asked if it is chosen.',
        key,
      );
  }
}

export function isValue(value: unknown): value is string | number | boolean {
  return (
    (typeof value === 'string' && value !== '') ||
    (typeof value === 'number' && Number.isFinite(value)) ||
    typeof value === 'boolean'
  );
}

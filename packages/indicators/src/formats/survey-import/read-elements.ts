import type { Id } from '../../definition/identity.js';
import type { PlainQuestion, QuestionOf } from '../../definition/question.js';
import { INSTANCES_MAXIMUM } from '../../definition/question-limits.js';
import { Fields, type Listed } from './fields.js';
import { isPlainType, readAnswerPart, readText, takeChoices, type ReadPart } from './read-answer-part.js';
import { isValue, readChoices } from './read-choices.js';
import type { Expression, Reading, ReadQuestion } from './reading.js';

/** Where elements stand: under which conditions, and in which set. */
export interface Within {
  readonly conditions: readonly Expression[];
  readonly set?: Id;
}

/** Reads pages' elements in their order; panels only group them here. */
export function readElements(
  listed: readonly Listed[],
  within: Within,
  reading: Reading,
): readonly ReadQuestion[] {
  return listed.flatMap((each) => readElement(each, within, reading));
}

/** Takes the condition of a page, panel or question, together with those it already stands under. */
export function takeConditions(fields: Fields, above: readonly Expression[]): readonly Expression[] {
  const source = fields.takeText('visibleIf');
  return source === undefined ? above : [...above, { source, path: [...fields.path, 'visibleIf'] }];
}

function readElement({ value, path }: Listed, within: Within, reading: Reading): readonly ReadQuestion[] {
  const fields = Fields.of(value, path, reading.losses);
  if (!fields) return [];
  const type = fields.takeText('type') ?? '';
  const conditions = takeConditions(fields, within.conditions);
  const inside: Within = { ...within, conditions };
  const read = readByType(type, fields, inside, reading);
  if (read !== undefined) fields.end();
  else loseElement(type, fields);
  return read ?? [];
}

function readByType(
  type: string,
  fields: Fields,
  within: Within,
  reading: Reading,
): readonly ReadQuestion[] | undefined {
  switch (type) {
    case 'panel':
      return readPanel(fields, within, reading);
    case 'paneldynamic':
      return readSet(fields, 'templateElements', ['minPanelCount', 'maxPanelCount'], within, reading);
    case 'matrixdynamic':
      return readSet(fields, 'columns', ['minRowCount', 'maxRowCount'], within, reading);
    case 'matrixdropdown':
      return readMatrices(fields, within, reading);
    case 'multipletext':
      return readLines(fields, within, reading);
    case 'expression':
      return readComputed(fields, within, reading);
    default:
      return readPlain(type, fields, within, reading);
  }
}

function loseElement(type: string, fields: Fields): void {
  const name = fields.takeText('name') ?? type;
  if (type === 'html' || type === 'image')
    fields.lose(
      `${type} “${name}”`,
      'It is no question, and HTML and pictures are not carried over.',
      'Say it in the introduction of the section.',
    );
  else if (type === '') fields.lose(name, 'It does not say of what type it is.');
  else
    fields.lose(`${type} “${name}”`, 'There is no question of this kind here.', 'Ask for it in another way.');
}

function readPanel(fields: Fields, within: Within, reading: Reading): readonly ReadQuestion[] {
  fields.take('name');
  for (const key of ['title', 'description'])
    if (fields.take(key) !== undefined)
      fields.lose(
        key,
        'Questions stand directly in their section: a panel has no words of its own.',
        'Make it a section.',
        key,
      );
  return readElements(fields.takeList('elements'), within, reading);
}

/** The head of a question and its words. @param name what it is called in the document */
function readHead(
  fields: Fields,
  name: string,
  reading: Reading,
): { id: Id; code: string; required: boolean } {
  const id = reading.idFor(name);
  const code = reading.codeFor(name, fields.path);
  const required = fields.takeFlag('isRequired') === true;
  reading.texts.take(fields, 'title', id, 'title', name);
  reading.texts.take(fields, 'description', id, 'help');
  return { id, code, required };
}

function takeName(fields: Fields): string {
  const name = fields.take('name');
  return isValue(name) ? String(name) : 'question';
}

function known(name: string, set: Id | undefined, part: ReadPart, reading: Reading): void {
  const { question, choices = [], rows = [] } = part;
  reading.names.add(name, set, { question, set, choices, rows });
}

function readPlain(
  type: string,
  fields: Fields,
  { conditions, set }: Within,
  reading: Reading,
): readonly ReadQuestion[] | undefined {
  if (!isPlainType(type)) return undefined;
  const name = takeName(fields);
  const part = readAnswerPart(type, fields, readHead(fields, name, reading), reading);
  if (!part) return undefined;
  known(name, set, part, reading);
  const valueName = fields.takeText('valueName');
  if (valueName !== undefined) {
    known(valueName, set, part, reading);
    fields.lose('valueName', 'Two questions never share an answer here.', undefined, 'valueName');
  }
  return [{ question: part.question, conditions, path: fields.path }];
}

function readComputed(
  fields: Fields,
  { conditions, set }: Within,
  reading: Reading,
): readonly ReadQuestion[] | undefined {
  const source = fields.takeText('expression');
  if (source === undefined) return undefined;
  const name = takeName(fields);
  const isHidden = fields.peek('visible') === false && fields.holdsOnly('visible');
  const isOutOfSight = set !== undefined && conditions.length === 0 && isHidden;
  const decimals =
    fields.takeCount('maximumFractionDigits', 0, DECIMALS_MAXIMUM) ??
    fields.takeCount('precision', 0, DECIMALS_MAXIMUM) ??
    DECIMALS_MAXIMUM;
  const question: QuestionOf<'computed'> = {
    kind: 'computed',
    ...readHead(fields, name, reading),
    formula: { op: 'number', value: 0 },
    decimals,
  };
  known(name, set, { question }, reading);
  const formula = { source, path: [...fields.path, 'expression'] };
  return [{ question, conditions, formula, isOutOfSight, path: fields.path }];
}

const DECIMALS_MAXIMUM = 6;

/** Several lines of text: a question each. */
function readLines(fields: Fields, { conditions, set }: Within, reading: Reading): readonly ReadQuestion[] {
  const name = takeName(fields);
  loseHeading(fields);
  return fields.takeList('items').flatMap(({ value, path }): readonly ReadQuestion[] => {
    const item = Fields.of(value, path, reading.losses);
    if (!item) return [];
    const full = `${name}.${takeName(item)}`;
    const part = readText(item, readHead(item, full, reading), reading);
    known(full, set, part, reading);
    item.end();
    return [{ question: part.question, conditions, path }];
  });
}

/** A table of choices: a matrix for each column. */
function readMatrices(
  fields: Fields,
  { conditions, set }: Within,
  reading: Reading,
): readonly ReadQuestion[] {
  const name = takeName(fields);
  loseHeading(fields);
  const rows = fields.takeList('rows');
  return cellsOf(fields).flatMap(({ value, path }): readonly ReadQuestion[] => {
    const column = Fields.of(value, path, reading.losses);
    if (!column) return [];
    const type = column.takeText('type') ?? '';
    if (type !== 'dropdown' && type !== 'radiogroup') {
      loseElement(`column of ${type}`, column);
      return [];
    }
    const full = `${name}.${takeName(column)}`;
    const head = readHead(column, full, reading);
    const columns = takeChoices(column, false, COLUMNS_MAXIMUM, reading);
    const lines = readChoices(rows, ROWS_MAXIMUM, reading);
    const question: PlainQuestion = {
      kind: 'matrix',
      ...head,
      columns: columns.options,
      rows: lines.options,
    };
    known(full, set, { question, choices: columns.known, rows: lines.known }, reading);
    column.end();
    return [{ question, conditions, path }];
  });
}

const COLUMNS_MAXIMUM = 10;
const ROWS_MAXIMUM = 30;

/** The columns of a table as elements: each with a type, and the choices of the table where it has none of its own. */
function cellsOf(fields: Fields): readonly Listed[] {
  const choices = fields.take('choices');
  const usual = fields.takeText('cellType') ?? 'dropdown';
  return fields.takeList('columns').map(({ value, path }) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value, path };
    const { cellType, ...column } = value as Readonly<Record<string, unknown>>;
    const type = cellType === undefined || cellType === 'default' ? usual : cellType;
    return { value: { ...(choices !== undefined && { choices }), ...column, type }, path };
  });
}

/** What is asked again and again: a set, with each of its questions. Undefined within another set. */
function readSet(
  fields: Fields,
  key: 'templateElements' | 'columns',
  [least, most]: readonly [string, string],
  { conditions, set }: Within,
  reading: Reading,
): readonly ReadQuestion[] | undefined {
  if (set !== undefined) return undefined;
  const name = takeName(fields);
  const head = readHead(fields, name, reading);
  const elements = key === 'columns' ? cellsOf(fields) : fields.takeList(key);
  reading.texts.take(fields, 'templateTitle', head.id, 'instance');
  const minimum = fields.takeCount(least, 0, INSTANCES_MAXIMUM) ?? 0;
  const maximum = fields.takeCount(most, 1, INSTANCES_MAXIMUM);
  if (maximum === undefined)
    fields.lose(most, `There are at most ${String(INSTANCES_MAXIMUM)} of them here.`);
  const question: QuestionOf<'set'> = {
    kind: 'set',
    ...head,
    questions: [],
    minimum,
    maximum: maximum ?? INSTANCES_MAXIMUM,
  };
  reading.names.add(name, undefined, { question, set: undefined, choices: [], rows: [] });
  reading.within.set(head.id, readElements(elements, { conditions: [], set: head.id }, reading));
  return [{ question, conditions, path: fields.path }];
}

function loseHeading(fields: Fields): void {
  for (const key of ['title', 'description'])
    if (fields.take(key) !== undefined)
      fields.lose(
        key,
        'It becomes several questions, each with words of its own; those of the whole have no place.',
        'Say them in the introduction of the section.',
        key,
      );
  if (fields.takeFlag('isRequired') === true)
    fields.lose('isRequired', 'It becomes several questions, each required or not.', undefined, 'isRequired');
}

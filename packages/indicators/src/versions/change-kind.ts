import type { Option, RankedOption, Row } from '../definition/option.js';
import type { Question } from '../definition/question.js';
import type {
  Composite,
  Index,
  Indicator,
  Member,
  Questionnaire,
  Section,
  Term,
} from '../definition/questionnaire.js';
import type { Validation } from '../definition/validation.js';
import type { ContentDifference } from '../editing/content-differences.js';
import type { PartList } from '../editing/part-address.js';
import type { ChangeKind } from './version-change.js';

/** What is asked, offered or meant: other words there may mean another thing. What areas are called, answers do not hang on. */
const TEXTS_TO_JUDGE: ReadonlySet<PartList> = new Set([
  'questions',
  'options',
  'columns',
  'rows',
  'glossary',
]);

/** What it means that a part came, went or moved. */
const OF_LISTS: Readonly<Record<PartList, ChangeKind>> = {
  sections: 'structure',
  questions: 'structure',
  options: 'options',
  columns: 'options',
  rows: 'options',
  indicators: 'structure',
  composites: 'structure',
  indices: 'structure',
  members: 'structure',
  validations: 'conditions',
  glossary: 'wording',
};

type Fields<Part> = Part extends Part ? Exclude<keyof Part, 'id' | PartList> : never;
type Kinds<Part> = Readonly<Record<Fields<Part>, ChangeKind>>;

const OF_QUESTION: Kinds<Question> = {
  code: 'wording',
  derivedFrom: 'structure',
  indicator: 'structure',
  weight: 'weights',
  required: 'rules',
  mayNotApply: 'rules',
  askedIf: 'conditions',
  evidence: 'rules',
  quality: 'rules',
  kind: 'meaning',
  points: 'weights',
  cap: 'weights',
  places: 'weights',
  bands: 'weights',
  curve: 'weights',
  minimum: 'meaning',
  maximum: 'meaning',
  unit: 'meaning',
  decimals: 'meaning',
  ranked: 'meaning',
  maxLength: 'meaning',
  narrative: 'meaning',
  formula: 'meaning',
};

const OF_OPTION: Kinds<Option | RankedOption | Row> = {
  code: 'wording',
  points: 'weights',
  exclusive: 'options',
  counts: 'weights',
};

const OF_AREA: Kinds<Indicator | Composite | Index> = {
  code: 'wording',
  rules: 'rules',
  weightTotal: 'weights',
  coverageToScore: 'rules',
};

const OF_SECTION: Kinds<Section> = { code: 'wording' };
const OF_MEMBER: Kinds<Member> = { of: 'structure', weight: 'weights' };
const OF_TERM: Kinds<Term> = { code: 'wording', seeAlso: 'wording' };
const OF_VALIDATION: Kinds<Validation> = {
  code: 'wording',
  holds: 'conditions',
  severity: 'conditions',
  marks: 'conditions',
  set: 'conditions',
};
const OF_VERSION: Kinds<Questionnaire> = {
  format: 'wording',
  code: 'wording',
  version: 'wording',
  sourceLanguage: 'wording',
  illustrative: 'rules',
  rules: 'rules',
};

const OF_FIELDS: Readonly<Record<PartList, Readonly<Record<string, ChangeKind>>>> = {
  sections: OF_SECTION,
  questions: OF_QUESTION,
  options: OF_OPTION,
  columns: OF_OPTION,
  rows: OF_OPTION,
  indicators: OF_AREA,
  composites: OF_AREA,
  indices: OF_AREA,
  members: OF_MEMBER,
  validations: OF_VALIDATION,
  glossary: OF_TERM,
};

/** What a difference is about; see {@link ChangeKind}. */
export function kindOf({ change, list, field = '', from, to }: ContentDifference): ChangeKind {
  switch (change) {
    case 'text':
      return 'wording';
    case 'added':
    case 'removed':
    case 'moved':
      return list === undefined ? 'structure' : OF_LISTS[list];
    case 'field': {
      if (field === 'bands' && !sameSteps(from, to, 'from')) return 'meaning';
      if (field === 'curve' && !sameSteps(from, to, 'at')) return 'meaning';
      const kinds: Readonly<Record<string, ChangeKind>> = list === undefined ? OF_VERSION : OF_FIELDS[list];
      // A draft may hold what no version may.
      return kinds[field] ?? 'structure';
    }
  }
}

/** Whether other words may mean another thing; see `VersionChange.toJudge`. */
export function isToJudge({ change, list, from, to }: ContentDifference): boolean {
  return (
    change === 'text' &&
    list !== undefined &&
    TEXTS_TO_JUDGE.has(list) &&
    (typeof from !== 'string' || typeof to !== 'string' || !sameWords(from, to))
  );
}

/** Whether two texts say the same but for spaces, quotation marks and dashes. */
export function sameWords(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/["“”„«»‟]/g, '"')
    .replaceAll(/['‘’‚‛]/g, "'")
    .replaceAll(/[‐‑‒–—]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Whether two lists of bands or points of a curve begin at the same numbers, whatever these are worth. */
function sameSteps(one: unknown, other: unknown, at: 'from' | 'at'): boolean {
  const starts = (steps: unknown) =>
    Array.isArray(steps)
      ? JSON.stringify(steps.map((step) => (step as Readonly<Record<string, unknown>>)[at]))
      : 'none';
  return starts(one) === starts(other);
}

import {
  CodeBook,
  findPart,
  partAt,
  textsOf,
  translationOf,
  type DraftChange,
  type DraftDocument,
  type DraftFault,
  type Question,
  type Questionnaire,
  type TextField,
} from '@kilim/indicators';
import { fieldChange } from '../forms/field-value';
import { removals } from '../tree/part-removal';
import { fittedWeights } from './even-weights';

type Fields = Readonly<Record<string, unknown>>;
type Mend = (
  document: DraftDocument,
  fault: DraftFault,
  digest: (text: string) => string,
) => readonly DraftChange[];

/** Takes away the field that a fault is about. */
const clearing =
  (...fields: readonly string[]): Mend =>
  (document, { part }) => {
    const found = partAt(document.questionnaire, part) as Fields | undefined;
    return fields
      .filter((field) => found?.[field] !== undefined)
      .map((field) => fieldChange(document, part, field, undefined));
  };

/** Puts the points of a scale in rising order. */
const sorting =
  (field: 'bands' | 'curve', by: 'from' | 'at'): Mend =>
  (document, { part }) => {
    const points = (partAt(document.questionnaire, part) as Fields | undefined)?.[field];
    if (!Array.isArray(points)) return [];
    const known = new Map(
      (points as readonly Record<string, number>[]).map((point) => [point[by] ?? 0, point]),
    );
    const sorted = [...known].sort(([a], [b]) => a - b).map(([, point]) => point);
    return [fieldChange(document, part, field, sorted)];
  };

const removing: Mend = (document, { part }) => removals(document, [part]);

/**
 * What can be mended without asking: there is one way, and it says nothing that the author has not said. Everything
 * else only leads to its place.
 */
const MENDS: Readonly<Partial<Record<DraftFault['code'], Mend>>> = {
  duplicateCode: (document, { part }) => {
    const found = findPart(document.questionnaire, part);
    const list = found?.steps.at(-1)?.list;
    const code = found?.part['code'];
    if (found === undefined || list === undefined || typeof code !== 'string') return [];
    const free = new CodeBook(document.questionnaire).take(found.owner, list, code);
    return [fieldChange(document, part, 'code', free)];
  },
  weightsOff: (document, { part }) => {
    const mean = partAt(document.questionnaire, part) as Questionnaire['indices'][number] | undefined;
    return mean ? fittedWeights(mean) : [];
  },
  rangeEmpty: (document, { part }) => {
    const question = partAt(document.questionnaire, part) as Question | undefined;
    if (question?.kind !== 'number' || question.minimum <= question.maximum) return [];
    return [
      fieldChange(document, part, 'minimum', question.maximum),
      fieldChange(document, part, 'maximum', question.minimum),
    ];
  },
  bandsNotRising: sorting('bands', 'from'),
  curveNotRising: sorting('curve', 'at'),
  bandsStart: (document, { part }) => {
    const question = partAt(document.questionnaire, part) as Question | undefined;
    const bands = question && 'bands' in question ? question.bands : undefined;
    if (!bands?.[0] || !question) return [];
    const from = question.kind === 'number' ? question.minimum : 0;
    return [fieldChange(document, part, 'bands', [{ ...bands[0], from }, ...bands.slice(1)])];
  },
  bandsAndCurve: clearing('curve'),
  capWithoutEffect: clearing('cap'),
  capZero: clearing('cap'),
  exclusiveMisplaced: clearing('exclusive'),
  countsWithoutPlaces: clearing('counts'),
  weightWithoutIndicator: clearing('weight'),
  weightZero: (document, { part }) => [fieldChange(document, part, 'weight', 1)],
  pointsWithoutIndicator: clearing('points', 'bands', 'curve', 'places', 'cap'),
  neverScored: clearing('indicator', 'weight'),
  qualityMisplaced: clearing('quality'),
  evidenceMisplaced: clearing('evidence'),
  nobodyAnswers: clearing('mayNotApply'),
  // A part of it is not taken away unasked.
  conditionAlways: (document, fault, digest) =>
    fault.field === 'askedIf' ? clearing('askedIf')(document, fault, digest) : [],
  duplicateMember: removing,
  unknownMember: removing,
  unknownIndicator: clearing('indicator', 'weight'),
  unknownText: (document, { part, field }) => {
    const [kind, name = '', inner] = (field ?? '').split('/');
    const texts = textsOf(document, part);
    if (kind === 'text') {
      const was = texts.source[name as TextField];
      return was === undefined ? [] : [{ op: 'text', part, field: name as TextField, was }];
    }
    const was = texts.translations[name]?.[inner as TextField];
    return was === undefined
      ? []
      : [{ op: 'translate', language: name, part, field: inner as TextField, was }];
  },
  staleTranslation: (document, { part, field }, digest) => {
    const [, language = '', name] = (field ?? '').split('/');
    const { source, translations } = textsOf(document, part);
    const was = translations[language]?.[name as TextField];
    const text = source[name as TextField];
    if (was === undefined || text === undefined) return [];
    const value = translationOf(text, was.text, digest, true);
    return [{ op: 'translate', language, part, field: name as TextField, value, was }];
  },
};

/** The changes that mend a fault by themselves; undefined where a person has to decide. */
export function mendOf(
  document: DraftDocument,
  fault: DraftFault,
  digest: (text: string) => string,
): readonly DraftChange[] | undefined {
  const changes = MENDS[fault.code]?.(document, fault, digest);
  return changes === undefined || changes.length === 0 ? undefined : changes;
}

import { createHash } from 'node:crypto';
import type { PublishVersion } from '@kilim/contracts';
import {
  Questionnaire,
  SourceTexts,
  TranslatedTexts,
  type Question,
  type TranslatedText,
} from '@kilim/indicators';

/** The areas that the older version does not ask about: not zero, and not unanswered. */
const LATER_AREAS = ['ADI', 'PAR', 'ACT'];
/** The numbers of the questions that came in with the newer version, by area. */
const LATER_QUESTIONS: Readonly<Record<string, readonly number[]>> = {
  COM: [7, 8],
  EDU: [4, 5, 6],
  NEI: [4, 5],
  PUB: [6],
  BUS: [6, 7],
  CUL: [4, 5, 6],
  SPA: [5, 6],
  MED: [5, 6],
  LAN: [5, 6],
  MDA: [4, 5, 6],
  INT: [5, 6],
  KNO: [5, 6, 7],
  WEL: [5, 6],
  LEA: [7],
};

/** What areas were called before: the same areas all the same, by their ids. English, then Polish. */
const OLDER_NAMES: Readonly<Record<string, readonly [en: string, pl: string]>> = {
  COM: ['Intercultural commitment', 'Zaangażowanie międzykulturowe'],
  LENS: ['Urban policies through the intercultural lens', 'Polityka miejska z perspektywy międzykulturowej'],
  EDU: ['Education system', 'System edukacji'],
  CUL: ['Cultural and civil life', 'Życie kulturalne i obywatelskie'],
  SPA: ['Public spaces', 'Przestrzenie publiczne'],
  MDA: ['Media', 'Media'],
  WEL: ['Welcoming of new arrivals', 'Przyjmowanie nowo przybyłych'],
  LEA: ['Governance', 'Zarządzanie'],
};

const INTRO = [
  'This is the older version of the illustrative questionnaire, with 14 scored areas. Anti-discrimination, participation and interaction were not asked about yet.',
  'To starsza wersja przykładowego kwestionariusza, z 14 punktowanymi obszarami. Nie pytano w niej jeszcze o przeciwdziałanie dyskryminacji, partycypację ani interakcje.',
] as const;

/**
 * The version that was in use before the shipped one, made from it: fewer areas, fewer questions, one index, older
 * names. What is asked in both has the same ids, so answers and indicators can be followed through time.
 */
export function earlierVersion(shipped: PublishVersion): PublishVersion {
  const questionnaire = asItWas(Questionnaire.parse(shipped.questionnaire));
  const ids = idsIn(questionnaire);
  const source = SourceTexts.parse(shipped.source);
  const older = olderTexts(questionnaire);
  const isKept = (key: string): boolean => ids.has(key.slice(0, key.indexOf('.')));
  return {
    questionnaire,
    source: {
      ...source,
      texts: {
        ...Object.fromEntries(Object.entries(source.texts).filter(([key]) => isKept(key))),
        ...Object.fromEntries([...older].map(([key, [english]]) => [key, english])),
      },
    },
    translations: shipped.translations.map((each) => {
      const { language, texts } = TranslatedTexts.parse(each);
      const kept = Object.fromEntries(Object.entries(texts).filter(([key]) => isKept(key)));
      return { language, texts: { ...kept, ...(language === 'pl' && inPolish(older)) } };
    }),
  };
}

function asItWas(shipped: Questionnaire): Questionnaire {
  const later = new Set(
    shipped.sections.flatMap(({ code, questions }) =>
      questions
        .filter((question) => LATER_AREAS.includes(code) || isLater(question.code))
        .map(({ id }) => id),
    ),
  );
  const indicators = shipped.indicators.filter(({ code }) => !LATER_AREAS.includes(code));
  const left = new Set([...indicators, ...shipped.composites].map(({ id }) => id));
  return {
    ...shipped,
    version: '2023.1',
    sections: shipped.sections
      .filter(({ code }) => !LATER_AREAS.includes(code))
      .map((section) => ({
        ...section,
        questions: section.questions.filter(
          (question) => !later.has(question.id) && !looksAt(question, later),
        ),
      })),
    indicators,
    indices: shipped.indices
      .filter(({ code }) => code === 'CORE')
      .map((index) => ({ ...index, members: index.members.filter(({ of }) => left.has(of)) })),
    ...(shipped.validations && {
      validations: shipped.validations.filter((validation) => !looksAt(validation, later)),
    }),
  };
}

function isLater(code: string): boolean {
  const [area = '', number] = code.split('.');
  return LATER_QUESTIONS[area]?.includes(Number(number)) === true;
}

/** Whether something cannot be asked or checked without questions that there were not yet. */
function looksAt(part: Question | object, later: ReadonlySet<string>): boolean {
  return [...wordsIn(part)].some((word) => later.has(word));
}

/** Every id of a questionnaire, and the word by which it goes itself. */
function idsIn(questionnaire: Questionnaire): ReadonlySet<string> {
  return new Set(['questionnaire', ...wordsIn(questionnaire)]);
}

function* wordsIn(part: unknown): Iterable<string> {
  if (typeof part === 'string') yield part;
  else if (typeof part === 'object' && part !== null)
    for (const inner of Object.values(part)) yield* wordsIn(inner);
}

/** The texts that were others, by key. */
function olderTexts({
  indicators,
  composites,
  sections,
}: Questionnaire): ReadonlyMap<string, readonly [string, string]> {
  const named = [...indicators, ...composites, ...sections].flatMap(({ id, code }) => {
    const names = OLDER_NAMES[code];
    return names ? [[`${id}.title`, names] as const] : [];
  });
  return new Map([...named, ['questionnaire.intro', INTRO] as const]);
}

function inPolish(
  older: ReadonlyMap<string, readonly [string, string]>,
): Readonly<Record<string, TranslatedText>> {
  return Object.fromEntries(
    [...older].map(([key, [english, polish]]) => [
      key,
      { text: polish, of: createHash('sha256').update(english).digest('hex') },
    ]),
  );
}

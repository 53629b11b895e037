import { given } from '../definition/given.arbitrary.js';
import { titlesFor } from '../definition/questionnaire.arbitrary.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { openDraft, type DraftDocument } from './draft-document.js';
import { sha256 } from './sha256.js';

/** A small draft for the specs: two scored questions, one that looks at the other, wholly translated into Polish. */
export function givenDraft(changes: Partial<Questionnaire> = {}): DraftDocument {
  const questionnaire = given.questionnaire(
    [
      given.yesNo(),
      given.single({ askedIf: { op: 'equals', question: 'q-yes-no', value: true } }),
      given.text({ askedIf: { op: 'oneOf', question: 'q-single', options: ['opt-high'] } }),
    ],
    changes,
  );
  const source = titlesFor(questionnaire);
  const translated = Object.entries(source.texts).map(([key, text]) => [
    key,
    { text: `PL ${text}`, of: sha256(text) },
  ]);
  return openDraft({
    ...{ questionnaire, source, accepted: [] },
    translations: [{ language: 'pl', texts: Object.fromEntries(translated) }],
  });
}

/** A draft of so many questions in sections of 25 or as said, as large as real ones: options, help, two languages. */
export function largeDraft(questions: number, inSection = 25): DraftDocument {
  const at = Array.from({ length: questions }, (_, place) => place);
  const question = (place: number) => {
    const id = `q-${String(place)}`;
    const options = [0, 1, 2, 3].map((each) => ({
      ...{ id: `${id}-opt-${String(each)}`, code: `o${String(each)}`, points: each },
    }));
    return given.single({ id, code: `Q.${String(place)}`, options });
  };
  const sections = Array.from({ length: Math.ceil(questions / inSection) }, (_, section) => ({
    ...{ id: `sec-${String(section)}`, code: `S${String(section)}` },
    questions: at.filter((place) => Math.floor(place / inSection) === section).map(question),
  }));
  const questionnaire = given.questionnaire([], { sections });
  const titles = titlesFor(questionnaire);
  const help = at.map((place): readonly [string, string] => [
    `q-${String(place)}.help`,
    'What is meant by this, in two sentences. '.repeat(3),
  ]);
  const texts = { ...titles.texts, ...Object.fromEntries(help) };
  const translated = Object.entries(texts).map(([key, text]) => [key, { text, of: sha256(text) }]);
  return openDraft({
    ...{ questionnaire, accepted: [] },
    source: { ...titles, texts },
    translations: [{ language: 'pl', texts: Object.fromEntries(translated) }],
  });
}

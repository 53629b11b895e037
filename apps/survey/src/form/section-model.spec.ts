import { describe, expect, it } from '@jest/globals';
import {
  addressOf,
  compileQuestionnaire,
  Questionnaire,
  SourceTexts,
  TranslatedTexts,
  visibleQuestions,
  type Answers,
  type AnswerValue,
  type Id,
  type Question,
} from '@kilim/indicators';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { INSTANCES, someAnswer, someValue } from './answers.arbitrary.js';
import { SectionModel } from './section-model.js';

const CATALOGUE = '../../../../packages/indicators/catalogue/intercultural/2026.1/';

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(CATALOGUE + file, import.meta.url), 'utf8'));
}

const textsEn = SourceTexts.parse(readJson('texts.en.json'));
const textsPl = TranslatedTexts.parse(readJson('texts.pl.json'));
const version = {
  compiled: compileQuestionnaire(Questionnaire.parse(readJson('questionnaire.json'))),
  source: textsEn,
  translations: [textsPl],
};
const { sections } = version.compiled.questionnaire;
/** Every place where a question may be asked, in the order of the form. */
const places = version.compiled.questions
  .filter(({ set }) => set === undefined)
  .flatMap(({ question }) => [
    { question, address: question.id },
    ...(question.kind === 'set'
      ? INSTANCES.flatMap((instance) =>
          question.questions.map((each) => ({ question: each, address: addressOf(each.id, instance) })),
        )
      : []),
  ]);
const questions = version.compiled.questions.map(({ question }) => question);
const silent = (): void => undefined;

const someAnswers: fc.Arbitrary<Answers> = fc
  .tuple(...places.map(({ question }) => someAnswer(question)))
  .map((answers) =>
    Object.fromEntries(
      places.flatMap(({ address }, place) => {
        const answer = answers[place];
        return answer ? [[address, answer] as const] : [];
      }),
    ),
  );

/** The questions that SurveyJS itself holds to be visible. */
function shownBy(model: SectionModel): readonly Id[] {
  return model.survey
    .getAllQuestions()
    .filter((question) => question.isVisible)
    .map((question) => question.name);
}

describe('a section', () => {
  it('shows exactly the questions that the engine says are asked, whatever the answers of all sections', () => {
    const models = sections.map(({ id }) => new SectionModel(version, id, silent));
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const visible = visibleQuestions(version.compiled, answers);
        for (const model of models) {
          model.take(answers);
          model.show(visible);
        }
        const shown = models.flatMap(shownBy);
        expect(shown).toEqual(questions.map(({ id }) => id).filter((id) => visible.has(id)));
      }),
      { numRuns: 25 },
    );
    for (const model of models) model.dispose();
  });

  it('shows questions again that were hidden, with the answers they had', () => {
    const looked = version.compiled.questions.find(({ looksAt }) => looksAt.length > 0);
    if (!looked) throw new Error('The questionnaire has no condition');
    const model = new SectionModel(version, looked.section.id, silent);
    model.show(new Set());
    expect(shownBy(model)).toEqual([]);
    model.show(new Set([looked.question.id]));
    expect(shownBy(model)).toEqual([looked.question.id]);
    model.dispose();
  });

  it('reports nothing while it takes answers', () => {
    const reported: Id[] = [];
    const models = sections.map(
      ({ id }) => new SectionModel(version, id, ({ id: question }) => reported.push(question)),
    );
    fc.assert(
      fc.property(someAnswers, (answers) => {
        for (const model of models) model.take(answers);
        expect(reported).toEqual([]);
      }),
      { numRuns: 5 },
    );
    for (const model of models) model.dispose();
  });
});

describe('a value', () => {
  it.each(sections.map((section) => [section.code, section] as const))(
    'of any kind in %s comes back from SurveyJS as it was given',
    (_code, section) => {
      let reported: AnswerValue | undefined;
      const model = new SectionModel(version, section.id, (_question, _address, value) => (reported = value));
      for (const question of section.questions) {
        // These have no control.
        if (['set', 'file', 'computed'].includes(question.kind)) continue;
        const shown = model.shown(question.id);
        if (!shown) throw new Error(`${question.code} is not shown`);
        fc.assert(
          fc.property(someValue(question), (value) => {
            model.take({ [question.id]: { kind: 'value', value } });
            const held: unknown = JSON.parse(JSON.stringify(shown.value));
            model.take({});
            reported = undefined;
            // As if a person gave it: SurveyJS tells of it, and it is read back.
            shown.value = held;
            expect(reported).toEqual(expected(question, value));
          }),
          { numRuns: 10 },
        );
      }
      model.dispose();
    },
  );

  it('typed with a comma is the number meant, and stays on the screen as it was typed', () => {
    const share = questions.find(({ kind }) => kind === 'share');
    const compiled = share && version.compiled.byId.get(share.id);
    if (!share || !compiled) throw new Error('The questionnaire has no share');
    let reported: AnswerValue | undefined;
    const model = new SectionModel(
      version,
      compiled.section.id,
      (_question, _address, value) => (reported = value),
    );
    const shown = model.shown(share.id);
    if (!shown) throw new Error('The share is not shown');
    shown.value = '31,20';
    expect(reported).toBe(31.2);
    model.take({ [share.id]: { kind: 'value', value: 31.2 } });
    expect(shown.value).toBe('31,20');
    model.dispose();
  });

  it('taken back is reported as no answer', () => {
    const multiple = questions.find(({ kind }) => kind === 'multiple');
    if (multiple?.kind !== 'multiple') throw new Error('The questionnaire has no multiple choice');
    const section = version.compiled.byId.get(multiple.id)?.section.id ?? '';
    const reports: (AnswerValue | undefined)[] = [];
    const model = new SectionModel(version, section, (_question, _address, value) => reports.push(value));
    const shown = model.shown(multiple.id);
    if (!shown) throw new Error('The question is not shown');
    const [first] = multiple.options;
    shown.value = [first?.id];
    shown.value = [];
    expect(reports).toEqual([[first?.id], undefined]);
    model.dispose();
  });
});

describe('the language', () => {
  it('switches while answers stay', () => {
    const [section] = sections;
    if (!section) throw new Error('The questionnaire has no section');
    const model = new SectionModel(version, section.id, silent);
    const text = section.questions.find(({ kind }) => kind === 'text');
    const first = section.questions[0];
    if (!text || !first) throw new Error('The section has no text question');
    model.take({ [text.id]: { kind: 'value', value: 'stays' } });
    model.speak('pl');
    expect(model.shown(first.id)?.title).toBe(textsPl.texts[`${first.id}.title`]?.text);
    model.speak('en');
    expect(model.shown(first.id)?.title).toBe(textsEn.texts[`${first.id}.title`]);
    expect(model.shown(text.id)?.value).toBe('stays');
    model.dispose();
  });

  it('writes decimals as it is read, says nothing of it, and leaves alone what is no number', () => {
    const shares = questions.filter(({ kind }) => kind === 'share');
    const section = version.compiled.byId.get(shares[0]?.id ?? '')?.section;
    const [first, second] = shares.filter(({ id }) => version.compiled.byId.get(id)?.section === section);
    if (!section || !first || !second) throw new Error('No section of the questionnaire has two shares');
    const reports: unknown[] = [];
    const model = new SectionModel(version, section.id, (_question, _address, value) => reports.push(value));
    const shown = (question: Question): unknown => model.shown(question.id)?.value;
    model.take({
      [first.id]: { kind: 'value', value: 6.3 },
      [second.id]: { kind: 'value', value: 'about a third' },
    });
    model.speak('pl');
    expect([shown(first), shown(second)]).toEqual(['6,3', 'about a third']);
    model.speak('en');
    expect(shown(first)).toBe('6.3');
    expect(reports).toEqual([]);
    model.dispose();
  });
});

/** What a person's giving of a value amounts to: “none of these” stands alone. */
function expected(question: Question, value: AnswerValue): AnswerValue {
  if (question.kind !== 'multiple' || !Array.isArray(value)) return value;
  const alone = question.options.find(({ id, exclusive }) => exclusive === true && value.includes(id));
  return alone ? [alone.id] : value;
}

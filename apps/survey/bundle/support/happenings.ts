import { addressOf, visibleQuestions, type Address, type Answers, type Question } from '@kilim/indicators';
import fc from 'fast-check';
import type { QuestionMatrixModel } from 'survey-core';
import { INSTANCES, someAnswer, someValue } from '../../src/form/answers.arbitrary.js';
import type { SectionModel } from '../../src/form/section-model.js';
import { EVERY_KIND } from './every-kind.js';

/** Something that happens to a section: what is done to its model then. */
export type Happening = (model: SectionModel) => void;

const [section] = EVERY_KIND.compiled.questionnaire.sections;
const questions: readonly Question[] = section?.questions ?? [];
/** Every place where something may be asked. */
const places = questions.flatMap((question): readonly (readonly [Address, Question])[] => [
  [question.id, question],
  ...(question.kind === 'set'
    ? INSTANCES.flatMap((instance) =>
        question.questions.map((each) => [addressOf(each.id, instance), each] as const),
      )
    : []),
]);

/** Answers arrive, and with them what is asked. */
const someAnswers = fc
  .tuple(...places.map(([address, question]) => someAnswer(question).map((answer) => ({ address, answer }))))
  .map((given): Happening => {
    const answers: Answers = Object.fromEntries(
      given.flatMap(({ address, answer }) => (answer ? [[address, answer] as const] : [])),
    );
    return (model) => {
      model.take(answers);
      model.show(visibleQuestions(EVERY_KIND.compiled, answers));
    };
  });

const someVisible = fc.subarray(places.map(([address]) => address)).map((visible): Happening => {
  return (model) => {
    model.show(new Set(visible));
  };
});

const someLocks = fc.subarray(questions.map(({ id }) => id)).map((locked): Happening => {
  return (model) => {
    model.lock((id) => locked.includes(id));
  };
});

const someLanguage = fc.constantFrom('en', 'pl', 'uk').map((language): Happening => {
  return (model) => {
    model.speak(language);
  };
});

/** Somebody answers, as the controls do it. */
const somebodysAnswer = fc.constantFrom(...places).chain(([address, question]) =>
  someValue(question).map((value): Happening => {
    return (model) => {
      const shown = model.shown(address);
      if (shown?.getType() === 'matrix') choose(shown as QuestionMatrixModel);
      else if (shown) shown.value = value;
    };
  }),
);

function choose({ visibleRows, visibleColumns }: QuestionMatrixModel): void {
  visibleRows[0]?.cellClick(visibleColumns[1]);
}

/** Anything that may happen to a section of questions of every kind. */
export const someHappening: fc.Arbitrary<Happening> = fc.oneof(
  someAnswers,
  someVisible,
  someLocks,
  someLanguage,
  somebodysAnswer,
);

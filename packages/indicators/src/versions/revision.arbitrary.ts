import { buildCondition } from '../definition/condition.arbitrary.js';
import type { Draw } from '../definition/draw.arbitrary.js';
import { placedOptions } from '../definition/parts.js';
import { buildPlainQuestion, WEIGHTS } from '../definition/question.arbitrary.js';
import type { Question } from '../definition/question.js';
import type { Questionnaire } from '../definition/questionnaire.js';

type NewId = (stem: string) => string;
type Revision = (draw: Draw, questionnaire: Questionnaire, newId: NewId) => Questionnaire;

/** One thing that an author changes from one version to the next; it may leave errors behind. */
export function buildRevision(draw: Draw, questionnaire: Questionnaire, newId: NewId): Questionnaire {
  return draw.pick(REVISIONS)(draw, questionnaire, newId);
}

const REVISIONS: readonly Revision[] = [
  (draw, questionnaire) =>
    changeOne(draw, questionnaire, (each) => ({ ...each, weight: draw.pick(WEIGHTS) })),
  (draw, questionnaire) =>
    changeOne(draw, questionnaire, (each) => {
      const around = { outside: othersThan(each, questionnaire), inside: [], sets: [] };
      return { ...each, askedIf: buildCondition(draw, around, 1) };
    }),
  (draw, questionnaire) => changeOne(draw, questionnaire, ({ askedIf: _, ...each }) => each),
  (draw, questionnaire) => changeOne(draw, questionnaire, (each) => withOptions(draw, each)),
  (draw, questionnaire, newId) => changeOne(draw, questionnaire, (each) => remade(draw, each, newId)),
  (draw, questionnaire) => changeOne(draw, questionnaire, () => undefined),
  (draw, questionnaire, newId) => {
    const { id } = draw.pick(questionnaire.indicators);
    const added = plainQuestion(draw, newId, newId('Q'), id);
    return inSections(questionnaire, (questions, at) => (at === 0 ? [...questions, added] : questions));
  },
  (_, questionnaire) => {
    const [first] = questionnaire.sections[0]?.questions ?? [];
    const last = questionnaire.sections.length - 1;
    return inSections(questionnaire, (questions, at) => [
      ...questions.filter((each) => each !== first),
      ...(at === last && first ? [first] : []),
    ]);
  },
  (draw, questionnaire) => ({
    ...questionnaire,
    rules: {
      ...questionnaire.rules,
      [draw.pick(['unanswered', 'notApplicable'])]: draw.pick(['leaveOut', 'countAsZero']),
      coverageToScore: draw.pick([0, 0, 0.5]),
    },
  }),
  (draw, questionnaire) => ({
    ...questionnaire,
    indices: questionnaire.indices.map((index) => ({
      ...index,
      members: index.members.map((member) => ({ ...member, weight: draw.pick(WEIGHTS) })),
    })),
  }),
  (draw, questionnaire, newId) => {
    const id = newId('ind');
    const added = plainQuestion(draw, newId, newId('Q'), id);
    const grown = inSections(questionnaire, (questions, at) =>
      at === 0 ? [added, ...questions] : questions,
    );
    return {
      ...grown,
      indicators: [...grown.indicators, { id, code: id.toUpperCase() }],
      indices: grown.indices.map((index) => ({
        ...index,
        members: [...index.members, { of: id, weight: 1 }],
      })),
    };
  },
];

/** One of the questions outside sets as the function makes it; undefined takes it out. */
function changeOne(
  draw: Draw,
  questionnaire: Questionnaire,
  change: (question: Question) => Question | undefined,
): Questionnaire {
  const chosen = draw.pick(questionnaire.sections.flatMap(({ questions }) => questions));
  return inSections(questionnaire, (questions) =>
    questions.flatMap((each) => (each === chosen ? (change(each) ?? []) : each)),
  );
}

function inSections(
  questionnaire: Questionnaire,
  change: (questions: readonly Question[], at: number) => readonly Question[],
): Questionnaire {
  const sections = questionnaire.sections
    .map((section, at) => ({ ...section, questions: [...change(section.questions, at)] }))
    .filter(({ questions }) => questions.length > 0);
  return { ...questionnaire, sections };
}

function othersThan(question: Question, { sections }: Questionnaire): readonly Question[] {
  const others = sections.flatMap(({ questions }) => questions).filter((each) => each !== question);
  return others.length > 0 ? others : [question];
}

/** Other points for its choices, one of which may be gone. */
function withOptions(draw: Draw, question: Question): Question {
  if (question.kind !== 'single' && question.kind !== 'multiple') return question;
  const options = question.options.map((option) =>
    option.points === undefined ? option : { ...option, points: draw.pick([0, 1, 2.5]) },
  );
  return { ...question, options: draw.flip() ? options : options.slice(1) };
}

/** A question of any kind in the place of one, whose choices keep their ids as far as there are as many. */
function remade(draw: Draw, old: Question, newId: NewId): Question {
  if (old.kind === 'set') return old;
  const made = plainQuestion(draw, newId, old.code, old.indicator);
  const { key, options } = placedOptions(made);
  const kept = placedOptions(old).options;
  return {
    ...made,
    id: old.id,
    ...(options.length > 0 && {
      [key]: options.map((option, at) => ({ ...option, id: kept[at]?.id ?? option.id })),
    }),
  } as Question;
}

function plainQuestion(draw: Draw, newId: NewId, code: string, indicator: string | undefined): Question {
  return buildPlainQuestion({ draw, newId, around: { outside: [], inside: [], sets: [] } }, code, indicator);
}

import { drawAnswer, drawAnswers, placesOf, type Drawing } from '../../src/answers/answers.arbitrary.js';
import type { Draw } from '../../src/definition/draw.arbitrary.js';
import { buildQuestionnaire } from '../../src/definition/questionnaire.arbitrary.js';
import type { Answers, FindingInput, Questionnaire, ScoreOptions } from '../../src/index.js';

/** A questionnaire and what came in for it. */
export interface Submission {
  readonly questionnaire: Questionnaire;
  readonly claims: Answers;
  readonly options: ScoreOptions;
}

/** A random version with random answers, faulty ones and sets that list nothing among them. */
export function drawSubmission(draw: Draw): Submission {
  return drawFor(draw, { faulty: true, emptySets: true }, { emptySets: true });
}

/** One whose answers SurveyJS can have: it takes whatever there is for an answer, and a set without panels for none. */
export function drawSurveySubmission(draw: Draw): Submission {
  return drawFor(draw, {}, {});
}

function drawFor(draw: Draw, drawing: Drawing, judged: Drawing): Submission {
  const questionnaire = buildQuestionnaire(draw);
  return {
    questionnaire,
    claims: drawAnswers(draw, questionnaire, drawing),
    options: {
      basis: draw.pick(['claimed', 'found', 'agreed']),
      agreed: draw.flip() ? drawAnswers(draw, questionnaire, judged) : {},
      findings: Array.from({ length: draw.integer(0, 4) }, (_, at): FindingInput => {
        const { question, instance } = draw.pick(placesOf(questionnaire));
        return {
          id: `finding-${String(at)}`,
          question: question.id,
          ...(instance !== '' && { instance }),
          reader: draw.pick(['first', 'first', 'second']),
          sequence: draw.integer(0, 3),
          answer: drawAnswer(draw, question, judged) ?? null,
        };
      }),
    },
  };
}

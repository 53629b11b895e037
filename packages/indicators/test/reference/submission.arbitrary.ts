import { drawAnswer, drawAnswers, placesOf } from '../../src/answers/answers.arbitrary.js';
import type { Draw } from '../../src/definition/draw.arbitrary.js';
import { buildQuestionnaire } from '../../src/definition/questionnaire.arbitrary.js';
import type { Answers, FindingInput, Questionnaire, ScoreOptions } from '../../src/index.js';

/** A questionnaire and what came in for it. */
export interface Submission {
  readonly questionnaire: Questionnaire;
  readonly claims: Answers;
  readonly options: ScoreOptions;
}

export function drawSubmission(draw: Draw): Submission {
  const questionnaire = buildQuestionnaire(draw);
  const drawing = { faulty: true, emptySets: true };
  return {
    questionnaire,
    claims: drawAnswers(draw, questionnaire, drawing),
    options: {
      basis: draw.pick(['claimed', 'found', 'agreed']),
      agreed: draw.flip() ? drawAnswers(draw, questionnaire, { emptySets: true }) : {},
      findings: Array.from({ length: draw.integer(0, 4) }, (_, at): FindingInput => {
        const { question, instance } = draw.pick(placesOf(questionnaire));
        return {
          id: `finding-${String(at)}`,
          question: question.id,
          ...(instance !== '' && { instance }),
          reader: draw.pick(['first', 'first', 'second']),
          sequence: draw.integer(0, 3),
          answer: drawAnswer(draw, question, { emptySets: true }) ?? null,
        };
      }),
    },
  };
}

import {
  type Assessment,
  type CurrentAnswer,
  type QuestionnaireVersion,
  addressOf,
  listAnswers,
  listAssessments,
  readVersion,
  saveAnswers,
} from '@kilim/contracts';
import {
  type Answers,
  type AnswerValue,
  type Question,
  compileQuestionnaire,
  validateAnswer,
  visibleQuestions,
} from '@kilim/indicators';
import { uuidv7 } from 'uuidv7';
import type { APIRequestContext } from 'playwright-core';

/** How often answers may bring further questions before something must be wrong. */
const MOST_PASSES = 10;

/**
 * Answers every required question of a city's assessment that is still open or faulty, over HTTP, with the session of a
 * visitor: what a department does for days, so that a journey can go on to submitting.
 */
export async function completeAnswers(request: APIRequestContext, origin: string): Promise<void> {
  const get = async <T>(address: string): Promise<T> =>
    (await (await request.get(origin + address)).json()) as T;
  const { assessments } = await get<{ assessments: Assessment[] }>(addressOf(listAssessments.path));
  const assessment = assessments[0];
  if (!assessment) throw new Error('The visitor has no assessment');
  const assessmentId = assessment.id;
  const version = await get<QuestionnaireVersion>(
    addressOf(readVersion.path, { versionId: assessment.version.id }),
  );
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const { answers } = await get<{ answers: CurrentAnswer[] }>(
      addressOf(listAnswers.path, { assessmentId }),
    );
    const saves = missing(version, answers).map((question) => save(version, answers, question));
    if (saves.length === 0) return;
    for (let from = 0; from < saves.length; from += 50) {
      const reply = await request.post(origin + addressOf(saveAnswers.path, { assessmentId }), {
        data: { saves: saves.slice(from, from + 50) },
      });
      if (!reply.ok()) throw new Error(`Saving failed: ${await reply.text()}`);
    }
  }
  throw new Error('Answering brought further questions without end');
}

function missing(version: QuestionnaireVersion, current: readonly CurrentAnswer[]): readonly Question[] {
  const compiled = compileQuestionnaire(version.questionnaire);
  const answers: Answers = Object.fromEntries(
    current.flatMap(({ questionId, answer }) => (answer === null ? [] : [[questionId, answer]])),
  );
  const visible = visibleQuestions(compiled, answers);
  return compiled.questions
    .map(({ question }) => question)
    .filter((question) => question.required && visible.has(question.id))
    .filter((question) => {
      const answer = answers[question.id];
      if (!answer) return true;
      return answer.kind === 'value' && validateAnswer(question, answer.value).length > 0;
    });
}

function save(version: QuestionnaireVersion, current: readonly CurrentAnswer[], question: Question): object {
  return {
    saveId: uuidv7(),
    questionId: question.id,
    instanceId: '',
    kind: 'set',
    value: someValue(question),
    baseRevision: current.find(({ questionId }) => questionId === question.id)?.revision ?? 0,
    language: 'en',
    textRevision: version.languages.find(({ language }) => language === 'en')?.textRevision,
  };
}

/** A valid answer to a question of any kind. */
function someValue(question: Question): AnswerValue {
  switch (question.kind) {
    case 'yesNo':
      return true;
    case 'single':
      return question.options[0]?.id ?? '';
    case 'multiple':
      return [question.options[0]?.id ?? ''];
    case 'number':
      return question.minimum;
    case 'share':
      return 20;
    case 'matrix':
      return Object.fromEntries(question.rows.map(({ id }) => [id, question.columns[0]?.id ?? '']));
    case 'date':
      return '2026-03-02';
    case 'text':
      return 'Answered by the department in charge.';
  }
}

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
  type QuestionState,
  addressOf as answerAddress,
  answersIn,
  compileQuestionnaire,
  questionStates,
  rankedCount,
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
    const saves = missing(version, answers).map((state) => save(version, answers, state));
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

/** The required questions that are asked and have no answer that counts, with where they are asked. */
function missing(version: QuestionnaireVersion, current: readonly CurrentAnswer[]): readonly QuestionState[] {
  const compiled = compileQuestionnaire(version.questionnaire);
  const answers: Answers = Object.fromEntries(
    current.flatMap(({ questionId, instanceId, answer }) =>
      answer === null ? [] : [[answerAddress(questionId, instanceId), answer]],
    ),
  );
  return [...questionStates(compiled, answersIn(answers)).values()].filter(
    ({ isVisible, standing, compiled: { question } }) =>
      question.required && isVisible && (standing.kind === 'open' || standing.kind === 'faulty'),
  );
}

function save(
  version: QuestionnaireVersion,
  current: readonly CurrentAnswer[],
  { compiled: { question }, instance }: QuestionState,
): object {
  const before = current.find(
    ({ questionId, instanceId }) => questionId === question.id && instanceId === instance,
  );
  return {
    saveId: uuidv7(),
    questionId: question.id,
    instanceId: instance,
    kind: 'set',
    value: someValue(question),
    baseRevision: before?.revision ?? 0,
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
      // “None of these” agrees with the first choice elsewhere, which is none as well.
      return [(question.options.find(({ exclusive }) => exclusive) ?? question.options[0])?.id ?? ''];
    case 'number':
      return question.minimum;
    case 'share':
      return 20;
    case 'matrix':
      return Object.fromEntries(question.rows.map(({ id }) => [id, question.columns[0]?.id ?? '']));
    case 'ranking':
      return question.options.slice(0, rankedCount(question)).map(({ id }) => id);
    case 'set':
      return Array.from({ length: question.minimum }, () => uuidv7());
    case 'file':
    case 'computed':
      throw new Error(`Nobody can answer ${question.code} without doing something else first`);
    case 'date':
      return '2026-03-02';
    case 'text':
      return 'Answered by the department in charge.';
  }
}

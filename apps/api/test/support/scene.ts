import type { AnswerSave, AssessmentState } from '@kilim/contracts';
import {
  compileQuestionnaire,
  type AnswerValue,
  type CompiledQuestionnaire,
  type Question,
} from '@kilim/indicators';
import { uuidv7 } from 'uuidv7';
import { AssessmentRow } from '../../src/assessments/assessment.entity.js';
import { later } from '../../src/config/clock.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { makeAnswers } from '../../src/demo/make-answers.js';
import { PORT_SELDA } from '../../src/demo/port-selda.js';
import { asCity, asCoordinator, asExpert, type TestActor } from './actors.js';
import type { RunningApp } from './app.js';
import { catalogue, givenRound, writingOf, type GivenRound, type GivenVersion } from './given.js';

/** A city in a round of its own programme, and the people around it. */
export interface Scene extends GivenRound {
  readonly cityId: string;
  readonly assessmentId: string;
  readonly lead: TestActor;
  readonly expert: TestActor;
  readonly coordinator: TestActor;
}

export async function givenScene(
  running: RunningApp,
  state: AssessmentState = 'inProgress',
  version: GivenVersion = catalogue(),
): Promise<Scene> {
  const round = await givenRound(writingOf(running.app), { cities: 1, state, version });
  const [city] = round.cities;
  if (!city) throw new Error('One city was asked for.');
  return {
    ...round,
    ...city,
    lead: await asCity(running, city.cityId),
    expert: await asExpert(running, city.assessmentId),
    coordinator: await asCoordinator(running, round.programmeId),
  };
}

let compiled: CompiledQuestionnaire | undefined;

/** The version that the catalogue ships, compiled. */
export function theVersion(): CompiledQuestionnaire {
  compiled ??= compileQuestionnaire(catalogue().structure);
  return compiled;
}

/** A question of that version. */
export function theQuestion(code: string): Question {
  const found = theVersion().questions.find(({ question }) => question.code === code);
  if (!found) throw new Error(`There is no ${code}.`);
  return found.question;
}

/** The id of a question's option, by its place in the form. */
export function optionOf(code: string, place: number): string {
  const { options } = theQuestion(code) as Question & { options: readonly { id: string }[] };
  return options[place]?.id ?? '';
}

/** A save as a form would send it; by question code. */
export function aSave(
  code: string,
  value: AnswerValue,
  given: Partial<Pick<AnswerSave, 'saveId' | 'baseRevision' | 'comment'>> = {},
): AnswerSave {
  return saveOf(theQuestion(code).id, value, given);
}

/** A save of any question id, also of one that there is not. */
export function saveOf(
  questionId: string,
  value: AnswerValue,
  given: Partial<Pick<AnswerSave, 'saveId' | 'baseRevision' | 'comment'>> = {},
): AnswerSave {
  const textRevision = catalogue().sourceRevision;
  return {
    ...{ saveId: uuidv7(), questionId, instanceId: '', baseRevision: 0, language: 'en', textRevision },
    ...{ kind: 'set', value },
    ...given,
  };
}

/** How many saves a request may hold. */
const SAVES_AT_MOST = 50;

let completeAnswers: ReturnType<typeof makeAnswers> | undefined;

/** Saves that answer everything a city must answer, in groups as large as a request may be. */
export function completeSaves(): readonly (readonly AnswerSave[])[] {
  completeAnswers ??= makeAnswers(PORT_SELDA, { compiled: theVersion(), today: '2026-11-23' });
  const saves = completeAnswers.flatMap(({ question, answer }) =>
    answer.kind === 'value' ? [saveOf(question.id, answer.value)] : [],
  );
  const groups = Math.ceil(saves.length / SAVES_AT_MOST);
  return Array.from({ length: groups }, (_, group) =>
    saves.slice(group * SAVES_AT_MOST, (group + 1) * SAVES_AT_MOST),
  );
}

/** Gives one city a deadline some milliseconds from now. */
export async function givenDeadlineIn(
  running: RunningApp,
  assessmentId: string,
  milliseconds: number,
): Promise<void> {
  const unit = running.app.get(UnitOfWork);
  const instant = later(new Date().toISOString(), milliseconds);
  await unit.write({ untraced: 'projection.rebuild' }, async () => {
    await unit
      .manager()
      .update(
        AssessmentRow,
        { id: assessmentId },
        { deadlineLocal: instant.slice(0, 16), deadlineZone: 'UTC', deadlineInstant: instant },
      );
  });
}

/** Puts an assessment into a state, past the steps that lead there. */
export async function givenState(
  running: RunningApp,
  assessmentId: string,
  state: AssessmentState,
): Promise<void> {
  const unit = running.app.get(UnitOfWork);
  await unit.write({ untraced: 'projection.rebuild' }, async () => {
    await unit.manager().update(AssessmentRow, { id: assessmentId }, { state });
  });
}

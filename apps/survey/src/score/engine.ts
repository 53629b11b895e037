import {
  compileQuestionnaire,
  influences,
  scoreAssessment,
  type Address,
  type Answer,
  type Answers,
  type CompiledQuestionnaire,
  type Id,
  type Influence,
  type Questionnaire,
  type Scorecard,
  type ScoreOptions,
} from '@kilim/indicators';
import type { Scores } from './area-score.js';
import { scoresOf } from './scores-of.js';

/** What takes so long that nobody who types is to wait for it. */
export interface WorkedOut {
  readonly scores: Scores;
  /** The same with everything that they are made of. */
  readonly scorecard: Scorecard;
  /** Which open answers move an index. */
  readonly influences: readonly Influence[];
}

/** What is to be worked out, of which version. */
export interface Assignment<Task extends keyof WorkedOut = keyof WorkedOut> {
  readonly questionnaire: Questionnaire;
  readonly task: Task;
  /** Whose answers count. */
  readonly options: ScoreOptions;
  /** The index that open answers are to move. */
  readonly of: Id | undefined;
}

/** Answers that have changed since the last time; undefined: there is none any more. */
export type Changes = ReadonlyMap<Address, Answer | undefined>;

/** Works something out, told each time what has changed. */
export type WorkOut<Task extends keyof WorkedOut> = (changes: Changes) => WorkedOut[Task];

type Tasks = {
  readonly [Task in keyof WorkedOut]: (
    compiled: CompiledQuestionnaire,
    answers: Answers,
    assignment: Assignment,
  ) => WorkedOut[Task];
};

const TASKS: Tasks = {
  scores: (compiled, answers, { options }) => scoresOf(compiled, answers, options),
  scorecard: (compiled, answers, { options }) => scoreAssessment(compiled, answers, options),
  influences: (compiled, answers, { options, of }) =>
    of === undefined ? [] : influences(compiled, answers, options, of),
};

/** Makes ready to work something out. */
export function assign<Task extends keyof WorkedOut>(assignment: Assignment<Task>): WorkOut<Task> {
  const compiled = compileQuestionnaire(assignment.questionnaire);
  const known = new Map<Address, Answer>();
  return (changes) => {
    for (const [address, answer] of changes)
      if (answer) known.set(address, answer);
      else known.delete(address);
    return TASKS[assignment.task](compiled, Object.fromEntries(known), assignment);
  };
}

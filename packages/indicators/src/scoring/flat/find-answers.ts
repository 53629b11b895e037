import type { Answer, Answers } from '../../answers/answer.js';

/** Answers of one assessment, each in the place of its question; undefined: it has none. */
export type FoundAnswers = readonly (Answer | undefined)[];

/** Finds the answers of an assessment. The list is the same each time, and holds until the next assessment. */
export type AnswerFinder = (answers: Answers) => FoundAnswers;

/** Questions as they are evaluated, one after the other, and in which place of the list the answer of each belongs. */
export interface Places {
  readonly questions: readonly string[];
  readonly places: Int32Array;
}

/**
 * An object out of JSON with up to 128 answers is laid out like a record (in V8): going through it is quick, a look into
 * it slow. A larger one is a hash table, where it is the other way round. Of somewhat more questions some are not asked
 * and others open.
 */
const GONE_THROUGH = 160;

/** Finds answers in the way that is quicker with so many questions. */
export function finderOf(places: Places): AnswerFinder {
  const { questions } = places;
  // An id may be `constructor`: looked up, it would be found in every object.
  const isInherited = questions.some((id) => id in Object.prototype);
  return isInherited || questions.length <= GONE_THROUGH ? goingThrough(places) : lookingUp(places);
}

/** Looks each question up among the answers. No id may be one that every object inherits. */
function lookingUp({ questions, places }: Places): AnswerFinder {
  const found = noneOf(questions);
  return (answers) => {
    for (let at = 0; at < questions.length; at += 1) found[places[at] ?? 0] = answers[questions[at] ?? ''];
    return found;
  };
}

/** Goes through the answers. They mostly come in the order of the questionnaire, and few are left out in one place. */
function goingThrough({ questions, places }: Places): AnswerFinder {
  const found = noneOf(questions);
  const numbers = new Map(questions.map((question, at) => [question, at]));
  return (answers) => {
    for (let at = 0; at < found.length; at += 1) found[at] = undefined;
    let next = 0;
    for (const address in answers) {
      const end = next + NEAR;
      while (next < end && questions[next] !== address) next += 1;
      const at = next < end ? next : numbers.get(address);
      // Of questions in repeated sets, or left over from another version.
      if (at === undefined) continue;
      found[places[at] ?? 0] = answers[address];
      next = at + 1;
    }
    return found;
  };
}

/** How far ahead a question is looked for before all are. */
const NEAR = 4;

function noneOf(questions: readonly string[]): (Answer | undefined)[] {
  return questions.map(() => undefined);
}

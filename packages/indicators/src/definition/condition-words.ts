import type { Condition } from './condition.js';
import { formulaWords, type FormulaSpeech } from './formula-words.js';
import type { Relation } from './formula.js';
import type { Id } from './identity.js';

const RELATIONS: Readonly<Record<Relation, string>> = {
  equal: '=',
  notEqual: '≠',
  below: '<',
  atMost: '≤',
  above: '>',
  atLeast: '≥',
};

/** Parts of sentences about a question, each with the facts it speaks of: `question`, `value`, `options`, `condition`. */
type ConditionPart = 'answered' | 'oneOf' | 'rankedWithin' | 'atLeast' | 'atMost' | 'not' | 'and' | 'or';

/** What a condition is put into words with: the reader's language, and the version's codes and titles in it. */
export interface ConditionSpeech extends FormulaSpeech {
  say(key: ConditionPart, facts?: Readonly<Record<string, string>>): string;
  /** That a question is answered with a value: “EDU.1 is yes”. */
  equals(question: Id, value: boolean | string): string;
}

/** A condition as words about other questions: “EDU.1 is at least 10 and COM.4 is yes”. */
export function conditionWords(condition: Condition, speech: ConditionSpeech): string {
  const { say, codeOf, titleOf, number } = speech;
  const among = (options: readonly Id[]): string => options.map((id) => `“${titleOf(id)}”`).join(say('or'));
  switch (condition.op) {
    case 'answered':
      return say('answered', { question: codeOf(condition.question) });
    case 'equals':
      return speech.equals(condition.question, condition.value);
    case 'oneOf': {
      const row = condition.row === undefined ? '' : ` (${titleOf(condition.row)})`;
      const question = `${codeOf(condition.question)}${row}`;
      return say('oneOf', { question, options: among(condition.options) });
    }
    case 'rankedWithin':
      return say('rankedWithin', {
        question: codeOf(condition.question),
        options: among(condition.options),
        places: number(condition.places),
      });
    case 'atLeast':
    case 'atMost':
      return say(condition.op, {
        question: codeOf(condition.question),
        value: number(condition.value),
      });
    case 'compare': {
      const { left, relation, right } = condition;
      return `${formulaWords(left, speech)} ${RELATIONS[relation]} ${formulaWords(right, speech)}`;
    }
    case 'all':
      return join(condition.of, say('and'), speech);
    case 'any':
      return join(condition.of, say('or'), speech);
    case 'not':
      return say('not', { condition: conditionWords(condition.of, speech) });
  }
}

function join(conditions: readonly Condition[], word: string, speech: ConditionSpeech): string {
  return conditions
    .map((each) => {
      const words = conditionWords(each, speech);
      const isGroup = (each.op === 'all' || each.op === 'any') && each.of.length > 1;
      return isGroup ? `(${words})` : words;
    })
    .join(word);
}

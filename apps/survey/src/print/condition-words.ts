import type { Condition, Formula, Id, Relation } from '@kilim/indicators';

const RELATIONS: Readonly<Record<Relation, string>> = {
  equal: '=',
  notEqual: '≠',
  below: '<',
  atMost: '≤',
  above: '>',
  atLeast: '≥',
};
const SIGNS = { add: ' + ', subtract: ' − ', multiply: ' × ', divide: ' ÷ ' } as const;

type ConditionPart =
  | 'answered'
  | 'yes'
  | 'no'
  | 'equals'
  | 'oneOf'
  | 'rankedWithin'
  | 'atLeast'
  | 'atMost'
  | 'not'
  | 'and'
  | 'or';
type Facts = Readonly<Record<string, string>>;

/** What a condition is put into words with. */
export interface ConditionSpeech {
  /** A part of a sentence about a question. */
  say(key: ConditionPart, facts?: Facts): string;
  /** What a calculation is called. */
  calculation(key: 'sum' | 'min' | 'max' | 'count' | 'over', facts?: Facts): string;
  codeOf(question: Id): string;
  titleOf(part: Id): string;
  number(value: number): string;
  date(written: string): string;
}

/** A condition as words about other questions: “EDU.1 is at least 10 and COM.4 is yes”. */
export function conditionWords(condition: Condition, speech: ConditionSpeech): string {
  const { say, codeOf, titleOf, number } = speech;
  const among = (options: readonly Id[]): string => options.map((id) => `“${titleOf(id)}”`).join(say('or'));
  switch (condition.op) {
    case 'answered':
      return say('answered', { question: codeOf(condition.question) });
    case 'equals':
      return equalsWords(condition, speech);
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
      const [left, right] = [condition.left, condition.right].map((part) => formulaWords(part, speech));
      return `${left ?? ''} ${RELATIONS[condition.relation]} ${right ?? ''}`;
    }
    case 'all':
      return join(condition.of, say('and'), speech);
    case 'any':
      return join(condition.of, say('or'), speech);
    case 'not':
      return say('not', { condition: conditionWords(condition.of, speech) });
  }
}

function equalsWords(
  { question, value }: Extract<Condition, { op: 'equals' }>,
  { say, codeOf, date }: ConditionSpeech,
): string {
  const code = codeOf(question);
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no', { question: code });
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return say('equals', { question: code, value: isDate ? date(value) : value });
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

/** A formula as one writes it on paper: “(BG.1 + BG.2) ÷ BG.3”. */
export function formulaWords(formula: Formula, speech: ConditionSpeech): string {
  const { calculation, codeOf, titleOf, number } = speech;
  switch (formula.op) {
    case 'number':
      return number(formula.value);
    case 'answer':
      return codeOf(formula.question);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return formula.of.map((part) => inBrackets(part, speech)).join(SIGNS[formula.op]);
    case 'sum':
    case 'min':
    case 'max':
    case 'count': {
      const parts = formula.of.map((part) => formulaWords(part, speech)).join('; ');
      const name = calculation(formula.op);
      if (formula.over === undefined) return `${name} (${parts})`;
      return `${name} (${calculation('over', { parts, set: titleOf(formula.over) })})`;
    }
  }
}

function inBrackets(formula: Formula, speech: ConditionSpeech): string {
  const words = formulaWords(formula, speech);
  return formula.op in SIGNS ? `(${words})` : words;
}

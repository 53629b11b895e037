import type { CompiledQuestionnaire } from '../definition/compiled.js';
import type { Condition } from '../definition/condition.js';
import type { Relation } from '../definition/formula.js';
import type { Id } from '../definition/identity.js';
import type { AnswerLeaf, CompareLeaf } from '../definition/looked-at.js';
import { writeFormula, writeRounded } from './survey-formula.js';
import {
  EXPRESSION_MAXIMUM,
  plainDecimal,
  quoted,
  variable,
  writeAnswered,
  type PanelCalculation,
  type WrittenVisibility,
  type Writing,
} from './survey-reference.js';

/** The conditions and formulas of a version as SurveyJS expressions. */
export interface WrittenExpressions {
  readonly visibility: ReadonlyMap<Id, WrittenVisibility>;
  /** The value of each computed question, rounded; absent where it grew too long. */
  readonly values: ReadonlyMap<Id, string>;
  /** What every panel of a set calculates besides its questions. */
  readonly panels: ReadonlyMap<Id, readonly PanelCalculation[]>;
}

/**
 * The visibility and the value of every question as SurveyJS expressions. SurveyJS keeps the values of hidden questions
 * and looks at them, so a leaf also repeats when the question it looks at is itself shown.
 */
export function writeExpressions(compiled: CompiledQuestionnaire): WrittenExpressions {
  const visibility = new Map<Id, WrittenVisibility>();
  const values = new Map<Id, string>();
  const panels = new Map<Id, PanelCalculation[]>();
  let calculations = 0;
  const calculateWithin = (set: Id, expression: string): string => {
    const known = panels.get(set) ?? [];
    const same = known.find((each) => each.expression === expression);
    if (same) return same.name;
    // No id holds an underscore.
    const name = `part_${String(++calculations)}`;
    panels.set(set, [...known, { name, expression }]);
    return name;
  };
  for (const { question, askedIf, set } of compiled.evaluationOrder) {
    const writing: Writing = { compiled, visibility, set: set?.id, calculateWithin };
    const shown = askedIf === undefined ? ALWAYS : whenever(writeCondition(askedIf, writing));
    if (question.kind !== 'computed') visibility.set(question.id, shown);
    else {
      const value = writeRounded(question.formula, question.decimals, writing);
      if (value !== undefined) values.set(question.id, value);
      // What has no value in SurveyJS cannot be looked at there.
      visibility.set(question.id, value === undefined ? TOO_LONG : shown);
    }
  }
  return { visibility, values, panels };
}

const ALWAYS: WrittenVisibility = { kind: 'always' };
const TOO_LONG: WrittenVisibility = { kind: 'tooLong' };

function whenever(text: string | undefined): WrittenVisibility {
  return text === undefined || text.length > EXPRESSION_MAXIMUM ? TOO_LONG : { kind: 'when', text };
}

/** Undefined when it grew too long. */
function writeCondition(condition: Condition, writing: Writing): string | undefined {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const parts: string[] = [];
      let length = 0;
      for (const each of condition.of) {
        const part = writeCondition(each, writing);
        length += part?.length ?? 0;
        if (part === undefined || length > EXPRESSION_MAXIMUM) return undefined;
        parts.push(part);
      }
      return `(${parts.join(condition.op === 'all' ? ' and ' : ' or ')})`;
    }
    case 'not': {
      const part = writeCondition(condition.of, writing);
      return part === undefined ? undefined : `!(${part})`;
    }
    case 'compare':
      return writeComparison(condition, writing);
    default: {
      const answered = writeAnswered(condition.question, writing);
      return answered && `(${[...writeLeaf(condition, writing), ...answered].join(' and ')})`;
    }
  }
}

/** What an answer must be; nothing, when any will do. */
function writeLeaf(leaf: AnswerLeaf, writing: Writing): readonly string[] {
  const looked = (below = ''): string => variable(leaf.question, writing, below);
  switch (leaf.op) {
    case 'answered':
      return [];
    case 'equals':
      return [`${looked()} = ${typeof leaf.value === 'boolean' ? String(leaf.value) : quoted(leaf.value)}`];
    case 'oneOf':
      return [`${looked(leaf.row === undefined ? '' : `.${leaf.row}`)} anyof ${listed(leaf.options)}`];
    case 'rankedWithin': {
      const places = Array.from({ length: leaf.places }, (_, at) => looked(`[${String(at)}]`));
      return [`(${places.map((place) => `${place} anyof ${listed(leaf.options)}`).join(' or ')})`];
    }
    case 'atLeast':
      return [`${looked()} >= ${plainDecimal(leaf.value)}`];
    case 'atMost':
      return [`${looked()} <= ${plainDecimal(leaf.value)}`];
  }
}

const RELATIONS: Readonly<Record<Relation, string>> = {
  equal: '=',
  notEqual: '<>',
  below: '<',
  atMost: '<=',
  above: '>',
  atLeast: '>=',
};

function writeComparison({ left, relation, right }: CompareLeaf, writing: Writing): string | undefined {
  const one = writeFormula(left, writing);
  const other = writeFormula(right, writing);
  if (one === undefined || other === undefined) return undefined;
  const compared = `${one.value} ${RELATIONS[relation]} ${other.value}`;
  const parts = [one.present, other.present, compared].filter((part) => part !== undefined);
  return `(${parts.join(' and ')})`;
}

function listed(ids: readonly Id[]): string {
  return `[${ids.map(quoted).join(', ')}]`;
}

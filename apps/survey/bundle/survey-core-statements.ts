import type { ESTree } from 'vite';
import { declaredIn, madeIn, wordsIn, statementsOf, type Statement } from './module-statements.js';

/**
 * What a statement at the top of survey-core is for.
 *
 * | purpose | such as |
 * |---|---|
 * | declares | a class |
 * | completes | a class's decorators, its properties by name, how to make one by name: nothing without that class |
 * | expressions | what conditions and calculations are worked out with |
 * | exports | the list of all that can be imported |
 * | prepares | everything else that happens when the module is loaded |
 */
export type Purpose =
  | { readonly for: 'declares'; readonly names: readonly string[] }
  | { readonly for: 'completes'; readonly name: string }
  | { readonly for: 'expressions' | 'exports' | 'prepares' };

/** A statement of survey-core. */
export interface Part {
  readonly statement: Statement;
  readonly words: ReadonlySet<string>;
  readonly purpose: Purpose;
}

/** Something that can be made by its name. */
export interface Type {
  /** The class that it is made of; undefined for what others only build on. */
  readonly made: string | undefined;
  /** The type that it builds on. */
  readonly base: string | undefined;
}

/** survey-core as one reads it. */
export interface SurveyCore {
  readonly parts: readonly Part[];
  /** By their names, such as `radiogroup`. */
  readonly types: ReadonlyMap<string, Type>;
}

/** Calls whose second argument is what they complete: `__decorate([…], Question.prototype, …)`. */
const DECORATE = '__decorate';
const ADD_CLASS = 'Serializer.addClass';
/** Calls that say how to make something of a name, and which of their arguments does it. */
const REGISTERS: ReadonlyMap<string, number> = new Map([
  [ADD_CLASS, 2],
  ['QuestionFactory.Instance.registerQuestion', 1],
  ['ElementFactory.Instance.registerElement', 1],
]);
const EXPRESSIONS = new Set(['FunctionFactory.Instance.register', 'setCreateExpressionExecutor']);
const PREPARES = new Set([
  'DomWindowHelper.addEventListener',
  'Serializer.addAlterNativeClassName',
  'setCreatePopupModelWithListModel',
]);

/**
 * Reads survey-core.
 *
 * @throws Error when a call stands in it of which it isn't known what for
 */
export function readSurveyCore(code: string): SurveyCore {
  const statements = statementsOf(code);
  const types = new Map(statements.flatMap((statement) => typeAddedBy(code, statement)));
  const parts = statements.map((statement) => ({
    statement,
    words: wordsIn(statement),
    purpose: purposeOf(code, statement, types),
  }));
  return { parts, types };
}

function purposeOf(code: string, statement: Statement, types: ReadonlyMap<string, Type>): Purpose {
  if (statement.type === 'ExportNamedDeclaration') return { for: 'exports' };
  const names = declaredIn(statement);
  if (names.length > 0) return { for: 'declares', names };
  if (statement.type !== 'ExpressionStatement') return { for: 'prepares' };
  const { expression } = statement;
  if (expression.type === 'AssignmentExpression') return completing(setBy(expression, types));
  if (expression.type !== 'CallExpression' || isCalledWhereItStands(expression)) return { for: 'prepares' };
  const called = textOf(code, expression.callee);
  if (EXPRESSIONS.has(called)) return { for: 'expressions' };
  if (PREPARES.has(called)) return { for: 'prepares' };
  if (called === DECORATE) return completing(beginningOf(expression.arguments[1]));
  if (REGISTERS.has(called)) return completing(madeBy(code, expression));
  throw new Error(`survey-core calls ${called} when it is loaded, and what that is for isn't known here.`);
}

/** What isn't said to be a name's stays in any case. */
function completing(name: string | undefined): Purpose {
  return name === undefined ? { for: 'prepares' } : { for: 'completes', name };
}

/** Whose property an assignment sets: that of a class, or of what is known of it by name. */
function setBy({ left }: ESTree.AssignmentExpression, types: ReadonlyMap<string, Type>): string | undefined {
  if (left.type !== 'MemberExpression') return undefined;
  if (left.object.type !== 'CallExpression') return beginningOf(left);
  return types.get(stringOf(left.object.arguments[0]) ?? '')?.made;
}

/** The class that a registration makes one of; undefined for those of which none can be made. */
function madeBy(code: string, call: ESTree.CallExpression): string | undefined {
  const maker = call.arguments[REGISTERS.get(textOf(code, call.callee)) ?? 0];
  if (!maker || maker.type === 'SpreadElement') return undefined;
  const [made, another] = madeIn(maker);
  if (another !== undefined)
    throw new Error(`survey-core makes a ${String(made)} and a ${another} by one name.`);
  return made;
}

function typeAddedBy(code: string, statement: Statement): readonly (readonly [string, Type])[] {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') return [];
  const call = statement.expression;
  const name = stringOf(call.arguments[0]);
  if (textOf(code, call.callee) !== ADD_CLASS || name === undefined) return [];
  return [[name, { made: madeBy(code, call), base: stringOf(call.arguments[3]) }]];
}

function stringOf(node: ESTree.Argument | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

/** `Question` of `Question.prototype.title`. */
function beginningOf(node: ESTree.Argument | ESTree.MemberExpression | undefined): string | undefined {
  if (node?.type === 'Identifier') return node.name;
  return node?.type === 'MemberExpression' ? beginningOf(node.object) : undefined;
}

function isCalledWhereItStands({ callee }: ESTree.CallExpression): boolean {
  return callee.type === 'FunctionExpression' || callee.type === 'ParenthesizedExpression';
}

function textOf(code: string, { start, end }: ESTree.Span): string {
  return code.slice(start, end);
}

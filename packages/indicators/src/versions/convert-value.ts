import type { AnswerValue } from '../answers/answer.js';
import { validateAnswer } from '../answers/validate-answer.js';
import type { Id } from '../definition/identity.js';
import type { Question, QuestionKind } from '../definition/question.js';
import type { MigrationRule } from './migration-rule.js';

/** A value as another question takes it, with the rules that led there; without a value, why none does. */
export interface Converted {
  readonly value?: AnswerValue;
  readonly rules: readonly MigrationRule[];
}

/** What a figure in percent goes by. */
const PERCENT: ReadonlySet<string> = new Set(['percent', 'pct']);
const YES: ReadonlySet<string> = new Set(['yes', 'true']);
const NO: ReadonlySet<string> = new Set(['no', 'false']);

/** The rule that leads from one kind of question to another, if any; none where the kind is the same. */
export function conversionRule(before: Question, after: Question): MigrationRule | undefined {
  if (before.kind === after.kind) return undefined;
  if (after.kind === 'computed') return 'calculated';
  const kinds = `${before.kind} ${after.kind}` as `${QuestionKind} ${QuestionKind}`;
  switch (kinds) {
    case 'single multiple':
      return 'wrapped';
    case 'multiple single':
      return 'onlyChoice';
    case 'yesNo single':
    case 'yesNo multiple':
    case 'single yesNo':
      return 'byCode';
    case 'ranking multiple':
      return 'orderDropped';
    case 'number share':
    case 'share number':
      return [before, after].some((each) => each.kind === 'number' && PERCENT.has(each.unit.toLowerCase()))
        ? 'asPercentage'
        : 'unitChanged';
    case 'number text':
    case 'share text':
    case 'date text':
      return 'writtenOut';
    case 'text number':
    case 'text share':
    case 'text date':
      return 'read';
    default:
      return 'otherKind';
  }
}

/** A value of one kind of question as one of another kind takes it; unchanged where the kind is the same. */
export function convertValue(before: Question, after: Question, value: AnswerValue): Converted {
  const rule = conversionRule(before, after);
  switch (rule) {
    case undefined:
      return { value, rules: [] };
    case 'wrapped':
      return typeof value === 'string' ? { value: [value], rules: [rule] } : LOST;
    case 'onlyChoice':
      return onlyChoice(value);
    case 'byCode':
      return byCode(before, after, value);
    case 'orderDropped':
      return Array.isArray(value) ? { value, rules: [rule] } : LOST;
    case 'asPercentage':
    case 'unitChanged':
      return typeof value === 'number' ? { value, rules: [rule] } : LOST;
    case 'writtenOut':
      return typeof value === 'object' ? LOST : { value: String(value), rules: [rule] };
    case 'read':
      return read(after, value);
    default:
      return { rules: [rule] };
  }
}

const LOST: Converted = { rules: ['otherKind'] };

function onlyChoice(value: AnswerValue): Converted {
  if (!Array.isArray(value)) return LOST;
  const [only] = value;
  if (only === undefined) return LOST;
  return value.length === 1 ? { value: only, rules: ['onlyChoice'] } : { rules: ['severalChosen'] };
}

function byCode(before: Question, after: Question, value: AnswerValue): Converted {
  if (before.kind === 'yesNo' && (after.kind === 'single' || after.kind === 'multiple')) {
    const wanted = value === true ? YES : NO;
    const found = after.options.find(({ code }) => wanted.has(code.toLowerCase()));
    if (typeof value !== 'boolean' || !found) return LOST;
    return after.kind === 'single'
      ? { value: found.id, rules: ['byCode'] }
      : { value: [found.id], rules: ['byCode', 'wrapped'] };
  }
  if (before.kind !== 'single') return LOST;
  const code = codeOf(before.options, value);
  if (YES.has(code)) return { value: true, rules: ['byCode'] };
  return NO.has(code) ? { value: false, rules: ['byCode'] } : LOST;
}

function codeOf(options: readonly { readonly id: Id; readonly code: string }[], value: AnswerValue): string {
  return options.find(({ id }) => id === value)?.code.toLowerCase() ?? '';
}

/** Words that are just a figure or date, and one that fits. */
function read(after: Question, value: AnswerValue): Converted {
  if (typeof value !== 'string') return LOST;
  const text = value.trim();
  const found = after.kind === 'date' ? text : Number(text);
  if (String(found) !== text || validateAnswer(after, found).length > 0) return LOST;
  return { value: found, rules: ['read'] };
}

import { CONDITION_MAX_DEPTH, CONDITION_MAX_NODES } from '../definition/condition.js';
import { FAULTS_MAXIMUM, type FaultList } from './fault-list.js';
import type { Path } from '../definition/json-pointer.js';

/** The deepest nesting of a document: that of the deepest condition in its question, with room to spare. */
export const DOCUMENT_MAX_DEPTH = 100;

/**
 * The most values a document may hold: 200,000 parts with something in them are more. A questionnaire of 2,000 questions
 * holds about 60,000, its SurveyJS document in five languages some 215,000.
 */
export const DOCUMENT_MAX_VALUES = 400_000;

/** The keys under which conditions and formulas stand. */
const TREES: ReadonlySet<PropertyKey> = new Set(['askedIf', 'formula', 'holds']);

/** A value on the way through a document, with the way back to the root. */
interface Place {
  readonly value: unknown;
  readonly key: PropertyKey | undefined;
  readonly above: Place | undefined;
  readonly depth: number;
}

/**
 * Looks for what would exhaust any reader that follows a document by recursion: too deep, too large, conditions beyond
 * their limits, keys that reach for an object's prototype. Itself without recursion, and bounded whatever it is given,
 * also an object that contains itself.
 *
 * @returns whether the document is safe to read further
 */
export function checkDocumentLimits(document: unknown, faults: FaultList): boolean {
  const before = faults.faults.length;
  const waiting: Place[] = [{ value: document, key: undefined, above: undefined, depth: 0 }];
  let count = 0;
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { value, depth } = place;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > DOCUMENT_MAX_DEPTH) {
      faults.add({
        code: 'tooDeep',
        path: pathTo(place),
        message: `The document is nested deeper than ${String(DOCUMENT_MAX_DEPTH)} levels.`,
        mend: 'Flatten it: a questionnaire is at most a few levels deep, its conditions 32.',
      });
      return false;
    }
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    for (const key of keys) {
      if (++count > DOCUMENT_MAX_VALUES) {
        faults.add({
          code: 'tooLarge',
          path: [],
          message: `The document holds more than ${String(DOCUMENT_MAX_VALUES)} values.`,
          mend: 'Split it into several questionnaires.',
        });
        return false;
      }
      const below: Place = {
        value: (value as Readonly<Record<PropertyKey, unknown>>)[key],
        key,
        above: place,
        depth: depth + 1,
      };
      if (key === '__proto__') {
        faults.add({
          code: 'unknownKey',
          path: pathTo(below),
          message: 'The key “__proto__” is not allowed anywhere.',
          mend: 'Remove it.',
        });
        // As many as anybody reads: a document may hold hundreds of thousands of them.
        if (faults.faults.length - before > FAULTS_MAXIMUM) return false;
        continue;
      }
      if (TREES.has(key) && !checkConditionSize(below, faults)) return false;
      waiting.push(below);
    }
  }
  return faults.faults.length === before;
}

/** Whether a condition or formula keeps its limits; counts nothing but the nodes, whatever else stands in it. */
function checkConditionSize(condition: Place, faults: FaultList): boolean {
  const waiting = [{ node: condition.value, depth: 1 }];
  let nodes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (typeof node !== 'object' || node === null) continue;
    nodes += 1;
    if (depth > CONDITION_MAX_DEPTH) {
      faults.add({
        code: 'conditionTooDeep',
        path: pathTo(condition),
        message: `The condition or formula is nested deeper than ${String(CONDITION_MAX_DEPTH)} levels.`,
        mend: 'Write it flatter, or move a part of it to the questions it looks at.',
      });
      return false;
    }
    if (nodes > CONDITION_MAX_NODES) {
      faults.add({
        code: 'conditionTooLarge',
        path: pathTo(condition),
        message: `The condition or formula has more than ${String(CONDITION_MAX_NODES)} parts.`,
        mend: 'Use oneOf for alternatives of one question, or move a part to the questions it looks at.',
      });
      return false;
    }
    for (const part of partsBelow(node)) waiting.push({ node: part, depth: depth + 1 });
  }
  return true;
}

/** The parts of a condition or formula, whatever it is. */
function partsBelow(node: object): readonly unknown[] {
  const { of, left, right } = node as Readonly<Record<'of' | 'left' | 'right', unknown>>;
  return [...(Array.isArray(of) ? (of as readonly unknown[]) : [of]), left, right];
}

function pathTo(place: Place): Path {
  const path: PropertyKey[] = [];
  for (let at: Place | undefined = place; at?.key !== undefined; at = at.above) path.push(at.key);
  return path.reverse();
}

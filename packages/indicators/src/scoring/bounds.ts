import type { QuestionState, Standing } from '../answers/standing.js';
import type {
  CompiledIndicator,
  CompiledMean,
  QuestionScoring,
} from '../definition/compile-questionnaire.js';
import type { Id } from '../definition/identity.js';
import type { Rules } from '../definition/questionnaire.js';
import type { Certainty } from './possible-visibility.js';
import type { Interval } from './score.js';
import { pointsFor } from './score-question.js';
import { weightedMean } from './weighted-mean.js';

/**
 * What the completions of the open answers can make of an indicator or mean.
 *
 * Sound: no completion scores outside. The questions of an indicator (and the members of a mean) are taken to be free
 * of each other, which admits more than the completions that conditions allow, never fewer. Answering one more question
 * leaves fewer completions and so never widens it.
 */
export interface Possible {
  /** Absent when no completion has a score. */
  readonly interval?: Interval;
  /** True when every completion has a score. */
  readonly isSure: boolean;
}

/** One term of a quotient Σ value / Σ size: between `least` and `most` of `size`; an optional one may be left out. */
interface Term {
  readonly least: number;
  readonly most: number;
  readonly size: number;
  readonly isOptional: boolean;
}

/** The bounds of an indicator, from the same exact integers as its score. */
export function indicatorBounds(
  indicator: CompiledIndicator,
  states: ReadonlyMap<Id, QuestionState>,
  visibility: ReadonlyMap<Id, Certainty>,
  rules: Rules,
): Possible {
  const terms: Term[] = [];
  let canScore = false;
  let isSure = false;
  for (const { question, scoring } of indicator.questions) {
    const standing = states.get(question.id)?.standing;
    const certainty = visibility.get(question.id) ?? 'surelyNot';
    if (!scoring || !standing || scoring.attainable * scoring.weight === 0 || certainty === 'surelyNot')
      continue;
    const term = termOf(scoring, standing, rules);
    if (!term) continue;
    terms.push({ ...term, isOptional: term.isOptional || certainty === 'maybe' });
    // An indicator whose asked questions all do not apply has no score, whatever the rules.
    if (standing.kind !== 'notApplicable') canScore = true;
    if (standing.kind === 'answered' && certainty === 'surely') isSure = true;
  }
  if (!canScore) return { isSure: false };
  return { isSure, interval: { low: quotient(terms, 'least'), high: quotient(terms, 'most') } };
}

/** What a question that is asked can add to its indicator; undefined when it is left out in any case. */
function termOf(scoring: QuestionScoring, standing: Standing, rules: Rules): Term | undefined {
  const { weight } = scoring;
  const size = scoring.attainable * weight;
  switch (standing.kind) {
    case 'answered': {
      const value = pointsFor(scoring.points, standing.value) * weight;
      return { least: value, most: value, size, isOptional: false };
    }
    case 'notApplicable':
      if (rules.notApplicable === 'leaveOut') return undefined;
      return { least: 0, most: 0, size, isOptional: false };
    case 'open':
    case 'faulty': {
      const missing = [rules.unanswered, rules.notApplicable];
      return {
        least: missing.includes('countAsZero') ? 0 : scoring.least * weight,
        most: size,
        size,
        isOptional: missing.includes('leaveOut'),
      };
    }
  }
}

/** The bounds of a mean from those of its members; `members` are in id order. */
export function meanBounds(mean: CompiledMean, possible: ReadonlyMap<Id, Possible>): Possible {
  const terms = mean.members.flatMap(({ of, weight }) => {
    const member = possible.get(of);
    if (!member?.interval) return [];
    const { low, high } = member.interval;
    return [
      { least: low * weight, most: high * weight, size: weight, isOptional: !member.isSure, low, high },
    ];
  });
  if (terms.length === 0) return { isSure: false };
  const low = weightedMean(choose(terms, 'least').map((term) => ({ value: term.low, weight: term.size })));
  const high = weightedMean(choose(terms, 'most').map((term) => ({ value: term.high, weight: term.size })));
  return { isSure: terms.some((term) => !term.isOptional), interval: { low, high } };
}

function quotient(terms: readonly Term[], bound: 'least' | 'most'): number {
  const chosen = choose(terms, bound);
  const sum = chosen.reduce((total, term) => total + term[bound], 0);
  return sum / chosen.reduce((total, term) => total + term.size, 0);
}

/**
 * The terms that make Σ value / Σ size as small or as large as can be, in the order given: all that are not optional,
 * and of the optional ones those on the good side of the result.
 *
 * Adding a term moves a quotient towards the term's own. So at the largest quotient every optional term above it is in
 * and every one below it is out, and taking them from the best down while each is better than what is reached so far
 * arrives there. (Comparing quotients as doubles is enough: where two exact ones round to the same double, so does the
 * outcome with or without the term.)
 */
function choose<Each extends Term>(terms: readonly Each[], bound: 'least' | 'most'): readonly Each[] {
  const own = (term: Each) => term[bound] / term.size;
  const isBetter = (a: number, b: number) => (bound === 'most' ? a > b : a < b);
  const chosen = new Set(terms.filter((term) => !term.isOptional));
  let value = 0;
  let size = 0;
  for (const term of chosen) {
    value += term[bound];
    size += term.size;
  }
  const byQuality = terms
    .filter((term) => term.isOptional)
    .sort((a, b) => (bound === 'most' ? own(b) - own(a) : own(a) - own(b)));
  for (const term of byQuality) {
    if (size > 0 && !isBetter(own(term), value / size)) break;
    chosen.add(term);
    value += term[bound];
    size += term.size;
  }
  return terms.filter((term) => chosen.has(term));
}

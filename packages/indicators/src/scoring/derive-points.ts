import type { AnswerValue } from '../answers/answer.js';
import type { CurveStep, Points } from '../definition/points.js';
import type { Derivation, PointTerm } from './derivation.js';

/** How a valid answer comes by its points; undefined for a question without points. */
export function derivePoints(points: Points, value: AnswerValue): Derivation | undefined {
  switch (points.kind) {
    case 'yesNo':
      return terms([value === true ? { of: 'yes', points: points.yes } : { of: 'no', points: points.no }]);
    case 'single':
      return terms([{ of: String(value), points: points.byOption.get(String(value)) ?? 0 }]);
    case 'multiple':
      return {
        kind: 'terms',
        terms: listed(value).map((of) => ({ of, points: points.byOption.get(of) ?? 0 })),
        cap: points.cap,
      };
    case 'matrix':
      return terms(
        Object.entries(value).map(([row, column]) => {
          const of = String(column);
          return { of, row, points: points.byColumn.get(of) ?? 0 };
        }),
      );
    case 'ranking':
      return terms(
        listed(value).flatMap((of, at) =>
          points.counting.has(of) ? [{ of, place: at + 1, points: points.places[at] ?? 0 }] : [],
        ),
      );
    case 'file':
      return terms([{ of: 'given', points: points.given }]);
    case 'banded':
      return bandOf(points.bands, Number(value));
    case 'curve':
      return stepsAround(points.steps, Number(value));
    case 'none':
      return undefined;
  }
}

/** What a derivation comes to for a value, in thousandths of a point: whole, except along a curve. */
export function pointsOf(derivation: Derivation, value: AnswerValue): number {
  switch (derivation.kind) {
    case 'terms': {
      const sum = derivation.terms.reduce((total, term) => total + term.points, 0);
      return Math.min(derivation.cap ?? Infinity, sum);
    }
    case 'band':
      return derivation.points;
    case 'curve':
      return interpolate(derivation.from, derivation.to, Number(value));
  }
}

/** What a valid answer is worth, in thousandths of a point. */
export function pointsFor(points: Points, value: AnswerValue): number {
  const derivation = derivePoints(points, value);
  return derivation === undefined ? 0 : pointsOf(derivation, value);
}

function terms(listing: readonly PointTerm[]): Derivation {
  return { kind: 'terms', terms: listing };
}

function listed(value: AnswerValue): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function bandOf(bands: Extract<Points, { kind: 'banded' }>['bands'], value: number): Derivation | undefined {
  const band = bands.findLast(({ from }) => value >= from) ?? bands[0];
  return band && { kind: 'band', from: band.from, points: band.points };
}

function stepsAround(steps: readonly CurveStep[], value: number): Derivation | undefined {
  const from = steps.findLast(({ at }) => value >= at) ?? steps[0];
  if (from === undefined) return undefined;
  const next = steps[steps.indexOf(from) + 1];
  const to = value <= from.at ? from : (next ?? from);
  return { kind: 'curve', from: { ...from }, to: { ...to } };
}

function interpolate(from: CurveStep, to: CurveStep, value: number): number {
  if (from.at === to.at) return from.points;
  const points = from.points + ((value - from.at) / (to.at - from.at)) * (to.points - from.points);
  return Math.min(Math.max(points, Math.min(from.points, to.points)), Math.max(from.points, to.points));
}

import type { Question } from '@kilim/indicators';
import type { Speech } from '../../language/speech';
import { pointTableOf } from '../desk/shares';

/** What a number is worth as an answer, or why it is none, in words; undefined while nothing is tried. */
export function worthOf(
  question: Question,
  value: number | null | undefined,
  say: Speech,
): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return say.t('field.noNumber');
  const out = outOf(question, value, say);
  if (out !== undefined) return out;
  const { points } = pointTableOf(question);
  if (points.kind === 'banded') {
    const band = points.bands.findLast(({ from }) => value >= from) ?? points.bands[0];
    return say.n('points', (band?.points ?? 0) / 1000);
  }
  if (points.kind !== 'curve') return say.t('try.fits');
  const steps = points.steps;
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return say.t('try.fits');
  const next = steps.findIndex(({ at }) => at >= value);
  const [from, to] =
    next <= 0
      ? next === 0
        ? [first, first]
        : [last, last]
      : [steps[next - 1] ?? first, steps[next] ?? last];
  const share = to.at === from.at ? 0 : (value - from.at) / (to.at - from.at);
  return say.n('points', Math.round(from.points + share * (to.points - from.points)) / 1000);
}

/** Why a city could not answer with this number. */
function outOf(question: Question, value: number, say: Speech): string | undefined {
  if (question.kind !== 'number' && question.kind !== 'share') return undefined;
  const [low, high] = question.kind === 'number' ? [question.minimum, question.maximum] : [0, 100];
  if (value < low || value > high)
    return say.t('try.range', { low: say.number(low, undefined), high: say.number(high, undefined) });
  const places = String(value).split('.')[1]?.length ?? 0;
  return places > question.decimals ? say.n('try.places', question.decimals) : undefined;
}

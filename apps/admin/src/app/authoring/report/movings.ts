import type { ChangeReportContent, CityImpact } from '@kilim/contracts';
import type { Score } from '@kilim/indicators';
import type { Move } from '../../charts/moves';
import type { Speech } from '../../language/speech';
import { changeInShort } from './change-words';

/** What a draft does to one score of one city; figures from 0 to 100, to one decimal. */
export interface Moving extends Move {
  readonly assessment: string;
  readonly city: string;
  readonly round: string;
  readonly code: string;
  readonly kind: 'indicator' | 'composite' | 'index';
  /** By how much; undefined where one of the two has no score. */
  readonly by?: number;
  /** Which changes do how much of it, the largest first; what they only do together comes last. */
  readonly because: readonly { readonly words: string; readonly effect: number }[];
}

const PRECISION = 10;

type Impact = NonNullable<ChangeReportContent['impact']>;

/** Everything that moves, and all indices; the largest moves first, before them what is scored by one version only. */
export function movingsOf(content: ChangeReportContent, say: Speech): readonly Moving[] {
  const { impact } = content;
  if (impact === undefined) return [];
  const units = unitWords(content, impact, say);
  const indices = impact.areas.filter(({ kind }) => kind === 'index').length;
  return impact.cities
    .flatMap((city) => city.areas.map((area) => movingOf(city, area, impact, units, indices > 1, say)))
    .sort((a, b) => Math.abs(b.by ?? Infinity) - Math.abs(a.by ?? Infinity));
}

function movingOf(
  { assessmentId, city, round }: CityImpact,
  { area, before, after, difference, because, together }: CityImpact['areas'][number],
  impact: Impact,
  units: readonly string[],
  hasSeveral: boolean,
  say: Speech,
): Moving {
  const known = impact.areas.find((each) => each.area === area);
  const code = known?.codeAfter ?? known?.codeBefore ?? area;
  const [from, to] = [figure(before), figure(after)];
  const by = difference !== undefined ? figureOf(difference) : from === to ? 0 : undefined;
  const reasons = [...because]
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .map(({ unit, effect }) => ({ words: units[unit] ?? '', effect: figureOf(effect) }));
  return {
    ...{ assessment: assessmentId, city, round, code, kind: known?.kind ?? 'indicator' },
    name: [city, round, ...(hasSeveral ? [code] : [])].join(' · '),
    ...(from !== undefined && { before: from }),
    ...(to !== undefined && { after: to }),
    ...(by !== undefined && { by }),
    because:
      together === 0
        ? reasons
        : [...reasons, { words: say.t('impact.together'), effect: figureOf(together) }],
  };
}

/** What each group of changes is called: by its first change, and how many more there are. */
function unitWords({ changes }: ChangeReportContent, { units }: Impact, say: Speech): readonly string[] {
  const byKey = new Map(changes.map((change) => [change.key, change]));
  return units.map(({ changes: keys }) => {
    const [first] = keys;
    const change = first === undefined ? undefined : byKey.get(first);
    const words = change ? changeInShort(change, say) : (first ?? '');
    return keys.length > 1 ? `${words} ${say.n('impact.more', keys.length - 1)}` : words;
  });
}

function figure(score: Score | undefined): number | undefined {
  return score?.kind === 'scored' ? figureOf(score.value) : undefined;
}

function figureOf(fraction: number): number {
  return Math.round(fraction * 100 * PRECISION) / PRECISION;
}

import type { CohortFilter, FactRange, RankCheck } from '@kilim/indicators';
import type { Speech } from '../language/speech';

/** Among which cities a rank holds: “all cities”, “cities of 200,000 inhabitants or more”. */
export function groupWords({ population, foreignBorn }: CohortFilter, say: Speech): string {
  const parts = [
    ...(population ? [populationWords(population, say)] : []),
    ...(foreignBorn ? [foreignBornWords(foreignBorn, say)] : []),
  ];
  return parts.length === 0 ? say.t('published.group.all') : say.list(parts);
}

function populationWords(range: FactRange, say: Speech): string {
  return say.t(
    `published.group.population.${edgeOf(range)}`,
    boundsOf(range, (bound) => say.number(bound)),
  );
}

function foreignBornWords(range: FactRange, say: Speech): string {
  return say.t(
    `published.group.foreignBorn.${edgeOf(range)}`,
    boundsOf(range, (bound) => say.percent(bound)),
  );
}

function edgeOf({ from, below }: FactRange): 'below' | 'between' | 'from' {
  if (from === undefined) return 'below';
  return below === undefined ? 'from' : 'between';
}

function boundsOf(
  { from, below }: FactRange,
  words: (bound: number) => string,
): { from: string; below: string } {
  const bound = (value: number | undefined): string => (value === undefined ? '' : words(value));
  return { from: bound(from), below: bound(below) };
}

/** What the known figures say about a rank, in one sentence. */
export function checkWords(check: RankCheck, say: Speech): string {
  switch (check.kind) {
    case 'byScores': {
      const { best, worst } = check.range;
      const places = { best: say.number(best), worst: say.number(worst) };
      return say.n(
        check.agrees ? 'published.check.scores' : 'published.check.scoresNot',
        check.known,
        places,
      );
    }
    case 'byRankAmongAll': {
      if (!check.above) return say.t('published.check.amongAllNot');
      const { inGroup, outside } = check.above;
      return say.n('published.check.amongAll', inGroup + outside, { inGroup: say.number(inGroup) });
    }
    case 'unchecked':
      return say.t(`published.check.${check.reason}`);
  }
}

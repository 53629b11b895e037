import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type PublishedSet, readPublished } from '@kilim/indicators';

/** The sets of published figures that the product ships. */
export function shippedFigures(): readonly PublishedSet[] {
  return ['icc-published'].map((id) =>
    readPublished({
      results: read(id, 'results.csv'),
      ranks: read(id, 'ranks.csv'),
      codebook: JSON.parse(read(id, 'codebook.json')),
    }),
  );
}

function read(id: string, file: string): string {
  const { resolve } = createRequire(import.meta.url);
  return readFileSync(resolve(`@kilim/indicators/benchmarks/${id}/${file}`), 'utf8');
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PublishVersion } from '@kilim/contracts';

/** The version that the catalogue ships, as its files hold it. */
export function shippedVersion(): PublishVersion {
  return {
    questionnaire: read('questionnaire.json'),
    source: read('texts.en.json'),
    translations: [read('texts.pl.json')],
  };
}

function read(file: string): unknown {
  const { resolve } = createRequire(import.meta.url);
  return JSON.parse(
    readFileSync(resolve(`@kilim/indicators/catalogue/intercultural/2026.1/${file}`), 'utf8'),
  );
}

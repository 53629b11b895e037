import type { QueryRunner } from 'typeorm';
import {
  createTable,
  flag,
  hash,
  instant,
  integer,
  json,
  key,
  optional,
  uuid,
  word,
} from '../table-parts.js';

/** What is asked, of whom: programmes, questionnaires, cities, rounds. */
export async function createProgrammes(runner: QueryRunner): Promise<void> {
  await createTable(runner, 'programme', [key(), word('name', 200), instant('created_at')]);

  await createTable(
    runner,
    'questionnaire',
    [key(), uuid('programme_id'), word('code', 60), instant('created_at')],
    { unique: [['programme_id', 'code']], references: { programme_id: 'programme' } },
  );

  await createTable(
    runner,
    'questionnaire_version',
    [
      key(),
      uuid('questionnaire_id'),
      word('version', 40),
      hash('hash'),
      json('structure'),
      json('source_texts'),
      instant('published_at'),
      optional(uuid('published_by')),
    ],
    {
      unique: [
        ['questionnaire_id', 'hash'],
        ['questionnaire_id', 'version'],
      ],
      references: { questionnaire_id: 'questionnaire' },
    },
  );

  await createTable(
    runner,
    'text_revision',
    [
      key(),
      uuid('version_id'),
      word('language', 35),
      hash('hash'),
      json('texts'),
      instant('saved_at'),
      optional(uuid('saved_by')),
    ],
    { index: [['version_id', 'language']], references: { version_id: 'questionnaire_version' } },
  );

  await createTable(
    runner,
    'city',
    [
      key(),
      optional(uuid('programme_id')),
      word('name', 200),
      word('country', 100),
      word('zone', 64),
      flag('fictional'),
      instant('created_at'),
    ],
    { index: [['programme_id']], references: { programme_id: 'programme' } },
  );

  await createTable(
    runner,
    'city_fact',
    [
      key(),
      uuid('city_id'),
      word('name', 200),
      integer('year'),
      json('value'),
      word('unit', 50),
      word('source', 500),
    ],
    { index: [['city_id']], references: { city_id: 'city' } },
  );

  await createTable(
    runner,
    'round',
    [
      key(),
      uuid('programme_id'),
      word('name', 200),
      word('kind', 10),
      uuid('version_id'),
      word('deadline_local', 16),
      word('deadline_zone', 64),
      instant('deadline_instant'),
      instant('opened_at'),
    ],
    {
      index: [['programme_id']],
      references: { programme_id: 'programme', version_id: 'questionnaire_version' },
    },
  );
}

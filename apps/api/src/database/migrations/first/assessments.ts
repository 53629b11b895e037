import type { QueryRunner } from 'typeorm';
import {
  createTable,
  hash,
  instant,
  integer,
  json,
  key,
  optional,
  text,
  uuid,
  word,
} from '../table-parts.js';

/** One city in one round: answers, evidence, the four columns, scores. */
export async function createAssessments(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'assessment',
    [
      key(),
      uuid('round_id'),
      uuid('city_id'),
      uuid('version_id'),
      hash('version_hash'),
      word('state', 20),
      instant('state_since'),
      optional(word('deadline_local', 16)),
      optional(word('deadline_zone', 64)),
      optional(instant('deadline_instant')),
      integer('revision'),
      instant('created_at'),
    ],
    {
      unique: [['round_id', 'city_id']],
      index: [['city_id']],
      references: { round_id: 'round', city_id: 'city', version_id: 'questionnaire_version' },
    },
  );

  await createTable(
    runner,
    'answer_event',
    [
      key(),
      uuid('assessment_id'),
      uuid('save_id'),
      integer('sequence'),
      word('question_id', 40),
      uuid('instance_id'),
      integer('revision'),
      integer('base_revision'),
      word('kind', 20),
      optional(word('quality', 1)),
      optional(uuid('carried_from')),
      optional(word('language', 35)),
      optional(hash('text_revision')),
      instant('at'),
      hash('digest'),
      hash('previous_hash'),
      hash('hash'),
    ],
    {
      unique: [
        ['assessment_id', 'question_id', 'instance_id', 'revision'],
        ['assessment_id', 'sequence'],
        ['assessment_id', 'save_id'],
      ],
      references: { assessment_id: 'assessment' },
    },
  );

  await createTable(
    runner,
    'current_answer',
    [
      key('assessment_id'),
      key('question_id', 40),
      key('instance_id'),
      integer('revision'),
      uuid('event_id'),
      optional(json('answer')),
      optional(text('reason')),
      optional(text('comment')),
      optional(word('quality', 1)),
      optional(word('source', 500)),
      json('faults'),
      instant('saved_at'),
      optional(uuid('saved_by')),
    ],
    { references: { assessment_id: 'assessment', event_id: 'answer_event' } },
  );

  await createTable(
    runner,
    'evidence',
    [
      key(),
      uuid('assessment_id'),
      word('title', 300),
      optional(word('publisher', 200)),
      word('level', 20),
      optional(word('issued_on', 10)),
      optional(text('url')),
      instant('added_at'),
      optional(uuid('added_by')),
    ],
    { index: [['assessment_id']], references: { assessment_id: 'assessment' } },
  );

  await createTable(
    runner,
    'evidence_link_event',
    [
      key(),
      uuid('evidence_id'),
      uuid('assessment_id'),
      word('question_id', 40),
      word('kind', 10),
      integer('sequence'),
      optional(word('passage', 200)),
      instant('at'),
    ],
    {
      unique: [['evidence_id', 'sequence']],
      index: [['assessment_id']],
      references: { evidence_id: 'evidence', assessment_id: 'assessment' },
    },
  );

  await createTable(
    runner,
    'finding',
    [
      key(),
      uuid('assessment_id'),
      word('question_id', 40),
      uuid('instance_id'),
      word('reader', 10),
      integer('sequence'),
      word('kind', 10),
      optional(word('reason_code', 20)),
      optional(uuid('judged_event_id')),
      json('evidence_ids'),
      instant('at'),
    ],
    {
      unique: [['assessment_id', 'sequence']],
      index: [['assessment_id', 'question_id']],
      references: { assessment_id: 'assessment', judged_event_id: 'answer_event' },
    },
  );

  await createTable(
    runner,
    'agreed_value',
    [
      key(),
      uuid('assessment_id'),
      word('question_id', 40),
      uuid('instance_id'),
      integer('sequence'),
      word('kind', 10),
      instant('at'),
    ],
    { unique: [['assessment_id', 'sequence']], references: { assessment_id: 'assessment' } },
  );

  await createTable(
    runner,
    'stakeholder_view',
    [
      key(),
      uuid('assessment_id'),
      word('question_id', 40),
      uuid('instance_id'),
      integer('sequence'),
      word('stance', 20),
      word('group_kind', 60),
      word('recorded_as', 10),
      instant('at'),
    ],
    { unique: [['assessment_id', 'sequence']], references: { assessment_id: 'assessment' } },
  );

  await createTable(
    runner,
    'scorecard',
    [
      key('assessment_id'),
      key('basis', 10),
      json('numbers'),
      hash('input_hash'),
      word('engine_version', 40),
      instant('computed_at'),
    ],
    { references: { assessment_id: 'assessment' } },
  );
}

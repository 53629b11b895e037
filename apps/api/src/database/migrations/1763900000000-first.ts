import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardAppendOnly, guardPersonalContent } from '../triggers.js';
import { createAssessments } from './first/assessments.js';
import { createChains } from './first/chains.js';
import { createPeople } from './first/people.js';
import { createProgrammes } from './first/programmes.js';

/** Rows here are never changed or removed. */
const APPEND_ONLY = [
  'agreed_value',
  'answer_event',
  'audit_entry',
  'checkpoint',
  'evidence_link_event',
  'finding',
  'questionnaire_version',
  'stakeholder_view',
  'text_revision',
] as const;

/** Every table of the first release. */
export class First1763900000000 implements MigrationInterface {
  readonly name = 'First1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await createPeople(runner);
    await createChains(runner);
    await createProgrammes(runner);
    await createAssessments(runner);
    for (const table of APPEND_ONLY) await guardAppendOnly(runner, table);
    await guardPersonalContent(runner);
  }

  down(): Promise<void> {
    throw new Error('There is nothing before the first migration: remove the database instead.');
  }
}

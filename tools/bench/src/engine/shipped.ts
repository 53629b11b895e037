import { readFileSync } from 'node:fs';
import { Questionnaire } from '@kilim/indicators';

const FILE = new URL(
  '../../../../packages/indicators/catalogue/intercultural/2026.1/questionnaire.json',
  import.meta.url,
);

/** The questionnaire that comes along. */
export function shippedQuestionnaire(): Questionnaire {
  return Questionnaire.parse(JSON.parse(readFileSync(FILE, 'utf8')));
}

import type { readVersion, ResponseOf } from '@kilim/contracts';
import { compileQuestionnaire } from '@kilim/indicators';
import type { ReadyVersion } from './work.js';

/** A version as the server tells it, made ready for use. */
export function readyToUse({
  questionnaire,
  source,
  translations,
  ...summary
}: ResponseOf<typeof readVersion>): ReadyVersion {
  return { summary, compiled: compileQuestionnaire(questionnaire), source, translations };
}

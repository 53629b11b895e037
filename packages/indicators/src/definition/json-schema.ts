import * as z from 'zod';
import { Questionnaire } from './questionnaire.js';

/** The shape of a questionnaire as JSON Schema (2020-12), for editors and other tools; the further checks are not in it. */
export function questionnaireJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(Questionnaire);
}

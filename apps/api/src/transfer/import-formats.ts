import type { ImportFormat, ImportLoss } from '@kilim/contracts';
import {
  importSurveyJson,
  readDraftContent,
  type DraftContent,
  type QuestionnaireFault,
} from '@kilim/indicators';

/** What a reader of one format makes of a file's JSON. */
export type Imported =
  | { readonly ok: true; readonly content: DraftContent; readonly losses: readonly ImportLoss[] }
  | { readonly ok: false; readonly faults: readonly QuestionnaireFault[] };

/** Reads one format; pure, and safe on whatever JSON it is given. */
export type Importer = (json: unknown, newId: () => string) => Imported;

/** The reader of each format: a further format is a further line here and a word in the contract. */
export const IMPORTERS: Readonly<Record<ImportFormat, Importer>> = {
  kilim: readKilim,
  surveyjs: importSurveyJson,
};

/** Our own bundle. Which program made it, and by which format, is not of the content. */
function readKilim(json: unknown): Imported {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  const { kilim: _, ...documents } = isObject ? (json as Readonly<Record<string, unknown>>) : {};
  const read = readDraftContent(isObject ? { translations: [], accepted: [], ...documents } : json);
  return read.ok ? { ...read, losses: [] } : read;
}

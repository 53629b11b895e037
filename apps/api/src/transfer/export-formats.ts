import type { ExportFormat } from '@kilim/contracts';
import {
  checkQuestionnaire,
  compileQuestionnaire,
  exportSurveyJson,
  type DraftContent,
} from '@kilim/indicators';

/** Writes one format; undefined when the content has errors that it can't be written with. */
export type Exporter = (content: DraftContent) => unknown;

/** The writer of each format. */
export const EXPORTERS: Readonly<Record<ExportFormat, Exporter>> = {
  kilim: (content) => ({ kilim: 'questionnaire', ...content }),
  surveyjs: writeSurveyJs,
};

/** Under a key that SurveyJS passes over stands what was lost on the way. */
function writeSurveyJs({ questionnaire, source, translations }: DraftContent): unknown {
  const check = checkQuestionnaire(questionnaire, source, translations);
  if (!check.ok) return undefined;
  const compiled = compileQuestionnaire(check.questionnaire);
  const { survey, losses } = exportSurveyJson(compiled, check.source, check.translations);
  return { ...survey, kilimLosses: losses };
}

import { checkQuestionnaire, type QuestionnaireFault } from '@kilim/indicators';
import type { ExitCode, Output } from './command.js';
import { readJson } from './read-json.js';
import { textsBeside } from './read-version.js';

/** What `kilim check` is told. */
export interface CheckRequest {
  readonly questionnaire: string;
  /** Absent: the texts beside the questionnaire. */
  readonly texts?: string;
  readonly translations: readonly string[];
}

/** Prints every fault with its place and how to mend it; ends with 1 when one of them is an error. */
export function check({ questionnaire, texts, translations }: CheckRequest, output: Output): ExitCode {
  const document = readJson(questionnaire);
  const textsPath = texts ?? textsBeside(questionnaire, document);
  const result = checkQuestionnaire(document, readJson(textsPath), translations.map(readJson));
  const faults = result.ok ? result.warnings : result.faults;
  for (const fault of faults) {
    output.out(`${fault.severity}  ${documentOf(fault)}${fault.pointer || '/'}  ${fault.code}`);
    output.out(`    ${fault.message} ${fault.mend}`);
  }
  const errors = faults.filter((fault) => fault.severity === 'error').length;
  output.out(
    errors === 0 && faults.length === 0
      ? `${questionnaire}: no fault.`
      : `${questionnaire}: ${String(errors)} error(s), ${String(faults.length - errors)} warning(s).`,
  );
  return result.ok ? 0 : 1;
}

function documentOf({ document, language }: QuestionnaireFault): string {
  return language === undefined ? `${document}:` : `${document}(${language}):`;
}

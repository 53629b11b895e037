import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  checkQuestionnaire,
  compileQuestionnaire,
  Language,
  type CompiledQuestionnaire,
  type SourceTexts,
} from '@kilim/indicators';
import { CommandError } from './command.js';
import { readJson } from './read-json.js';

/** A version as its files hold it, checked and compiled. */
export interface Version {
  readonly compiled: CompiledQuestionnaire;
  readonly source: SourceTexts;
}

/** The texts that lie beside a questionnaire by the catalogue's custom: `texts.<source language>.json`. */
export function textsBeside(questionnairePath: string, questionnaire: unknown): string {
  const named =
    typeof questionnaire === 'object' && questionnaire !== null && 'sourceLanguage' in questionnaire
      ? Language.safeParse(questionnaire.sourceLanguage).data
      : undefined;
  return join(dirname(questionnairePath), `texts.${named ?? 'en'}.json`);
}

/**
 * Reads a questionnaire and the texts beside it.
 *
 * @throws CommandError when they cannot be read or have faults
 */
export function readVersion(path: string, textsPath?: string): Version {
  const questionnaire = readJson(path);
  const texts = textsPath ?? textsBeside(path, questionnaire);
  if (!existsSync(texts))
    throw new CommandError(`There are no texts at ${texts}; name them with --texts FILE.`, 1);
  const check = checkQuestionnaire(questionnaire, readJson(texts));
  if (!check.ok) {
    const count = check.faults.filter((fault) => fault.severity === 'error').length;
    throw new CommandError(`${path} has ${String(count)} fault(s); see them with: kilim check ${path}`, 1);
  }
  return { compiled: compileQuestionnaire(check.questionnaire), source: check.source };
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  checkQuestionnaire,
  compileQuestionnaire,
  Language,
  type CompiledQuestionnaire,
  type QuestionnaireCheck,
  type VersionDocuments,
} from '@kilim/indicators';
import { CommandError } from './command.js';
import { readJson, STANDARD_INPUT } from './read-json.js';

/** A version as its files hold it, checked and compiled. */
export interface Version extends VersionDocuments {
  readonly compiled: CompiledQuestionnaire;
}

/** Where a version is read from. */
export interface VersionFiles {
  /** A file with all documents (`questionnaire`, `source`, `translations`), or the questionnaire alone. */
  readonly questionnaire: string;
  /** The texts, when the questionnaire is a file of its own; absent: those beside it. */
  readonly texts?: string | undefined;
  readonly translations?: readonly string[];
}

/**
 * Reads a questionnaire with its texts, and checks them.
 *
 * @throws CommandError when one of them cannot be read
 */
export function checkVersion({
  questionnaire: path,
  texts,
  translations = [],
}: VersionFiles): QuestionnaireCheck {
  const document = readJson(path);
  const further = translations.map(readJson);
  if (isRecord(document) && 'questionnaire' in document) {
    const own: readonly unknown[] = Array.isArray(document['translations']) ? document['translations'] : [];
    const source = texts === undefined ? document['source'] : readJson(texts);
    return checkQuestionnaire(document['questionnaire'], source, [...own, ...further]);
  }
  const textsPath = texts ?? textsBeside(path, document);
  if (!existsSync(textsPath))
    throw new CommandError(`There are no texts at ${textsPath}; name them with --texts FILE.`, 3);
  return checkQuestionnaire(document, readJson(textsPath), further);
}

/**
 * Reads a version that is to be used.
 *
 * @throws CommandError when it cannot be read or has faults
 */
export function readVersion(files: VersionFiles): Version {
  const check = checkVersion(files);
  if (check.ok) return { ...check, compiled: compileQuestionnaire(check.questionnaire) };
  const count = check.faults.filter((fault) => fault.severity === 'error').length;
  const path = files.questionnaire;
  throw new CommandError(`${path} has ${String(count)} fault(s); see them with: kilim check ${path}`, 1);
}

/** The texts that lie beside a questionnaire by the catalogue's custom: `texts.<source language>.json`. */
function textsBeside(path: string, questionnaire: unknown): string {
  const named = isRecord(questionnaire)
    ? Language.safeParse(questionnaire['sourceLanguage']).data
    : undefined;
  return join(path === STANDARD_INPUT ? '.' : dirname(path), `texts.${named ?? 'en'}.json`);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

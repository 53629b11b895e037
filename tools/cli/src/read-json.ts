import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { CommandError, messageOf } from './command.js';
import { syntaxFault } from './json-syntax.js';

/** The name of standard input, and its number. */
export const STANDARD_INPUT = '-';
const STANDARD_INPUT_FD = 0;
const CHUNK_BYTES = 65_536;

/**
 * Reads a JSON file, or standard input for `-`.
 *
 * @throws CommandError when it cannot be read or is no JSON
 */
export function readJson(path: string): unknown {
  const text = readable(path, () => readFileSync(path === STANDARD_INPUT ? STANDARD_INPUT_FD : path, 'utf8'));
  // Editors on Windows put a byte order mark in front.
  return parseJson(text.replace(/^\uFEFF/, ''), titleOf(path));
}

/** A document of a file that holds one a line, and the number of its line, from 1. */
export interface JsonLine {
  readonly document: unknown;
  readonly line: number;
}

/**
 * Reads a file, or standard input, that holds one JSON document a line: one at a time, however many there are. Empty
 * lines are passed over.
 *
 * @throws CommandError when it cannot be read or a line is no JSON
 */
export function* readJsonLines(path: string): Generator<JsonLine> {
  let line = 0;
  for (const text of linesOf(path)) {
    line += 1;
    if (text.trim() !== '') yield { document: parseJson(text, titleOf(path), line), line };
  }
}

function* linesOf(path: string): Generator<string> {
  const file = path === STANDARD_INPUT ? STANDARD_INPUT_FD : readable(path, () => openSync(path, 'r'));
  const decoder = new TextDecoder();
  const chunk = new Uint8Array(CHUNK_BYTES);
  let rest = '';
  try {
    for (;;) {
      const size = readable(path, () => readSync(file, chunk));
      rest += decoder.decode(chunk.subarray(0, size), { stream: size > 0 });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
      if (size === 0) break;
    }
    yield rest;
  } finally {
    if (path !== STANDARD_INPUT) closeSync(file);
  }
}

function parseJson(text: string, title: string, firstLine = 1): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const fault = syntaxFault(text);
    const place = fault && `line ${String(fault.line + firstLine - 1)}, column ${String(fault.column)}`;
    const why =
      place === undefined ? messageOf(error) : `${fault?.found ?? ''} at ${place} is not expected there`;
    throw new CommandError(`${title} is not valid JSON: ${why}.`, 3);
  }
}

function titleOf(path: string): string {
  return path === STANDARD_INPUT ? 'Standard input' : path;
}

function readable<Value>(path: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new CommandError(`Cannot read ${titleOf(path)}: ${reasonOf(error)}.`, 3);
  }
}

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
      return 'access is denied';
    default:
      return messageOf(error);
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

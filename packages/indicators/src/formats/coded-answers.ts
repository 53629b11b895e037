import * as z from 'zod';
import type { Address } from '../answers/address.js';
import { addressOf, placeOf } from '../answers/place.js';
import type { Answer, Answers, AnswerValue } from '../answers/answer.js';
import { optionsOf } from '../definition/compile-questionnaire.js';
import type { CompiledQuestionnaire } from '../definition/compiled.js';
import type { Id } from '../definition/identity.js';
import type { Question } from '../definition/question.js';

/** Marks a question as not applicable among coded answers. */
export const NOT_APPLICABLE = 'notApplicable';

/**
 * Answers as people write them in files: by question code, with option, row and column codes in place of ids
 * (`{ "COM.1": "statement", "COM.6": ["officer"], "EDU.3": { "primary": "few" }, "NEI.1": "notApplicable" }`). A
 * repeated set lists names of its own choosing for its instances, and what is answered within goes by code and instance
 * (`{ "PUB.7": ["harbour", "old-town"], "PUB.7.1@harbour": true }`).
 */
export const CodedAnswers = z
  .record(
    z.string(),
    z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), z.record(z.string(), z.string())]),
  )
  .meta({ id: 'CodedAnswers' });
export type CodedAnswers = z.infer<typeof CodedAnswers>;

/** The answers by id, or the codes that the version does not know, each with its question. */
export type CodedAnswersReading =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly unknown: readonly string[] };

/** Reads coded answers. Values that do not fit their question stay as they are: scoring marks them. */
export function readCodedAnswers(compiled: CompiledQuestionnaire, coded: CodedAnswers): CodedAnswersReading {
  const byCode = new Map(compiled.questions.map(({ question }) => [question.code, question]));
  const answers: Record<Address, Answer> = {};
  const unknown: string[] = [];
  for (const [place, value] of Object.entries(coded)) {
    const { question: code, instance } = placeOf(place);
    const question = byCode.get(code);
    const address = question && addressOf(question.id, instance);
    if (!question || !address) unknown.push(code);
    else if (value === NOT_APPLICABLE) answers[address] = { kind: 'notApplicable' };
    else answers[address] = { kind: 'value', value: withIds(question, value, unknown) };
  }
  return unknown.length === 0 ? { ok: true, answers } : { ok: false, unknown };
}

function withIds(question: Question, value: AnswerValue, unknown: string[]): AnswerValue {
  const options = new Map(optionsOf(question).map(({ code, id }) => [code, id]));
  const rows = new Map(question.kind === 'matrix' ? question.rows.map(({ code, id }) => [code, id]) : []);
  const idOf = (ids: ReadonlyMap<string, Id>, code: string): Id => {
    const id = ids.get(code);
    if (id === undefined) unknown.push(`${question.code}: ${code}`);
    return id ?? code;
  };
  if (options.size === 0) return value;
  if (typeof value === 'string') return idOf(options, value);
  if (Array.isArray(value)) return value.map((code) => idOf(options, code));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([row, column]) => [idOf(rows, row), idOf(options, column)]),
  );
}

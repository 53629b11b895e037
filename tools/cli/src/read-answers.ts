import {
  Answer,
  CodedAnswers,
  FindingInput,
  Id,
  readCodedAnswers,
  type Answers,
  type CompiledQuestionnaire,
} from '@kilim/indicators';
import { CommandError } from './command.js';
import { readJson } from './read-json.js';

/** Whose values a file of answers holds. */
export interface AnswersFile {
  readonly claims: Answers;
  readonly findings: readonly FindingInput[];
  readonly agreed: Answers;
}

/**
 * Reads answers. The file is one of:
 *
 * - answers by question code, with option codes (`{ "COM.1": "statement" }`);
 * - answers by question id, as they travel (`{ "<id>": { "kind": "value", "value": … } }`);
 * - `{ "answers": either of them, "findings": […], "agreed": either }`: also a worked example of the catalogue.
 *
 * @throws CommandError when it is none of them or names what the version does not know
 */
export function readAnswers(path: string, compiled: CompiledQuestionnaire): AnswersFile {
  const document = readJson(path);
  if (!isRecord(document)) throw new CommandError(`${path} holds no answers: it is not an object.`, 1);
  if (!('answers' in document))
    return { claims: readColumn(document, path, compiled), findings: [], agreed: {} };
  const { answers, findings = [], agreed = {} } = document;
  if (!Array.isArray(findings)) throw new CommandError(`${path}: “findings” is not a list.`, 1);
  return {
    claims: readColumn(answers, path, compiled),
    findings: findings.map((each: unknown) => readFinding(each, path, compiled)),
    agreed: readColumn(agreed, path, compiled),
  };
}

function readColumn(column: unknown, path: string, compiled: CompiledQuestionnaire): Answers {
  if (!isRecord(column)) throw new CommandError(`${path} holds no answers: they are not an object.`, 1);
  const entries = Object.entries(column).map(
    ([id, answer]) => [Id.safeParse(id), Answer.safeParse(answer)] as const,
  );
  if (entries.every(([id, answer]) => id.success && answer.success))
    return Object.fromEntries(
      entries.flatMap(([id, answer]) => (id.success && answer.success ? [[id.data, answer.data]] : [])),
    );
  const coded = CodedAnswers.safeParse(column);
  const reading = coded.success ? readCodedAnswers(compiled, coded.data) : undefined;
  if (!reading) throw new CommandError(`${path} holds something that is no answer.`, 1);
  if (!reading.ok)
    throw new CommandError(`${path} names what the version does not know: ${reading.unknown.join(', ')}.`, 1);
  return reading.answers;
}

/** A finding as it travels, or with codes for ids as in a worked example. */
function readFinding(finding: unknown, path: string, compiled: CompiledQuestionnaire): FindingInput {
  const asIs = FindingInput.safeParse(finding);
  if (asIs.success && compiled.byId.has(asIs.data.question)) return asIs.data;
  if (isRecord(finding) && typeof finding['question'] === 'string') {
    const { question: code, answer, ...rest } = finding;
    const question = compiled.questions.find((each) => each.question.code === code)?.question.id;
    const read =
      answer === null ? null : Object.values(readColumn({ [code as string]: answer }, path, compiled))[0];
    const parsed = FindingInput.safeParse({ ...rest, question, answer: read });
    if (parsed.success) return parsed.data;
  }
  throw new CommandError(`${path} holds a finding that cannot be read.`, 1);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import {
  Address,
  Answer,
  CodedAnswers,
  FindingInput,
  readCodedAnswers,
  type Answers,
  type CompiledQuestionnaire,
} from '@kilim/indicators';
import { CommandError } from './command.js';
import { readJson, readJsonLines } from './read-json.js';
import { isRecord } from './read-version.js';

/** Whose values a file of answers holds. */
export interface AnswersFile {
  /** What it is called: the `name` it gives itself, else the file, with the line of one that holds several. */
  readonly name: string;
  readonly claims: Answers;
  readonly findings: readonly FindingInput[];
  readonly agreed: Answers;
}

/**
 * Reads the answers of one assessment. The file is one of:
 *
 * - answers by question code, with option codes (`{ "COM.1": "statement" }`);
 * - answers by question id, in a repeated set with the instance, as they travel (`{ "<id>": { "kind": "value", "value": … } }`);
 * - `{ "answers": either of them, "findings": […], "agreed": either }`: also a worked example of the catalogue.
 *
 * @throws CommandError when it is none of them or names what the version does not know
 */
export function readAnswers(path: string, compiled: CompiledQuestionnaire): AnswersFile {
  return assessmentIn(readJson(path), path, compiled);
}

/**
 * Reads assessments one after another: each file holds one, or one a line when that is said or the file is called
 * `.ndjson` or `.jsonl`.
 *
 * @throws CommandError as {@link readAnswers}
 */
export function* readAssessments(
  paths: readonly string[],
  inLines: boolean,
  compiled: CompiledQuestionnaire,
): Generator<AnswersFile> {
  for (const path of paths) {
    if (!inLines && !holdsLines(path)) yield readAnswers(path, compiled);
    else
      for (const { document, line } of readJsonLines(path))
        yield assessmentIn(document, `${path}:${String(line)}`, compiled);
  }
}

/** Whether a file holds one document a line, by its name. */
export function holdsLines(path: string): boolean {
  return path.endsWith('.ndjson') || path.endsWith('.jsonl');
}

function assessmentIn(document: unknown, path: string, compiled: CompiledQuestionnaire): AnswersFile {
  if (!isRecord(document)) throw new CommandError(`${path} holds no answers: it is not an object.`, 1);
  if (!('answers' in document))
    return { name: path, claims: readColumn(document, path, compiled), findings: [], agreed: {} };
  const { name, answers, findings = [], agreed = {} } = document;
  if (!Array.isArray(findings)) throw new CommandError(`${path}: “findings” is not a list.`, 1);
  return {
    name: typeof name === 'string' ? name : path,
    claims: readColumn(answers, path, compiled),
    findings: findings.map((each: unknown) => readFinding(each, path, compiled)),
    agreed: readColumn(agreed, path, compiled),
  };
}

function readColumn(column: unknown, path: string, compiled: CompiledQuestionnaire): Answers {
  if (!isRecord(column)) throw new CommandError(`${path} holds no answers: they are not an object.`, 1);
  const entries = Object.entries(column).map(
    ([address, answer]) => [Address.safeParse(address), Answer.safeParse(answer)] as const,
  );
  if (entries.every(([address, answer]) => address.success && answer.success))
    return Object.fromEntries(
      entries.flatMap(([address, answer]) =>
        address.success && answer.success ? [[address.data, answer.data]] : [],
      ),
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

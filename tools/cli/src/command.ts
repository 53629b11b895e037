/** Where a command writes; each call is one line. */
export interface Output {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Whether words may be coloured: on a terminal, unless NO_COLOR is set. */
  readonly inColour: boolean;
}

/** How a command ended: 0 as wished, 1 with faults in what it was given, 2 called wrongly, 3 with a file it can't read. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Something the caller has to mend, told in one sentence. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 | 3,
  ) {
    super(message);
  }
}

/** An option of a command; one that takes a value says what for (`FILE`). */
export interface CommandOption {
  readonly value?: string;
  readonly isList?: boolean;
  readonly help: string;
}

/** A line as one types it, in the folder `tools/cli/examples`, and what it prints. */
export interface Example {
  readonly says: string;
  readonly line: string;
  readonly prints: readonly string[];
}

/** What a command was told. */
export interface Call {
  /** Files and names, in their order; as many as the command takes. */
  readonly names: readonly string[];
  value(option: string): string | undefined;
  list(option: string): readonly string[];
  flag(option: string): boolean;
}

/** A command and all that its help says. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** The files and names it takes, as its usage shows them. */
  readonly takes: readonly string[];
  /** How many of them may be left out, from the last. */
  readonly optional?: number;
  /** Whether the last may be given several times. */
  readonly many?: boolean;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** What it does and what `--json` prints, sentence by sentence. */
  readonly details: readonly string[];
  readonly examples: readonly Example[];
  run(call: Call, output: Output): ExitCode;
}

/** What an error says. Not by `instanceof`: tests run in a realm of their own, where Node's errors are none of theirs. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}

/** Options that several commands have. */
export const TEXTS: CommandOption = {
  value: 'FILE',
  help: 'the texts of a questionnaire that is a file of its own; else texts.<source language>.json beside it',
};
export const JSON_OUTPUT: CommandOption = { help: 'for programs: JSON as the help says' };
export const BASIS: CommandOption = {
  value: 'BASIS',
  help: 'whose answers count: claimed (unless given), found or agreed',
};

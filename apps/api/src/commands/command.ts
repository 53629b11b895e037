import type { INestApplicationContext } from '@nestjs/common';

/** What a command works with. */
export interface CommandContext {
  readonly app: INestApplicationContext;
  /** The words after the command's name: such as it takes. */
  readonly words: readonly string[];
  /** Prints one line for the person at the terminal. */
  readonly print: (line: string) => void;
}

/** An operator's command; answers whether all is well. */
export type Command = (context: CommandContext) => Promise<boolean>;

/** A command could not do its work; the message is a sentence for the person at the terminal. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
}

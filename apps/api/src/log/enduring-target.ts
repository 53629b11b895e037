import type { Settings } from '../config/settings.js';
import { textLine } from './text-line.js';

/** Where the log goes, line by line. */
export interface LogTarget {
  write(line: string): void;
}

/** What of a stream a log needs. */
interface Output {
  write(text: string): unknown;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/**
 * Writes lines to a stream that may refuse some: a file on a full disk, a pipe that nobody reads any longer. Those lines
 * are lost, which the log says as soon as it can; nothing else is, since the program goes on.
 */
export function enduring(stream: Output, format: Settings['logFormat']): LogTarget {
  let lost: string | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    lost = error.code ?? error.message;
  });
  return {
    write: (line) => {
      if (lost !== undefined) stream.write(format === 'text' ? textLine(lossLine(lost)) : lossLine(lost));
      lost = undefined;
      stream.write(line);
    },
  };
}

function lossLine(reason: string): string {
  const facts = { level: 'warn', time: new Date().toISOString(), reason };
  return `${JSON.stringify({ ...facts, msg: 'Lines of the log are missing before this one' })}\n`;
}

import type { ByteBody } from './byte-bodies.js';
import { Problem } from './problem.js';

/** A sender who is silent for so long has gone. */
const SILENT_WITHIN_MS = 30_000;

/**
 * Takes a file in whole, into memory.
 *
 * @throws Problem `request.tooLarge` as soon as that is known, `request.malformed` when it does not arrive whole
 */
export async function readWhole(
  { content, announcedBytes }: ByteBody,
  mostBytes: number,
): Promise<Buffer<ArrayBuffer>> {
  if ((announcedBytes ?? 0) > mostBytes) throw tooLarge(mostBytes);
  const chunks: Buffer[] = [];
  let bytes = 0;
  const timer = setTimeout(() => content.destroy(new Error('The sender is silent.')), SILENT_WITHIN_MS);
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      timer.refresh();
      bytes += chunk.length;
      if (bytes > mostBytes) throw tooLarge(mostBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('request.malformed', { detail: 'The file did not arrive whole.', cause: error });
  } finally {
    clearTimeout(timer);
  }
  if (announcedBytes !== undefined && bytes < announcedBytes)
    throw new Problem('request.malformed', { detail: 'The file did not arrive whole.' });
  return Buffer.concat(chunks);
}

function tooLarge(mostBytes: number): Problem {
  return new Problem('request.tooLarge', {
    detail: `Such a file may have ${String(mostBytes / 1_000_000)} MB.`,
    details: { mostBytes },
  });
}

import type { Readable } from 'node:stream';
import { Problem } from './problem.js';

/** A sender who is silent for so long has gone; else they are told. */
const SILENT_WITHIN_MS = 30_000;

/**
 * The parts of a body as they come. Whatever ends it, the rest is left unread and the connection open for the answer:
 * see `passBytes`.
 *
 * @throws Problem `request.timeout` when the sender falls silent, `request.malformed` when the body breaks off
 */
export async function* bodyParts(
  content: Readable,
  silentWithinMs = SILENT_WITHIN_MS,
): AsyncGenerator<Buffer, void> {
  const parts = content.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]();
  try {
    for (;;) {
      const part = await before(silentWithinMs, parts.next());
      if (part.done === true) return;
      yield part.value as Buffer;
    }
  } finally {
    // So that what still comes can be thrown away. Not waited for: of somebody silent it waits for the next part.
    void parts.return?.().catch(() => undefined);
  }
}

async function before<Part>(withinMs: number, next: Promise<Part>): Promise<Part> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    const detail = `Nothing of the file came for ${String(withinMs / 1000)} seconds. Send it again.`;
    timer = setTimeout(() => {
      reject(new Problem('request.timeout', { detail }));
    }, withinMs);
  });
  try {
    return await Promise.race([next, silence]);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('request.malformed', { detail: 'The file did not arrive whole.', cause: error });
  } finally {
    clearTimeout(timer);
    // One that is still awaited may break off when nobody listens any more.
    next.catch(() => undefined);
  }
}

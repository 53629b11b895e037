import { bodyParts } from './body-parts.js';
import type { ByteBody } from './byte-bodies.js';
import { Problem } from './problem.js';

/**
 * Takes a file in whole, into memory.
 *
 * @throws Problem `request.tooLarge` as soon as that is known, and as {@link bodyParts} when it does not arrive whole
 */
export async function readWhole(
  { content, announcedBytes }: ByteBody,
  mostBytes: number,
): Promise<Buffer<ArrayBuffer>> {
  if ((announcedBytes ?? 0) > mostBytes) throw tooLarge(mostBytes);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of bodyParts(content)) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw tooLarge(mostBytes);
    chunks.push(chunk);
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

import type { FileHandle } from 'node:fs/promises';
import { readAt } from './read-at.js';

const CHUNK_BYTES = 256 * 1024;
/** So far browsers look for signs of a page; see the WHATWG's MIME sniffing standard. */
const SNIFFED_BYTES = 1445;
/** What begins like this, or has it near its beginning, would be a page or picture that can run something. */
const MARKUP = /^[\s\ufeff]*<|<(!doctype|html|head|body|svg|script|iframe|object|embed|math|xml)\b/i;

/**
 * Whether a file holds nothing but text, in any encoding whose letters are no control characters (UTF-8 and the
 * one-byte encodings of offices), and no markup.
 */
export async function isPlainText(handle: FileHandle): Promise<boolean> {
  const head = (await readAt(handle, 0, SNIFFED_BYTES)).toString('latin1').replace(/^\xef\xbb\xbf/, '');
  if (MARKUP.test(head)) return false;
  for (let position = 0; ; position += CHUNK_BYTES) {
    const bytes = await readAt(handle, position, CHUNK_BYTES);
    if (bytes.some(isControl)) return false;
    if (bytes.length < CHUNK_BYTES) return true;
  }
}

/** Control characters but tab, line feed, form feed and carriage return. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) || byte === 0x7f;
}

import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';

const SHEETS = /<link\b[^>]*\brel="stylesheet"[^>]*>/g;
const HREF = /\bhref="([^"]+)"/;

/**
 * What has to arrive before somebody can read the sections and their questions: the page, and what it can't be drawn
 * without. As packed as it comes over the network.
 */
export async function bytesToRead(address: string, cookie: string): Promise<number> {
  const page = await packed(address, cookie);
  const sheets = brotliDecompressSync(page).toString().match(SHEETS) ?? [];
  const files = sheets.flatMap((sheet) => HREF.exec(sheet)?.[1] ?? []);
  const arrived = await Promise.all(files.map((file) => packed(new URL(file, address).href, cookie)));
  return [page, ...arrived].reduce((sum, { length }) => sum + length, 0);
}

async function packed(address: string, cookie: string): Promise<Buffer> {
  const headers = { cookie, accept: 'text/html,*/*', 'accept-encoding': 'br', 'sec-fetch-dest': 'document' };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, { headers }, resolve).on('error', reject);
  });
  if (response.statusCode !== 200 || response.headers['content-encoding'] !== 'br')
    throw new Error(`${address} came with ${String(response.statusCode)}, not packed.`);
  return buffer(response);
}

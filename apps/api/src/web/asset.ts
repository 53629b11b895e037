import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { acceptedEncoding, type Encoding } from '../http/accepted-encoding.js';

/** What the builds of both apps contain; anything else is sent as bytes to be saved. */
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /^(text\/|application\/(json|manifest\+json)|image\/svg)/;
/** Smaller ones fit into one packet anyhow. */
const LEAST_BYTES = 1024;
/** Nearly as small as the best, in a twentieth of the time. */
const BROTLI_QUALITY = 6;
/**
 * A name with a hash of the content in it never means anything else: eight characters, as both builds write them, with
 * a capital among them, which names given by people have not.
 */
const HASHED = /[-.](?=[^.]*[A-Z])[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** A file of a built app, read and packed once, when it is first asked for. */
export class Asset {
  readonly type: string;
  /** Whether it can be kept for ever. */
  readonly isImmutable: boolean;
  readonly isCompressible: boolean;
  readonly #file: string;
  readonly #bodies = new Map<Encoding, Promise<Buffer>>();
  #etag: Promise<string> | undefined;

  constructor(file: string) {
    this.#file = file;
    this.type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    this.isImmutable = HASHED.test(file);
    this.isCompressible = COMPRESSIBLE.test(this.type);
  }

  /** Names the content: the same tag, the same bytes once unpacked. */
  etag(): Promise<string> {
    this.#etag ??= this.#tag().catch((error: unknown) => {
      this.#etag = undefined;
      throw error;
    });
    return this.#etag;
  }

  /** The best of what a browser says it can unpack, where that is worth anything. */
  async encodingFor(accepted: string | undefined): Promise<Encoding> {
    if (!this.isCompressible || (await this.body('identity')).length < LEAST_BYTES) return 'identity';
    return acceptedEncoding(accepted);
  }

  body(encoding: Encoding): Promise<Buffer> {
    const known = this.#bodies.get(encoding);
    if (known) return known;
    const made = encoding === 'identity' ? readFile(this.#file) : this.#pack(encoding);
    this.#bodies.set(encoding, made);
    // What could not be read now, as while too many files are open, may be the next time.
    made.catch(() => this.#bodies.delete(encoding));
    return made;
  }

  async #tag(): Promise<string> {
    const bytes = await this.body('identity');
    return `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  }

  async #pack(encoding: 'br' | 'gzip'): Promise<Buffer> {
    const bytes = await this.body('identity');
    if (encoding === 'gzip') return toGzip(bytes);
    return toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
  }
}

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { acceptedEncoding } from './accepted-encoding.js';

const DATA = /^application\/(?:problem\+)?json\b/;
/** Smaller ones fit into one packet anyhow. */
const LEAST_BYTES = 1400;
/** Of data that are made for one person and one time. */
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * Packs what the API answers for whoever can unpack it: over a slow network a questionnaire would take seconds. What is
 * small, as the answer to a save, and what is no data, goes as it is.
 */
export function packReplies(instance: FastifyInstance): void {
  instance.addHook('onSend', async ({ headers }, reply, payload) => {
    const type = String(reply.getHeader('content-type') ?? '');
    if (typeof payload !== 'string' || payload.length < LEAST_BYTES || !DATA.test(type)) return payload;
    if (reply.hasHeader('content-encoding')) return payload;
    void reply.header('vary', 'accept-encoding');
    const encoding = acceptedEncoding(headers['accept-encoding']);
    if (encoding === 'identity') return payload;
    void reply.header('content-encoding', encoding).removeHeader('content-length');
    return encoding === 'br' ? toBrotli(payload, QUICKLY) : toGzip(payload);
  });
}

import { TextEncoder } from 'node:util';

/** What links between pages need of a browser, and jsdom has not. */
globalThis.TextEncoder ??= TextEncoder;

import type { Bench } from '../bench.js';
import type { DatabaseKind } from '../../../../apps/api/src/database/database.js';
import { measureHttp } from './http.js';
import { measureStatements } from './statements.js';
import { measureStorage } from './storage.js';

const KINDS: readonly DatabaseKind[] = ['sqlite', 'postgres'];

/** Saving answers: through the storage layer, and as a whole over HTTP. */
export const saveBenches: readonly Bench[] = [
  ...KINDS.flatMap((kind): readonly Bench[] => [
    { name: `save.storage.${kind}`, run: (effort) => measureStorage(kind, effort) },
    { name: `save.http.${kind}`, run: (effort) => measureHttp(kind, effort) },
  ]),
  { name: 'save.statements.sqlite', run: measureStatements },
];

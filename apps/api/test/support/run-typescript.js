import { register } from 'node:module';

/** `node --conditions=source --import ./test/support/run-typescript.js src/main.ts` runs the server from its sources. */
register('./typescript-hooks.js', import.meta.url);

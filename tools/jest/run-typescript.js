import { register } from 'node:module';

/** `node --import …/run-typescript.js src/main.ts` runs TypeScript from its sources, workspace packages included. */
register('./typescript-hooks.js', import.meta.url);
process.setSourceMapsEnabled(true);

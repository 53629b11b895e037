import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { surveyCoreInUse } from './bundle/survey-core-in-use.js';
import { precache } from './worker/precache.js';

/** Stands where the API puts the nonce of each response. */
const NONCE_PLACEHOLDER = 'KILIM_NONCE';

const BASE = '/survey/';

/** What begins the program: the one script that the page names. */
const BEGINNING = /\/(index\.html|src\/main\.tsx)$/;

export default defineConfig({
  base: BASE,
  plugins: [react(), surveyCoreInUse(), precache(BASE)],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  html: { cspNonce: NONCE_PLACEHOLDER },
  // Nothing may be loaded from a data: address, so nothing becomes one.
  build: {
    assetsInlineLimit: 0,
    target: 'es2022',
    sourcemap: true,
    rolldownOptions: {
      output: {
        // What every page needs is one file: as many as there are ways to share it, each packed by itself, weigh 20 kB
        // more. And in one file what the first import sets up holds before any schema is made.
        codeSplitting: {
          groups: [{ name: 'program', tags: ['$initial'], test: (id) => !BEGINNING.test(id) }],
        },
      },
    },
  },
  // The API as it runs beside `vite`.
  server: { proxy: { '/api': { target: 'http://localhost:3000' } } },
});

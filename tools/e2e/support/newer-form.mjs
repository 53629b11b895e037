import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Builds the form into a folder as its own build does, from a program that differs in one line: it names itself in the
 * page, so that one sees which of two runs. `node newer-form.mjs FOLDER`; a program of its own, as `bundle.mjs` is.
 */
const [outDir] = process.argv.slice(2);
const MAIN = /apps\/survey\/src\/main\.tsx$/;
await build({
  root: fileURLToPath(new URL('../../../apps/survey/', import.meta.url)),
  logLevel: 'error',
  plugins: [
    {
      name: 'newer',
      transform: (code, id) =>
        MAIN.test(id) ? `${code}\ndocument.documentElement.dataset.program = 'newer';` : undefined,
    },
  ],
  build: { outDir, emptyOutDir: false },
});

import { build } from 'vite';

/**
 * Writes a module with all it imports to the output, as one script that sets a global name: `node bundle.mjs FILE NAME`.
 * A program of its own, since the bundler does not work within jest's separate worlds.
 */
const [entry, name] = process.argv.slice(2);
const built = await build({
  configFile: false,
  logLevel: 'silent',
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { write: false, minify: false, lib: { entry, formats: ['iife'], name } },
});
const [{ output }] = [built].flat();
process.stdout.write(`${output[0].code}\nglobalThis.${name} = ${name};`);

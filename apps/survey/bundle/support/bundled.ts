import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** Where the form stands. */
const SURVEY = fileURLToPath(new URL('../../', import.meta.url));

/** A program of these lines, bundled as the form is, though to be read. */
export async function bundled(lines: string, plugins: readonly Plugin[]): Promise<string> {
  const entry = `${SURVEY}program.js`;
  const program: Plugin = {
    name: 'program',
    resolveId: (id) => (id === 'program' ? entry : undefined),
    load: (id) => (id === entry ? lines : undefined),
  };
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: SURVEY,
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    plugins: [program, ...plugins],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: 'program', preserveEntrySignatures: 'strict' },
    },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  return outputs.map((each) => (each.type === 'chunk' ? each.code : '')).join('\n');
}

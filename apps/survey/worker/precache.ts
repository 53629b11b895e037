import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin } from 'vite';

const WORKER = 'sw.js';
const SOURCE = fileURLToPath(new URL('service-worker.ts', import.meta.url));

/** Puts the service worker beside the form, and tells it which files the form is made of. */
export function precache(base: string): Plugin {
  let publicDir = '';
  return {
    name: 'kilim-precache',
    apply: 'build',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    async generateBundle(_options, bundle) {
      const { code } = await transformWithOxc(await readFile(SOURCE, 'utf8'), SOURCE);
      const files = [...Object.keys(bundle), ...(await readdir(publicDir))]
        .filter(isPartOfTheProgram)
        .sort()
        .map((name) => base + name);
      const build = createHash('sha256')
        .update(files.join('\n') + code)
        .digest('hex')
        .slice(0, 16);
      const source = put(put(code, 'KILIM_FILES', files), 'KILIM_BUILD', build);
      this.emitFile({ type: 'asset', fileName: WORKER, source });
    },
  };
}

/** Pages have a nonce in them, and maps are for those who look for faults. */
function isPartOfTheProgram(name: string): boolean {
  return !name.endsWith('.html') && !name.endsWith('.map');
}

function put(code: string, place: string, value: unknown): string {
  if (!code.includes(place)) throw new Error(`The service worker has no place for ${place}.`);
  return code.replace(place, JSON.stringify(value));
}

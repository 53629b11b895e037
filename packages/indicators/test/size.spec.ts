import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const INDEX = fileURLToPath(new URL('../src/index.ts', import.meta.url));

/** What a browser loads for these functions of the package: bytes after gzip, and from which packages. */
async function loaded(
  names: readonly string[],
): Promise<{ readonly bytes: number; readonly from: Set<string> }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${names.join(', ')} } from ${JSON.stringify(INDEX)};`, resolveDir: '.' },
    ...{ bundle: true, minify: true, format: 'esm', write: false, metafile: true },
  });
  const kept = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const packages = kept.flatMap(([file]) => /node_modules\/(?!\.pnpm)([^/]+)/.exec(file)?.[1] ?? []);
  return { bytes: gzipSync(outputFiles[0]?.contents ?? '').length, from: new Set(packages) };
}

test('everything that answering and scoring needs is below 20 kB for a browser, without zod', async () => {
  const { bytes, from } = await loaded([
    ...['compileQuestionnaire', 'visibleQuestions', 'validateAnswer', 'validateAssessment', 'completeness'],
    ...['scoreAssessment', 'explainScore', 'influences', 'percent', 'percentInterval', 'LiveAssessment'],
  ]);
  expect([...from]).toEqual([]);
  expect(bytes).toBeLessThan(20_000);
});

test('who needs less loads less', async () => {
  const [visible, all] = [await loaded(['visibleQuestions']), await loaded(['scoreAssessment'])];
  expect([...visible.from, ...all.from]).toEqual([]);
  expect(visible.bytes).toBeLessThan(all.bytes / 2);
});

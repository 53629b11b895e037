import { rowOf, type Bench, type Effort, type Pair, type Row, type Target } from '../bench.js';
import { WayProcess } from './way-process.js';
import { assertSameTotals, BLOCK, versionOf, wayOf, type Size } from './ways.js';

const SIZES: readonly Size[] = ['shipped', '100', '500', '2000'];

/** Scoring without a trace, beside survey-core and closures that give the same totals. */
export const engineBenches: readonly Bench[] = SIZES.map((size) => ({
  name: `engine.${size}`,
  run: (effort) => measureEngine(size, effort),
}));

async function measureEngine(size: Size, effort: Effort): Promise<readonly Row[]> {
  assertSameTotals(versionOf(size));
  const rounds = await roundsOf(size, effort);
  const row = (what: string, target: Target, pair: (round: Round) => Pair, unit = 'assessments/s'): Row =>
    rowOf({ name: `engine.${size}.${what}`, unit, target }, rounds.map(pair));
  return [
    row('objects', { atLeast: 10_000 }, ({ objects, survey }) => ({ value: objects, baseline: survey })),
    row('packed', { atLeast: 50_000 }, ({ packed, survey }) => ({ value: packed, baseline: survey })),
    row('closures', { atLeast: 1 }, ({ packed, closures }) => ({ value: packed, baseline: closures })),
    row('traced', { atLeast: 1 }, ({ traced, survey }) => ({ value: traced, baseline: survey })),
    row('bounds', { atLeast: 1 }, ({ bounds, survey }) => ({ value: bounds, baseline: survey })),
    // What one changed answer takes should not grow with the version.
    row('live', { atMost: 3 }, liveMicroseconds, 'µs'),
    rowOf({ name: `engine.${size}.memory`, unit: 'MB', target: { atMost: 1.5 } }, [
      memoryOver(size, size === 'shipped' ? 100_000 : 10_000),
    ]),
  ];
}

/** How many in a second of the processor, by way; `small` are changes in a version of 100 questions. */
type Round = Readonly<Record<keyof ReturnType<typeof waysOf>, number>>;

function waysOf(size: Size) {
  return {
    survey: new WayProcess(size, 'survey'),
    objects: new WayProcess(size, 'objects'),
    packed: new WayProcess(size, 'packed'),
    closures: new WayProcess(size, 'closures'),
    traced: new WayProcess(size, 'traced'),
    bounds: new WayProcess(size, 'bounds'),
    changes: new WayProcess(size, 'changes'),
    small: new WayProcess('100', 'changes'),
  };
}

/** One after the other, again and again. The first time does not count: by then each is as fast as it gets. */
async function roundsOf(size: Size, { rounds, windowMs }: Effort): Promise<readonly Round[]> {
  const ways = Object.entries(waysOf(size));
  try {
    const measured: Round[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const rates: [string, number][] = [];
      for (const [name, way] of ways) rates.push([name, await way.perSecond(windowMs)]);
      if (round > 0) measured.push(Object.fromEntries(rates) as Round);
    }
    return measured;
  } finally {
    for (const [, way] of ways) way.stop();
  }
}

function liveMicroseconds({ changes, small }: Round): Pair {
  return { value: 1e6 / changes, baseline: 1e6 / small };
}

/** What is in use after so many assessments, beside after the first block. */
function memoryOver(size: Size, assessments: number): Pair {
  const run = wayOf('objects', size);
  void run();
  const baseline = megabytesInUse();
  for (let done = BLOCK; done < assessments; done += BLOCK) void run();
  return { value: megabytesInUse(), baseline };
}

/** Without garbage, where Node was started with `--expose-gc`. */
function megabytesInUse(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

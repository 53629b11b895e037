import { launchBrowser } from '../../../e2e/support/browser.js';
import { DemoServer } from '../../../e2e/support/server.js';
import { rowOf, type Bench, type Effort, type Pair, type Row } from '../bench.js';
import { EditorVisit, type EditorPace } from './editor-visit.js';

const LARGE = 500;
const SMALL = 100;
const HARDLY_MORE = { atMost: 1.5 };

const ROWS: readonly (readonly [keyof EditorPace, string])[] = [
  ['typing', 'ms to the next paint, p75, processor slowed 4×'],
  ['moving', 'ms to the next paint, p75, processor slowed 4×'],
  ['sent', 'bytes'],
];

/** A questionnaire five times as long costs its author hardly more. */
export const authoringBenches: readonly Bench[] = [{ name: 'authoring.editor', run: measured }];

async function measured({ rounds }: Effort): Promise<readonly Row[]> {
  const [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
  try {
    const visit = await EditorVisit.begin(browser, server.origin, server.account('coordinator'));
    const openings: Pair[] = [];
    const paces: { readonly large: EditorPace; readonly small: EditorPace }[] = [];
    for (let round = 0; round < rounds; round++) {
      const [baseline = Number.NaN, value = Number.NaN] = await visit.openings([SMALL, LARGE]);
      openings.push({ value, baseline });
      paces.push({ small: await visit.pace(SMALL), large: await visit.pace(LARGE) });
    }
    const open = { name: 'authoring.editor.open', unit: 'ms, processor slowed 4×', target: HARDLY_MORE };
    return [
      rowOf(open, openings),
      ...ROWS.map(([what, unit]) =>
        rowOf(
          { name: `authoring.editor.${what}`, unit, target: HARDLY_MORE },
          paces.map(({ large, small }) => ({ value: large[what], baseline: small[what] })),
        ),
      ),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

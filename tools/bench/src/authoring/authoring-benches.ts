import { launchBrowser } from '../../../e2e/support/browser.js';
import { DemoServer } from '../../../e2e/support/server.js';
import { rowOf, type Bench, type Effort, type Row } from '../bench.js';
import { EditorVisit, type EditorPace } from './editor-visit.js';

const LARGE = 500;
const SMALL = 100;

const ROWS: readonly (readonly [keyof EditorPace, string])[] = [
  ['open', 'ms, processor slowed 4×'],
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
    const paces: { readonly large: EditorPace; readonly small: EditorPace }[] = [];
    for (let round = 0; round < rounds; round++)
      paces.push({ small: await visit.pace(SMALL), large: await visit.pace(LARGE) });
    return ROWS.map(([what, unit]) =>
      rowOf(
        { name: `authoring.editor.${what}`, unit, target: { atMost: 1.5 } },
        paces.map(({ large, small }) => ({ value: large[what], baseline: small[what] })),
      ),
    );
  } finally {
    await browser.close();
    await server.stop();
  }
}

import { launchBrowser } from '../../../e2e/support/browser.js';
import { inPlace } from '../../../../apps/api/test/support/place.js';
import { ServerProcess } from '../../../../apps/api/test/support/server-process.js';
import { rowOf, type Effort, type Row, type Target } from '../bench.js';
import { FormVisit, type Typing } from './form-visit.js';
import { givenForms, ReferenceSite, type FormCase } from './form-site.js';

const SIZE = 500;
const LARGE = 2000;
/** Of the section's fifty questions these many are figures to be typed. */
const ANSWERS = 8;
/** More rounds of typing would say no more. */
const MOST_ROUNDS = 5;
/** A paint waits for a frame, for storage and for fonts, and varies more: in each round so many are looked at. */
const PAINTS = 2;
const OUR_FIELDS = '.q__body input[inputmode="decimal"]';
const PLAIN_FIELDS = '.sd-question input.sd-input';
const BARE_FIELDS = 'input';

/** The form in a browser beside one plain SurveyJS model of the same questionnaire, and beside a page of words alone. */
export async function measuredInBrowser({ rounds }: Effort): Promise<readonly Row[]> {
  const turns = Array.from({ length: Math.min(rounds, MOST_ROUNDS) });
  return inPlace('sqlite', async (place) => {
    const [form, large] = await givenForms(place, [SIZE, LARGE]);
    if (!form || !large) throw new Error('Two questionnaires were asked for.');
    const [server, references, browser] = await Promise.all([
      ServerProcess.ours(place),
      ReferenceSite.start(SIZE),
      launchBrowser(),
    ]);
    const ours = `http://127.0.0.1:${String(server.port)}`;
    try {
      const visit = (cookie?: string) => FormVisit.begin(browser, ours, cookie);
      const paints: Paints[] = [];
      const typings: Typings[] = [];
      for (const _ of turns) {
        for (let paint = 0; paint < PAINTS; paint += 1)
          paints.push(await paintsIn(visit, ours, form, references.origin));
        typings.push({
          ours: await typed(visit, ours + form.path, OUR_FIELDS, form.cookie),
          large: await typed(visit, ours + large.path, OUR_FIELDS, large.cookie),
          plain: await typed(visit, `${references.origin}/plain`, PLAIN_FIELDS),
          bare: await typed(visit, `${references.origin}/fields`, BARE_FIELDS),
        });
      }
      return [...paintRows(paints), ...typingRows(typings)];
    } finally {
      await browser.close();
      await references.stop();
      await server.stop();
    }
  });
}

type Visit = (cookie?: string) => Promise<FormVisit>;

/** When the largest thing was painted, in milliseconds, at a first and at a later visit. */
type Paints = Readonly<Record<'first' | 'later' | 'staticFirst' | 'staticLater' | 'plain', number>>;
/** What answers took; on the bare page nothing but the browser's own typing and painting. */
type Typings = Readonly<Record<'ours' | 'large' | 'plain' | 'bare', Typing>>;

async function paintsIn(visit: Visit, ours: string, form: FormCase, references: string): Promise<Paints> {
  const twice = async (address: string, ready: string, cookie?: string) => {
    const seen = await visit(cookie);
    const first = await seen.largestPaint(address, ready);
    const later = await seen.largestPaint(address, ready);
    await seen.end();
    return { first, later };
  };
  const own = await twice(ours + form.path, '.q__foot', form.cookie);
  const fixed = await twice(`${references}/static`, 'h2');
  const plain = await twice(`${references}/plain`, '.sd-question');
  return { ...own, staticFirst: fixed.first, staticLater: fixed.later, plain: plain.first };
}

async function typed(visit: Visit, address: string, fields: string, cookie?: string): Promise<Typing> {
  const seen = await visit(cookie);
  const typing = await seen.type(address, fields, ANSWERS);
  await seen.end();
  return typing;
}

function paintRows(rounds: readonly Paints[]): readonly Row[] {
  const row = (what: string, value: keyof Paints, baseline: keyof Paints, target: Target): Row =>
    rowOf(
      { name: `form.paint.${what}`, unit: 'ms, largest paint', target },
      rounds.map((round) => ({ value: round[value], baseline: round[baseline] })),
    );
  return [
    row('first', 'first', 'staticFirst', { atMost: 2.5 }),
    row('later', 'later', 'staticLater', { atMost: 1.5 }),
    row('plain', 'first', 'plain', { atMost: 1 }),
  ];
}

function typingRows(rounds: readonly Typings[]): readonly Row[] {
  const name = (what: string, unit: string, target: Target) => ({
    name: `form.typing.${what}`,
    unit,
    target,
  });
  const beyondBare = (of: keyof Typings, what: 'held' | 'whole') => (round: Typings) =>
    round[of][what] - round.bare[what];
  const compared = (value: (round: Typings) => number, baseline: (round: Typings) => number) =>
    rounds.map((round) => ({ value: value(round), baseline: baseline(round) }));
  return [
    // The plain model by ours: how many times less the keys of an answer hold the page.
    rowOf(
      name('work', 'ms of an answer’s keys in one plain model', { atLeast: 7 }),
      compared(beyondBare('plain', 'held'), beyondBare('ours', 'held')),
    ),
    // Ours keeps, sends, hears of others and scores besides, which the plain model does not.
    rowOf(
      name('whole', 'ms for an answer, then and later, in one plain model', { atLeast: 1 }),
      compared(beyondBare('plain', 'whole'), beyondBare('ours', 'whole')),
    ),
    rowOf(
      name('size', 'ms for an answer, then and later, of 2,000', { atMost: 1.2 }),
      compared(
        ({ large }) => large.whole,
        ({ ours }) => ours.whole,
      ),
    ),
    // 200 ms were aimed at where the plain model took 496.
    rowOf(
      name('worst', 'ms, slowest interaction', { atMost: 0.4 }),
      rounds.map(({ ours, plain }) => ({ value: ours.worst, baseline: plain.worst })),
    ),
  ];
}

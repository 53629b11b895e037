import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { VISIT_LASTS_MS } from '@kilim/contracts';
import { Write } from '../../api/write';
import { HELENA } from '../../testing/given-desk';
import { DraftDesk } from './draft-desk';
import { DraftWatch } from './draft-watch';

/** A stream, as far as a browser opens and closes it. */
class Source extends EventTarget {
  static readonly CLOSED = 2;
  readyState = 1;

  constructor(readonly address: string) {
    super();
    sources.push(this);
  }

  close(): void {
    this.readyState = Source.CLOSED;
  }
}

const DRAFT = '01900000-0000-7000-8000-0000000000dd';
const [OWN, OTHER] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];
let sources: Source[];
let revision: number;
let watch: DraftWatch;
const { EventSource, fetch } = globalThis;

beforeEach(() => {
  [sources, revision] = [[], 7];
  globalThis.EventSource = Source as unknown as typeof EventSource;
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  jest.useFakeTimers();
  const desk = { visitId: OWN, draft: signal({ id: DRAFT }), revision: () => revision };
  TestBed.configureTestingModule({
    providers: [
      DraftWatch,
      { provide: DraftDesk, useValue: desk },
      { provide: Write, useValue: { send: () => Promise.resolve() } },
    ],
  });
  watch = TestBed.inject(DraftWatch);
  TestBed.tick();
});
afterEach(() => {
  show('visible');
  TestBed.resetTestingModule();
  Object.assign(globalThis, { EventSource, fetch });
  jest.useRealTimers();
});

/** As if the window were put away, or shown again. */
function show(visibility: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
  TestBed.tick();
}

const open = () => sources.filter(({ readyState }) => readyState !== Source.CLOSED);
const current = () => sources.at(-1) as Source;

it('a window that is put away lets go of the stream of its draft, and goes on from where it was when it is shown', () => {
  expect(open().map(({ address }) => address)).toEqual([
    `/api/drafts/${DRAFT}/events?after=7&visitId=${OWN}`,
  ]);
  show('hidden');
  jest.advanceTimersByTime(VISIT_LASTS_MS);
  TestBed.tick();
  expect(open()).toEqual([]);
  revision = 9;
  show('visible');
  expect(open().map(({ address }) => address)).toEqual([expect.stringContaining('after=9')]);
});

it('who else is there is what the stream has told last; where it is refused nobody is known to be', () => {
  const author = (visitId: string) => ({
    visitId,
    person: HELENA,
    part: null,
    since: '2026-04-10T10:00:00.000Z',
  });
  const data = JSON.stringify({ kind: 'authors', authors: [author(OWN), author(OTHER)] });
  current().dispatchEvent(new MessageEvent('authors', { data }));
  expect(watch.others()).toEqual([author(OTHER)]);
  current().close();
  current().dispatchEvent(new Event('error'));
  expect(watch.others()).toEqual([]);
});

import { DOCUMENT } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { STREAM_HERE_EVERY_MS, VISIT_LASTS_MS, type LiveDraftEvent } from '@kilim/contracts';
import { DraftStream } from './draft-stream';
import { mayBeSeen } from './may-be-seen';

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

  tell(kind: string, facts: object = {}): void {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify({ kind, ...facts }) }));
  }

  refuse(): void {
    this.close();
    this.dispatchEvent(new Event('error'));
  }
}

let sources: Source[];
let events: LiveDraftEvent['kind'][];
let refusals: number;
let stream: DraftStream;
const { EventSource } = globalThis;

beforeEach(() => {
  [sources, events, refusals] = [[], [], 0];
  globalThis.EventSource = Source as unknown as typeof EventSource;
  jest.useFakeTimers();
  stream = new DraftStream({
    ...{ draftId: 'd-1', visitId: 'v-1' },
    revision: () => 7 + events.length,
    onEvent: ({ kind }) => events.push(kind),
    onRefused: () => (refusals += 1),
  });
  stream.open();
});
afterEach(() => {
  stream.close();
  globalThis.EventSource = EventSource;
  jest.useRealTimers();
});

const current = () => sources.at(-1) as Source;
const open = () => sources.filter(({ readyState }) => readyState !== Source.CLOSED).length;

describe('the stream of a draft', () => {
  it('stays as long as the server says that it is there, and tells nobody of that', () => {
    for (let turn = 0; turn < 10; turn += 1) {
      jest.advanceTimersByTime(STREAM_HERE_EVERY_MS);
      current().tell('here');
    }
    expect([sources.length, events]).toEqual([1, []]);
  });

  it('is opened anew from what is known once it has been cut off unnoticed', () => {
    current().tell('authors', { authors: [] });
    jest.advanceTimersByTime(3 * STREAM_HERE_EVERY_MS);
    expect([sources.length, open(), events]).toEqual([2, 1, ['authors']]);
    expect(current().address).toContain('after=8');
  });

  it('is asked for again where it was refused, and passes over what it does not understand', () => {
    current().refuse();
    jest.advanceTimersByTime(5000);
    current().tell('authors', { people: 'of a newer server' });
    expect([sources.length, open(), refusals, events]).toEqual([2, 1, 1, []]);
  });

  it('is over once the server ends it, or nobody listens any more', () => {
    current().tell('ended', { reason: 'access' });
    stream.close();
    jest.advanceTimersByTime(60 * 60_000);
    expect([sources.length, open()]).toEqual([1, 0]);
  });
});

describe('a window that is put away', () => {
  function show(visibility: DocumentVisibilityState): void {
    const document = TestBed.inject(DOCUMENT);
    Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }
  afterEach(() => {
    show('visible');
  });

  it('counts as seen for as long as its visit lasts, and again at once when it is shown', () => {
    const seen = TestBed.runInInjectionContext(mayBeSeen);
    show('hidden');
    jest.advanceTimersByTime(VISIT_LASTS_MS - 1);
    expect(seen()).toBe(true);
    jest.advanceTimersByTime(1);
    expect(seen()).toBe(false);
    show('visible');
    expect(seen()).toBe(true);
  });
});

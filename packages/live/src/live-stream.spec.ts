/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LiveDraftEvent, LiveEvent, STREAM_HERE_EVERY_MS } from '@kilim/contracts';
import { LiveStream } from './live-stream.js';

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

  /** The connection is lost; a browser opens it again by itself. */
  lose(): void {
    this.readyState = 0;
    this.dispatchEvent(new Event('error'));
  }
}

let sources: Source[];
let events: string[];
let refusals: number;
let stream: LiveStream<LiveDraftEvent>;
const { EventSource } = globalThis;

beforeEach(() => {
  [sources, events, refusals] = [[], [], 0];
  globalThis.EventSource = Source as unknown as typeof EventSource;
  jest.useFakeTimers();
  stream = new LiveStream({
    tells: LiveDraftEvent,
    address: () => `/api/drafts/d-1/events?after=${String(7 + events.length)}`,
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
const pass = (ms: number) => jest.advanceTimersByTime(ms);

describe('a stream on which nothing happens', () => {
  it('stays open as long as the server says that it is there, and tells nobody of that', () => {
    for (let beats = 0; beats < 10; beats += 1) {
      pass(STREAM_HERE_EVERY_MS);
      current().tell('here');
    }
    expect([sources.length, events]).toEqual([1, []]);
  });

  it('is opened anew from what is known where the server does not: it was cut off, and the browser has not noticed', () => {
    current().tell('authors', { authors: [] });
    pass(3 * STREAM_HERE_EVERY_MS);
    expect([sources.length, open(), events]).toEqual([2, 1, ['authors']]);
    expect(current().address).toContain('after=8');
  });
});

describe('a stream that the server refuses', () => {
  it('is asked for again, and says so', () => {
    current().refuse();
    expect(refusals).toBe(1);
    pass(1000);
    expect([sources.length, open(), refusals]).toEqual([2, 1, 1]);
  });

  it('is asked for ever later, and soon again once it has been let in', () => {
    for (let refused = 0; refused < 20; refused += 1) {
      current().refuse();
      pass(30_000);
    }
    expect(sources).toHaveLength(21);
    current().refuse();
    pass(14_999);
    expect(sources).toHaveLength(21);
    pass(15_001);
    current().dispatchEvent(new Event('open'));
    current().refuse();
    pass(1000);
    expect(sources).toHaveLength(23);
  });

  it('is left to the browser where only the connection was lost', () => {
    current().lose();
    pass(2 * STREAM_HERE_EVERY_MS);
    expect([sources.length, refusals]).toEqual([1, 0]);
  });
});

describe('what a stream tells', () => {
  it('is passed over where a newer server says it in words that this program does not have', () => {
    current().tell('authors', { people: 'of a newer server' });
    current().tell('authors', { authors: [], rooms: 'of a newer server' });
    expect(events).toEqual(['authors']);
  });

  it('ends it where the server says so: then nobody asks again', () => {
    current().tell('ended', { reason: 'access' });
    pass(60 * 60_000);
    expect([sources.length, open(), events]).toEqual([1, 0, ['ended']]);
  });

  it('is heard of every kind, of an assessment as of a draft', () => {
    const heard: string[] = [];
    const other = new LiveStream({
      tells: LiveEvent,
      address: () => '/api/assessments/a-1/events',
      onEvent: ({ kind }) => heard.push(kind),
      onRefused: () => undefined,
    });
    other.open();
    current().tell('visitors', { visitors: [] });
    current().tell('reload', { sequence: 3 });
    other.close();
    expect(heard).toEqual(['visitors', 'reload']);
  });
});

it('a stream that nobody listens to any more stays closed', () => {
  current().refuse();
  stream.close();
  pass(60 * 60_000);
  expect([sources.length, open()]).toEqual([1, 0]);
});

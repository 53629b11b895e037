/** What follows from a key before the browser does anything else: its own typing, and all that listens to it. */
const FOLLOWS = new Set([
  'keydown',
  'keypress',
  'beforeinput',
  'input',
  'keyup',
  'focusin',
  'focusout',
  'focus',
  'blur',
]);

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds; `tdur` of processor time. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/**
 * For how long a page's main thread was held by keys, in milliseconds of processor time: from each key until everything
 * that listens to it, and to what it leads to, is done. Not in it is what is done later: painting, saving, counting.
 *
 * @param trace of Chromium, with the category `devtools.timeline`
 */
export function timeInKeys(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const followed = traceEvents
    .filter(({ name, args }) => name === 'EventDispatch' && FOLLOWS.has(args?.data?.type ?? ''))
    .sort((one, other) => one.ts - other.ts);
  // An event that another led to lies within it, and is counted with it.
  const until = new Map<string, number>();
  let microseconds = 0;
  for (const { pid, tid, ts, dur = 0, tdur = 0 } of followed) {
    const thread = `${String(pid)}:${String(tid)}`;
    if (ts < (until.get(thread) ?? 0)) continue;
    until.set(thread, ts + dur);
    microseconds += tdur;
  }
  return microseconds / 1000;
}

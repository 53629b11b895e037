import { startTransition, useEffect, useState } from 'react';
import type { AnswerSaver } from './answer-saver.js';
import type { Pace } from './saver-surroundings.js';
import type { SaverView } from './saver-view.js';

/** Once nothing has been typed for so long, the screens follow. */
const REST_MS = 300;
/** However long somebody types, they are never further behind. */
const BEHIND_AT_MOST_MS = 1000;
/** What comes in one go is shown in one go. */
const IN_ONE_GO_MS = 50;

/**
 * What the screens show of the answers. They follow a choice at once, and typing where it rests: the field itself shows
 * every letter, and nobody reads of progress and saving in the middle of a word. What they show
 * the saver is told, since that is what the next change is made upon.
 */
export function useSaverView(saver: AnswerSaver): SaverView {
  const [view, setView] = useState(saver.look);
  useEffect(() => {
    const follow = followAtRest(
      () => {
        setView(saver.look());
      },
      () => performance.now(),
    );
    const leave = saver.subscribe(follow.changed);
    // What has changed before anybody listened.
    follow.changed(undefined);
    return () => {
      leave();
      follow.stop();
    };
  }, [saver]);
  useEffect(() => {
    saver.show(view);
  }, [saver, view]);
  return view;
}

/** Follows changes as soon as it is a good moment. */
function followAtRest(
  show: () => void,
  now: () => number,
): { readonly changed: (pace: Pace | undefined) => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typedAt = Number.NEGATIVE_INFINITY;
  let behindSince: number | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    behindSince = undefined;
  };
  const changed = (pace: Pace | undefined): void => {
    if (pace === 'atOnce') {
      stop();
      show();
      return;
    }
    const at = now();
    if (pace === 'typing') typedAt = at;
    behindSince ??= at;
    const isGood = Math.max(at + IN_ONE_GO_MS, typedAt + REST_MS);
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        stop();
        // Whoever goes on typing goes before it.
        startTransition(show);
      },
      Math.min(isGood, behindSince + BEHIND_AT_MOST_MS) - at,
    );
  };
  return { changed, stop };
}

import { startTransition, useEffect, useRef, useState } from 'react';
import type { AnswerSaver } from './answer-saver.js';

/**
 * What a saver says, followed at once and yet after the letter that is being typed: nothing that tells of saving holds
 * up who types.
 *
 * @param read gives the same object as long as nothing has changed
 * @param first what the screens show before anything is followed
 */
export function useFollowed<T>(saver: AnswerSaver, read: () => T, first: T): T {
  const [value, setValue] = useState(first);
  const shown = useRef({ read, value });
  useEffect(() => {
    shown.current.read = read;
  });
  useEffect(() => {
    const follow = (): void => {
      const next = shown.current.read();
      if (Object.is(next, shown.current.value)) return;
      shown.current.value = next;
      startTransition(() => {
        setValue(next);
      });
    };
    follow();
    return saver.subscribe(follow);
  }, [saver]);
  return value;
}

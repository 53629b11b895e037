import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** So long nobody has typed before it is spoken: a screen reader would else talk over every letter. */
const REST_MS = 1000;
/** In the shortest fields, too, one is told a few words before the end. */
const FEW_LETTERS = 20;

/** How many letters a field still takes, once there are few; to be seen at every letter, and spoken at rest. */
export function LettersLeft({ words, most }: Readonly<{ words: string; most: number }>): ReactElement {
  const { t } = useTranslation();
  const left = most - words.length;
  const told = isNearlyFull(words, most)
    ? t(left < 0 ? 'letters.over' : 'letters.left', { count: Math.abs(left) })
    : '';
  const [spoken, setSpoken] = useState(told);
  useEffect(() => {
    const rest = setTimeout(() => {
      setSpoken(told);
    }, REST_MS);
    return () => {
      clearTimeout(rest);
    };
  }, [told]);
  return (
    <>
      {told !== '' && (
        <p className={left < 0 ? 'hint tone-bad' : 'hint'} aria-hidden="true">
          {told}
        </p>
      )}
      <p className="sr" role="status">
        {spoken}
      </p>
    </>
  );
}

/** Whether a tenth or less is left of what a field takes. */
export function isNearlyFull(words: string, most: number): boolean {
  return most - words.length <= Math.max(FEW_LETTERS, most / 10);
}

import type { AnswerSave, CurrentAnswer } from '@kilim/contracts';
import { MemoryOutbox } from '../outbox/outbox.js';
import { AnswerSaver } from './answer-saver.js';
import { OF_THIS_BROWSER } from './of-this-browser.js';

/** A saver of texts on this browser's clock; what it sends is noted, and waits for its reply. */
export function givenSaver(answers: readonly CurrentAnswer[] = []): {
  readonly saver: AnswerSaver;
  readonly sent: readonly AnswerSave[];
} {
  const sent: AnswerSave[] = [];
  const saver = new AnswerSaver(
    {
      ...OF_THIS_BROWSER,
      send: (save) => {
        sent.push(save);
        return new Promise(() => undefined);
      },
      seen: () => ({ language: 'en', textRevision: '' }),
      kindOf: () => 'text',
      tell: () => undefined,
      outbox: new MemoryOutbox('kept'),
    },
    answers,
    [],
  );
  return { saver, sent };
}

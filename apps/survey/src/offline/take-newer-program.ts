import { allKept } from '../outbox/open-savers.js';
import { PROGRAM_UPDATES } from './program-updates.js';

/** Opens the page anew with the newest program there is, once what was typed is kept. */
export function takeNewerProgram(): void {
  void allKept().then(() => {
    PROGRAM_UPDATES.take();
  });
}

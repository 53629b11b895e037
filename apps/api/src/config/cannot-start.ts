/**
 * Why the program does not start: one sentence for the person at the terminal, or one on each line, that says what is
 * wrong and how to mend it. What made it happen is its cause.
 */
export class CannotStart extends Error {
  override readonly name: string = 'CannotStart';
}

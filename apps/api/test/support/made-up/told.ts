import type { Dice } from './dice.js';

/** How many of a name are remembered: the newest. */
const MOST = 300;

/** What a server has told so far, by the name under which others ask for it: `assessmentId`, `questionId`, `revision`. */
export class Told {
  readonly #byName = new Map<string, (string | number)[]>();

  constructor(private readonly dice: Dice) {}

  /** Remembers everything that stands in a body. */
  note(value: unknown, name = ''): void {
    if (Array.isArray(value)) for (const each of value as unknown[]) this.note(each, name.replace(/s$/, ''));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        if (key === 'id' && typeof each === 'string') this.#add(`${name}Id`, each);
        this.note(each, key);
      }
    } else if (typeof value === 'string' || typeof value === 'number') this.#add(name, value);
  }

  /** One of what was told under a name; undefined when there was none. */
  known(name: string): string | number | undefined {
    const those = this.#byName.get(name);
    return those && this.dice.oneOf(those);
  }

  #add(name: string, value: string | number): void {
    const those = this.#byName.get(name) ?? [];
    if (those.includes(value)) return;
    those.push(value);
    if (those.length > MOST) those.shift();
    this.#byName.set(name, those);
  }
}

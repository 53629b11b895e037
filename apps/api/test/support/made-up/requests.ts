import { endpoints, type Endpoint } from '@kilim/contracts';
import type { Dice } from './dice.js';
import { Shaped, type TellKnown } from './shaped.js';

/** A request that nobody has thought of: of its endpoint's shape, or nearly. */
export interface MadeUp {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly params: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  /** Undefined: none; bytes for a file. */
  readonly body: unknown;
}

/** What stands in the place of something else where somebody is careless or means harm. */
const JUNK: readonly unknown[] = [
  ...[null, true, '', ' ', [], {}],
  ...[0, -1, 1.5, 1e308, 2 ** 31, 2 ** 53, -0.0000001],
  ...['\u0000', '\ud800', '__proto__', 'constructor', '../../etc/passwd', '%00', '<b>', "';--"],
  ...['2026-02-30T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '0000-01-01'],
  ...['a'.repeat(5000), '💥'.repeat(300), Array.from({ length: 300 }, () => 1)],
  { id: 'x', kind: 'x', toString: 1 },
];

/** Makes up requests of the contract's endpoints. */
export class Requests {
  readonly #shapes = new Map<unknown, Shaped>();

  constructor(
    private readonly dice: Dice,
    private readonly known: TellKnown,
  ) {}

  /** @param name what the contract calls the endpoint */
  one(name: string): MadeUp {
    const endpoint = endpoints[name];
    if (!endpoint) throw new Error(`There is no endpoint ${name}.`);
    const { params, query, body, takesBytes } = endpoint;
    return {
      name,
      endpoint,
      params: (this.#part(params) ?? {}) as Record<string, unknown>,
      query: (this.#part(query) ?? {}) as Record<string, unknown>,
      body: takesBytes ? this.#bytes() : this.#part(body),
    };
  }

  /** The same with some part of it replaced. */
  spoiled(made: MadeUp): MadeUp {
    const { params, query, body } = made;
    const whole = { params, query, ...(body === undefined || body instanceof Uint8Array ? {} : { body }) };
    return { ...made, ...(this.#spoil(whole) as Partial<MadeUp>) };
  }

  #part(schema: Endpoint['body']): unknown {
    if (!schema) return undefined;
    const shape = this.#shapes.get(schema) ?? new Shaped(schema, this.dice, this.known);
    this.#shapes.set(schema, shape);
    return shape.one();
  }

  #bytes(): Uint8Array {
    return Uint8Array.from({ length: this.dice.below(2000) }, () => this.dice.below(256));
  }

  #spoil(whole: object): unknown {
    let left = this.dice.below(Math.max(1, leavesOf(whole)));
    const what = this.dice.oneOf(JUNK);
    const walk = (part: unknown): unknown => {
      if (isLeaf(part)) return left-- === 0 ? what : part;
      if (Array.isArray(part)) return part.map(walk);
      return Object.fromEntries(Object.entries(part as object).map(([key, each]) => [key, walk(each)]));
    };
    return walk(whole);
  }
}

/** How many parts of a value have no parts of their own. */
function leavesOf(value: unknown): number {
  if (isLeaf(value)) return 1;
  return Object.values(value as object).reduce<number>((sum, each) => sum + leavesOf(each), 0);
}

function isLeaf(value: unknown): value is string | number | boolean | null | undefined | [] {
  return typeof value !== 'object' || value === null || (Array.isArray(value) && value.length === 0);
}

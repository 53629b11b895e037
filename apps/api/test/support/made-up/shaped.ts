import fc from 'fast-check';
import * as z from 'zod';
import type { Dice } from './dice.js';

/** What of a JSON Schema is used to make up values. */
interface Shape {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape | boolean;
  readonly propertyNames?: Shape;
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Gives what has been told under a name (`assessmentId`, `revision`), or `undefined`. */
export type TellKnown = (name: string) => unknown;

/** After so many parts a value gets no more than it must have. */
const MOST_PARTS = 80;

/** Makes up values of a schema's shape: what it takes from outside, with what has been told in fitting places. */
export class Shaped {
  readonly #root: Shape;
  readonly #least = new Map<Shape, number>();
  readonly #strings = new Map<string, readonly string[]>();
  #partsLeft = 0;

  constructor(
    schema: z.ZodType,
    private readonly dice: Dice,
    private readonly known: TellKnown,
  ) {
    this.#root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  }

  one(): unknown {
    this.#partsLeft = MOST_PARTS;
    return this.#make(this.#root, '');
  }

  #make(shape: Shape, name: string): unknown {
    this.#partsLeft -= 1;
    if (shape.$ref !== undefined) return this.#make(this.#defined(shape.$ref), name);
    if ('const' in shape) return shape.const;
    if (shape.enum) return this.dice.oneOf(shape.enum);
    const either = shape.anyOf ?? shape.oneOf;
    if (either) return this.#make(this.#choose(either), name);
    if (shape.allOf) return Object.assign({}, ...shape.allOf.map((each) => this.#make(each, name)));
    switch (shape.type) {
      case 'object':
        return this.#object(shape);
      case 'array':
        return this.#array(shape, name);
      case 'boolean':
        return this.dice.isHead();
      case 'null':
        return null;
      default:
        return this.#told(name) ?? this.#simple(shape);
    }
  }

  #told(name: string): unknown {
    return name === '' || this.dice.below(6) === 0 ? undefined : this.known(name);
  }

  #simple(shape: Shape): unknown {
    switch (shape.type) {
      case 'string':
        return this.dice.oneOf(this.#stringsOf(shape));
      case 'integer':
        return Math.round(this.#number(shape));
      case 'number':
        return this.#number(shape);
      default:
        return this.dice.oneOf(['', 'Any text', 0, 1.5, true, null, [], {}]);
    }
  }

  #number({ minimum = -10, maximum = minimum + 100 }: Shape): number {
    const low = Math.max(minimum, -1000);
    return low + this.dice.below(1 + Math.min(maximum, low + 1000) - low);
  }

  #defined(ref: string): Shape {
    return (ref === '#' ? this.#root : this.#root.$defs?.[ref.replace('#/$defs/', '')]) ?? {};
  }

  #choose(either: readonly Shape[]): Shape {
    if (this.#partsLeft > 0) return this.dice.oneOf(either);
    return [...either].sort((a, b) => this.#depthOf(a) - this.#depthOf(b))[0] ?? {};
  }

  /** How deep a value of a shape is at least. */
  #depthOf(shape: Shape): number {
    const known = this.#least.get(shape);
    if (known !== undefined) return known;
    this.#least.set(shape, Infinity);
    const parts: readonly Shape[] = [
      ...(shape.$ref === undefined ? [] : [this.#defined(shape.$ref)]),
      ...(shape.allOf ?? []),
      ...(shape.prefixItems ?? []),
      ...((shape.minItems ?? 0) > 0 && shape.items ? [shape.items] : []),
      ...(shape.required ?? []).flatMap((key) => shape.properties?.[key] ?? []),
    ];
    const either = (shape.anyOf ?? shape.oneOf)?.map((each) => this.#depthOf(each)) ?? [0];
    const depth = 1 + Math.max(...parts.map((each) => this.#depthOf(each)), Math.min(...either));
    this.#least.set(shape, depth);
    return depth;
  }

  #object({ properties = {}, required = [], additionalProperties, propertyNames }: Shape): unknown {
    const made: Record<string, unknown> = {};
    for (const [key, each] of Object.entries(properties))
      if (required.includes(key) || (this.#partsLeft > 0 && this.dice.isHead()))
        made[key] = this.#make(each, key);
    if (typeof additionalProperties !== 'object' || this.#partsLeft <= 0) return made;
    for (let count = this.dice.below(3); count > 0; count -= 1)
      made[String(this.#make({ type: 'string', ...propertyNames }, ''))] = this.#make(
        additionalProperties,
        '',
      );
    return made;
  }

  #array({ items = {}, prefixItems, minItems = 0, maxItems = 3 }: Shape, name: string): unknown {
    if (prefixItems) return prefixItems.map((each) => this.#make(each, name));
    const room = this.#partsLeft > 0 ? Math.max(minItems, Math.min(maxItems, 3)) - minItems : 0;
    const length = minItems + this.dice.below(room + 1);
    return Array.from({ length }, () => this.#make(items, name.replace(/s$/, '')));
  }

  #stringsOf(shape: Shape): readonly string[] {
    const key = JSON.stringify(shape);
    const known = this.#strings.get(key);
    if (known) return known;
    const some = fc.sample(stringsOf(shape), { numRuns: 20, seed: this.dice.below(1000) });
    this.#strings.set(key, some);
    return some;
  }
}

function stringsOf({ pattern, format, minLength = 0, maxLength = 40 }: Shape): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid({ version: 7 });
  if (format === 'email') return fc.emailAddress();
  if (format === 'uri') return fc.webUrl();
  const bounds = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) };
  if (pattern === undefined) return fc.string({ ...bounds, unit: 'grapheme' });
  return fc.oneof(followed(pattern), fc.string(bounds));
}

/** Texts of a pattern, as far as it can be followed. */
function followed(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'));
  } catch {
    return fc.string();
  }
}

import { tokensOf, type Token } from './tokens.js';
import {
  SOURCE_MAXIMUM,
  TREE_MAX_DEPTH,
  TREE_MAX_NODES,
  type BinaryOp,
  type Calculation,
  type Comparison,
  type Tree,
} from './tree.js';

/** An expression as a tree, or why it is none that is read. */
export type ParsedExpression =
  { readonly ok: true; readonly tree: Tree } | { readonly ok: false; readonly why: string };

/** Reads an expression of SurveyJS by its grammar, within the limits of conditions. Time linear in its length. */
export function parseExpression(source: string): ParsedExpression {
  if (source.length > SOURCE_MAXIMUM)
    return { ok: false, why: `it is longer than ${String(SOURCE_MAXIMUM)} characters` };
  const read = tokensOf(source);
  if (!read.ok) return read;
  const parser = new Parser(read.tokens);
  const tree = parser.parse();
  return tree ? { ok: true, tree } : { ok: false, why: parser.why };
}

const OR: ReadonlySet<string> = new Set(['||', 'or']);
const AND: ReadonlySet<string> = new Set(['&&', 'and']);

const COMPARISONS: ReadonlyMap<string, Comparison> = new Map([
  ['<=', 'lessorequal'],
  ['lessorequal', 'lessorequal'],
  ['>=', 'greaterorequal'],
  ['greaterorequal', 'greaterorequal'],
  ['==', 'equal'],
  ['=', 'equal'],
  ['equal', 'equal'],
  ['!=', 'notequal'],
  ['<>', 'notequal'],
  ['notequal', 'notequal'],
  ['<', 'less'],
  ['less', 'less'],
  ['>', 'greater'],
  ['greater', 'greater'],
]);

const SUMS: ReadonlyMap<string, Calculation> = new Map([
  ['+', 'plus'],
  ['-', 'minusBy'],
]);

const PRODUCTS: ReadonlyMap<string, Calculation> = new Map([
  ['*', 'mul'],
  ['/', 'div'],
  ['%', 'mod'],
]);

const MEMBERSHIPS: ReadonlyMap<string, BinaryOp> = new Map([
  ['*=', 'contains'],
  ['contains', 'contains'],
  ['contain', 'contains'],
  ['notcontains', 'notcontains'],
  ['notcontain', 'notcontains'],
  ['anyof', 'anyof'],
  ['allof', 'allof'],
  ['noneof', 'noneof'],
  ['^', 'power'],
  ['power', 'power'],
]);

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['undefined', null],
  ['null', null],
]);

/** Reads a tree from words by recursive descent, one function for each rank of operators. */
class Parser {
  private at = 0;
  private depth = 0;
  private nodes = 0;
  private reason = '';

  constructor(private readonly tokens: readonly Token[]) {}

  /** Why there is no tree. */
  get why(): string {
    return this.reason;
  }

  parse(): Tree | undefined {
    const tree = this.either();
    if (tree && this.at < this.tokens.length)
      return this.fail(`it does not go on after ${this.describe(this.tokens[this.at])}`);
    return tree;
  }

  private either(): Tree | undefined {
    return this.several('any', OR, () => this.several('all', AND, () => this.compared()));
  }

  private several(
    op: 'all' | 'any',
    signs: ReadonlySet<string>,
    next: () => Tree | undefined,
  ): Tree | undefined {
    const of: Tree[] = [];
    do {
      const part = next();
      if (!part) return undefined;
      of.push(part);
    } while (this.accept((word) => signs.has(word)) !== undefined);
    const [only] = of;
    return of.length === 1 ? only : this.made({ op, of });
  }

  private compared(): Tree | undefined {
    return this.chain(COMPARISONS, () => this.chain(SUMS, () => this.chain(PRODUCTS, () => this.postfix())));
  }

  private chain(signs: ReadonlyMap<string, BinaryOp>, next: () => Tree | undefined): Tree | undefined {
    let left = next();
    while (left) {
      const sign = this.accept((word) => signs.has(word));
      const op = sign === undefined ? undefined : signs.get(sign);
      if (op === undefined) return left;
      const right = next();
      left = right && this.made({ op, left, right });
    }
    return undefined;
  }

  private postfix(): Tree | undefined {
    const value = this.chain(MEMBERSHIPS, () => this.factor());
    const sign = value && this.accept((word) => word === 'empty' || word === 'notempty');
    return value && sign !== undefined ? this.made({ op: sign as 'empty' | 'notempty', of: value }) : value;
  }

  private factor(): Tree | undefined {
    this.depth += 1;
    const tree =
      this.depth > TREE_MAX_DEPTH
        ? this.fail(`it is nested deeper than ${String(TREE_MAX_DEPTH)} levels`)
        : this.plainFactor();
    this.depth -= 1;
    return tree;
  }

  private plainFactor(): Tree | undefined {
    if (this.accept((word) => word === '!' || word === 'negate') !== undefined) {
      const of = this.postfix();
      return of && this.made({ op: 'not', of });
    }
    if (this.accept((word) => word === '-') !== undefined) {
      const of = this.factor();
      return of && this.made({ op: 'minus', of });
    }
    if (this.accept((word) => word === '(') !== undefined) {
      const inside = this.either();
      return inside && this.expect(')') ? inside : undefined;
    }
    if (this.accept((word) => word === '[') !== undefined) {
      const of = this.listed(']');
      return of && this.made({ op: 'list', of });
    }
    return this.leaf();
  }

  private leaf(): Tree | undefined {
    const token = this.tokens[this.at];
    this.at += 1;
    switch (token?.kind) {
      case 'name':
        return this.made({ op: 'name', name: token.text });
      case 'string':
        return this.made({ op: 'value', value: token.text });
      case 'number':
        return this.made({ op: 'value', value: token.value });
      case 'word': {
        if (this.accept((word) => word === '(') !== undefined) {
          const of = this.listed(')');
          return of && this.made({ op: 'call', name: token.text, of });
        }
        const constant = CONSTANTS.get(token.text.toLowerCase());
        return this.made({ op: 'value', value: constant === undefined ? token.text : constant });
      }
      case 'sign':
      case undefined:
        return this.fail(`${this.describe(token)} stands where a value is expected`);
    }
  }

  private listed(end: string): readonly Tree[] | undefined {
    const of: Tree[] = [];
    if (this.accept((word) => word === end) !== undefined) return of;
    do {
      const part = this.either();
      if (!part) return undefined;
      of.push(part);
    } while (this.accept((word) => word === ',') !== undefined);
    return this.expect(end) ? of : undefined;
  }

  /** Takes the next word if it is a sign or a word in letters that fits. */
  private accept(fits: (word: string) => boolean): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' && token?.kind !== 'word') return undefined;
    const word = token.text.toLowerCase();
    if (!fits(word)) return undefined;
    this.at += 1;
    return word;
  }

  private expect(sign: string): boolean {
    if (this.accept((word) => word === sign) !== undefined) return true;
    this.fail(`${sign} is missing before ${this.describe(this.tokens[this.at])}`);
    return false;
  }

  private made(tree: Tree): Tree | undefined {
    this.nodes += 1;
    return this.nodes > TREE_MAX_NODES ? this.fail(`it has more than ${String(TREE_MAX_NODES)} parts`) : tree;
  }

  private fail(reason: string): undefined {
    if (this.reason === '') this.reason = reason;
    return undefined;
  }

  private describe(token: Token | undefined): string {
    if (token === undefined) return 'its end';
    return token.kind === 'number' ? String(token.value) : `“${token.text.slice(0, 40)}”`;
  }
}

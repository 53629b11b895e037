/** Where a text stops being JSON: line and column, both from 1, and what stands there. */
export interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  readonly found: string;
}

/**
 * Finds where a text stops being JSON; undefined when it is JSON. Needed because Node names the place of some faults
 * only. Without recursion, so that depth does not matter.
 */
export function syntaxFault(text: string): SyntaxFault | undefined {
  const at = new Scanner(text).firstFault();
  if (at === undefined) return undefined;
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const found = at >= text.length ? 'the end' : `“${text.slice(at, at + 1)}”`;
  return { line, column: at - before.lastIndexOf('\n'), found };
}

/**
 * Strings, numbers and words as JSON has them, at the place where it is read. Of characters that no string may hold, only
 * those are known that are typed.
 */
const STRING = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const SPACE = /[ \t\r\n]*/y;

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'next';

class Scanner {
  private at = 0;
  private readonly open: ('{' | '[')[] = [];
  private expected: Expected = 'value';

  constructor(private readonly text: string) {}

  firstFault(): number | undefined {
    for (;;) {
      this.take(SPACE);
      if (this.expected === 'next' && this.open.length === 0)
        return this.at === this.text.length ? undefined : this.at;
      if (!this.step()) return this.at;
    }
  }

  private step(): boolean {
    const char = this.text.charAt(this.at);
    switch (this.expected) {
      case 'value':
      case 'valueOrEnd':
        if (char === ']' && this.expected === 'valueOrEnd') return this.close();
        if (char === '{' || char === '[') return this.begin(char);
        return (this.take(STRING) || this.take(SCALAR)) && this.then('next');
      case 'key':
      case 'keyOrEnd':
        if (char === '}' && this.expected === 'keyOrEnd') return this.close();
        return this.take(STRING) && this.then('colon');
      case 'colon':
        return this.sign(':') && this.then('value');
      case 'next': {
        const inside = this.open.at(-1);
        if (char === (inside === '{' ? '}' : ']')) return this.close();
        return this.sign(',') && this.then(inside === '{' ? 'key' : 'value');
      }
    }
  }

  private begin(bracket: '{' | '['): boolean {
    this.open.push(bracket);
    this.at += 1;
    return this.then(bracket === '{' ? 'keyOrEnd' : 'valueOrEnd');
  }

  private close(): boolean {
    this.open.pop();
    this.at += 1;
    return this.then('next');
  }

  private sign(sign: string): boolean {
    const isThere = this.text.charAt(this.at) === sign;
    if (isThere) this.at += 1;
    return isThere;
  }

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const isThere = pattern.test(this.text);
    if (isThere) this.at = pattern.lastIndex;
    return isThere;
  }

  private then(expected: Expected): true {
    this.expected = expected;
    return true;
  }
}

import type { Formula } from './formula.js';
import type { Id } from './identity.js';

const SIGNS = { add: ' + ', subtract: ' − ', multiply: ' × ', divide: ' ÷ ' } as const;

/** What a formula is put into words with: the reader's language, and the version's codes and titles in it. */
export interface FormulaSpeech {
  /** What a calculation is called: “sum”; `over` is one over the instances of a set, `{ parts, set }`. */
  calculation(
    key: 'sum' | 'min' | 'max' | 'count' | 'over',
    facts?: Readonly<Record<string, string>>,
  ): string;
  codeOf(question: Id): string;
  titleOf(part: Id): string;
  /** With all its places, as the reader writes it. */
  number(value: number): string;
}

/** A formula as one writes it on paper: “(BG.1 + BG.2) ÷ BG.3”. */
export function formulaWords(formula: Formula, speech: FormulaSpeech): string {
  const { calculation, codeOf, titleOf, number } = speech;
  switch (formula.op) {
    case 'number':
      return number(formula.value);
    case 'answer':
      return codeOf(formula.question);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return formula.of.map((part) => inBrackets(part, speech)).join(SIGNS[formula.op]);
    case 'sum':
    case 'min':
    case 'max':
    case 'count': {
      const parts = formula.of.map((part) => formulaWords(part, speech)).join('; ');
      const name = calculation(formula.op);
      if (formula.over === undefined) return `${name} (${parts})`;
      return `${name} (${calculation('over', { parts, set: titleOf(formula.over) })})`;
    }
  }
}

function inBrackets(formula: Formula, speech: FormulaSpeech): string {
  const words = formulaWords(formula, speech);
  return formula.op in SIGNS ? `(${words})` : words;
}

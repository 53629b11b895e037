import type { Formula } from '@kilim/indicators';
import type { Speech } from '../language/speech';
import type { WordBook } from './word-book';

const SIGNS = { add: ' + ', subtract: ' − ', multiply: ' × ', divide: ' ÷ ' } as const;

/** A formula as one writes it on paper: “(BG.1 + BG.2) ÷ BG.3”. */
export function formulaWords(formula: Formula, book: WordBook, say: Speech): string {
  switch (formula.op) {
    case 'number':
      return say.number(formula.value, 6);
    case 'answer':
      return book.question(formula.question)?.question.code ?? formula.question;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return formula.of.map((part) => inBrackets(part, book, say)).join(SIGNS[formula.op]);
    case 'sum':
    case 'min':
    case 'max':
    case 'count': {
      const parts = formula.of.map((part) => formulaWords(part, book, say)).join('; ');
      const name = say.t(`formula.${formula.op}`);
      if (formula.over === undefined) return `${name} (${parts})`;
      return `${name} (${say.t('formula.over', { parts, set: book.title(formula.over) })})`;
    }
  }
}

function inBrackets(formula: Formula, book: WordBook, say: Speech): string {
  const words = formulaWords(formula, book, say);
  return formula.op in SIGNS ? `(${words})` : words;
}

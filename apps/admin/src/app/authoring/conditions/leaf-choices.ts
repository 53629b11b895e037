import type { AnswerLeaf, Condition, Question } from '@kilim/indicators';

/** How one may look at an answer. `not…` are the same, turned round. */
export type Look = AnswerLeaf['op'] | 'compare';

/** What may be asked about a question's answer, by its kind; the first is what a new comparison begins with. */
export function looksFor({ kind }: Question): readonly Look[] {
  switch (kind) {
    case 'yesNo':
      return ['equals', 'answered'];
    case 'date':
    case 'text':
      return ['answered', 'equals'];
    case 'single':
    case 'multiple':
    case 'matrix':
      return ['oneOf', 'answered'];
    case 'ranking':
      return ['rankedWithin', 'answered'];
    case 'number':
    case 'share':
    case 'computed':
      return ['atLeast', 'atMost', 'answered'];
    case 'file':
    case 'set':
      return ['answered'];
  }
}

/** A comparison of that sort about a question, with the first value there is. */
export function leafAbout(question: Question, look: Look): Condition {
  const { id } = question;
  switch (look) {
    case 'answered':
      return { op: 'answered', question: id };
    case 'equals':
      return { op: 'equals', question: id, value: question.kind === 'yesNo' ? true : '' };
    case 'oneOf': {
      const options =
        question.kind === 'matrix' ? question.columns : 'options' in question ? question.options : [];
      const first = options.slice(0, 1).map((option) => option.id);
      const row = question.kind === 'matrix' ? question.rows[0]?.id : undefined;
      return { op: 'oneOf', question: id, options: first, ...(row !== undefined && { row }) };
    }
    case 'rankedWithin': {
      const options =
        question.kind === 'ranking' ? question.options.slice(0, 1).map((option) => option.id) : [];
      return { op: 'rankedWithin', question: id, options, places: 1 };
    }
    case 'atLeast':
    case 'atMost':
      return { op: look, question: id, value: question.kind === 'number' ? question.minimum : 0 };
    case 'compare':
      return {
        ...{ op: 'compare', relation: 'atLeast' },
        left: { op: 'answer', question: id },
        right: { op: 'number', value: 0 },
      };
  }
}

import { AssessmentState, Role, type HistoryEntry } from '@kilim/contracts';
import { sameAnswer } from '@kilim/indicators';
import type { Speech } from '../language/speech';
import { answerWords } from './answer-words';
import { figureWords } from './figure-words';
import type { VersionBook } from './version-book';

/**
 * What an entry of the history says was done: “Answer changed: No → Yes”.
 *
 * @param book the version that the entry's assessment is bound to; absent while it loads, and for what concerns no question
 */
export function entryWords(entry: HistoryEntry, book: VersionBook | undefined, say: Speech): string {
  const action = say.t(`action.${entry.action}`);
  const change = changeWords(entry, book, say);
  const subject = subjectWords(entry, say);
  return [action, [subject, change].filter((part) => part !== undefined && part !== '').join(' · ')]
    .filter((part) => part !== '')
    .join(': ');
}

/** What an entry tells besides: how good the figure is and where it is from, and when a late answer had been typed. */
export function entryNotes(entry: HistoryEntry, say: Speech): readonly string[] {
  const { typedAt } = entry;
  return [
    ...figureWords(entry, say),
    ...(typedAt === undefined ? [] : [say.t('history.typedAt', { moment: say.moment(typedAt) })]),
  ];
}

/** The question an entry is about, by code and words; undefined when it is about none. */
export function questionWords(entry: HistoryEntry, book: VersionBook | undefined): string | undefined {
  if (entry.questionId === undefined) return undefined;
  const question = book?.question(entry.questionId);
  return question === undefined || book === undefined ? entry.questionId : book.named(question);
}

function changeWords(entry: HistoryEntry, book: VersionBook | undefined, say: Speech): string | undefined {
  if (entry.from === undefined && entry.to === undefined) return undefined;
  if (book === undefined || entry.questionId === undefined) return undefined;
  const question = book.question(entry.questionId)?.question;
  if (entry.action === 'finding.recorded' && sameAnswer(question?.kind, entry.from, entry.to))
    return say.t('history.confirms', { answer: answerWords(question, entry.to, book, say) });
  const [before, after] = [entry.from, entry.to].map((answer) => answerWords(question, answer, book, say));
  // Only what is known of the answer changed, such as its quality: the value is told once.
  if (entry.from === undefined || entry.from === null || before === after) return after;
  return say.t('history.change', { from: before ?? '', to: after ?? '' });
}

/** A step names the states it led from and to; everything else names itself. */
function subjectWords(entry: HistoryEntry, say: Speech): string {
  const subject = entry.subject ?? '';
  if (entry.action === 'membership.granted' || entry.action === 'membership.ended') {
    const role = Role.safeParse(subject);
    return [entry.about?.name ?? '', role.success ? say.t(`role.${role.data}`) : subject]
      .filter((w) => w !== '')
      .join(' · ');
  }
  if (subject === '') return entry.about?.name ?? '';
  if (entry.action !== 'assessment.moved') return subject;
  return subject.replace(/[A-Za-z]+/g, (word) => {
    const state = AssessmentState.safeParse(word);
    return state.success ? say.t(`state.${state.data}`) : word;
  });
}

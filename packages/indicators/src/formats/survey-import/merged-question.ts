import type { Id } from '../../definition/identity.js';
import type { Question, QuestionKind } from '../../definition/question.js';

/** What a SurveyJS document says itself of each kind of question; the rest is only in our own part. */
const SAID: Readonly<Record<QuestionKind, readonly string[]>> = {
  yesNo: [],
  single: ['options'],
  multiple: ['options', 'minimum', 'maximum'],
  number: ['minimum', 'maximum'],
  share: [],
  matrix: ['rows', 'columns'],
  ranking: ['options', 'ranked'],
  file: [],
  date: [],
  text: ['maxLength'],
  computed: ['formula'],
  set: ['questions', 'maximum'],
};

/** A question that was changed in SurveyJS: as it is there, with all of ours that has no place there. */
export function mergedQuestion(question: Question, ours: ReadonlyMap<Id, Question>): Question {
  const own = ours.get(question.id);
  if (own === undefined || own === question) return question;
  // SurveyJS has no shares: they are numbers there.
  const isSameKind = own.kind === question.kind || (own.kind === 'share' && question.kind === 'number');
  if (!isSameKind) return { ...question, code: own.code };
  const said: readonly string[] = ['required', 'askedIf', ...SAID[own.kind]];
  const kept = Object.entries(own).filter(([key]) => !said.includes(key));
  const changed = Object.entries(question)
    .filter(([key]) => said.includes(key))
    .map(([key, value]): [string, unknown] => [key, mergedList(key, value, own, ours)]);
  return Object.fromEntries([...kept, ...changed]) as Question;
}

function mergedList(key: string, value: unknown, own: Question, ours: ReadonlyMap<Id, Question>): unknown {
  if (!Array.isArray(value)) return value;
  const list = value as readonly { readonly id: Id }[];
  if (key === 'questions') return (list as readonly Question[]).map((each) => mergedQuestion(each, ours));
  const before = new Map(partsIn(own, key).map((each) => [each.id, each]));
  return list.map((each) => before.get(each.id) ?? each);
}

function partsIn(question: Question, key: string): readonly { readonly id: Id }[] {
  const list: unknown = Object.entries(question).find(([name]) => name === key)?.[1];
  return Array.isArray(list) ? (list as readonly { readonly id: Id }[]) : [];
}

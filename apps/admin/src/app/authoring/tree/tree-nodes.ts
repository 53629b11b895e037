import type { DraftDocument, Id, Question, Questionnaire } from '@kilim/indicators';
import type { Speech } from '../../language/speech';
import type { DraftBook } from '../desk/draft-book';
import { pointTableOf, questionsOf, sharesOf, type Shares } from '../desk/shares';
import type { RowKind, TreeNode, TreeView } from './tree-row';

/** What a tree is made of, one look at the draft. */
interface Look {
  readonly questionnaire: Questionnaire;
  readonly book: DraftBook;
  readonly say: Speech;
  readonly shares: Shares;
}

type Mean = Questionnaire['indices'][number];

/** What a line is about: a part, which goes by its id where it has no code. */
interface Listed {
  readonly id: Id;
  readonly code?: string;
}

/** Lines of questions as they were made last: an edit makes anew the one it is about, not five hundred. */
const lines = new WeakMap<Question, { readonly words: string; readonly node: TreeNode }>();

/** The names under which groups stand in the tree; no id looks like this. */
export const VALIDATIONS = '#validations';
export const GLOSSARY = '#glossary';
export const NOWHERE = '#nowhere';

/** The tree of a draft in one of its two views. */
export function treeNodes(
  { questionnaire }: DraftDocument,
  view: TreeView,
  book: DraftBook,
  say: Speech,
): readonly TreeNode[] {
  const look: Look = { questionnaire, book, say, shares: sharesOf(questionnaire) };
  return [
    { ...node(look, 'questionnaire', { id: 'questionnaire' }), code: '' },
    ...(view === 'form' ? formNodes(look) : scoreNodes(look)),
  ];
}

function formNodes(look: Look): readonly TreeNode[] {
  const { questionnaire, say } = look;
  const { validations = [], glossary = [] } = questionnaire;
  return [
    ...questionnaire.sections.map((section) =>
      node(look, 'section', section, {
        detail: say.number(section.questions.length),
        children: section.questions.map((question) => questionNode(look, question)),
      }),
    ),
    group(
      look,
      VALIDATIONS,
      say.t('tree.validations'),
      validations.map((validation) => node(look, 'validation', validation)),
    ),
    group(
      look,
      GLOSSARY,
      say.t('tree.glossary'),
      glossary.map((term) => node(look, 'term', term)),
    ),
  ];
}

function scoreNodes(look: Look): readonly TreeNode[] {
  const { questionnaire, say } = look;
  const { indices, composites, indicators } = questionnaire;
  const means = new Map<Id, Mean>(composites.map((mean) => [mean.id, mean]));
  const byIndicator = new Map<Id, Question[]>();
  for (const question of questionsOf(questionnaire)) {
    if (question.indicator === undefined) continue;
    const list = byIndicator.get(question.indicator) ?? [];
    list.push(question);
    byIndicator.set(question.indicator, list);
  }
  const indicatorOf = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const reached = new Set<Id>();
  const area = (id: Id, above: readonly Id[], mean?: Id): TreeNode[] => {
    if (above.includes(id)) return [];
    reached.add(id);
    const share = mean === undefined ? undefined : look.shares.inMean(mean, id);
    const facts = {
      detail: share === undefined ? '' : say.percent(Math.round(share * 1000) / 10),
      ...(mean !== undefined && { member: `${mean}/${id}` }),
    };
    const composite = means.get(id);
    if (composite)
      return [
        node(look, 'composite', composite, { ...facts, children: membersOf(composite, [...above, id]) }),
      ];
    const indicator = indicatorOf.get(id);
    if (indicator === undefined) return [];
    const children = (byIndicator.get(id) ?? []).map((question) => questionNode(look, question));
    return [node(look, 'indicator', indicator, { ...facts, children })];
  };
  const membersOf = (mean: Mean, above: readonly Id[]): readonly TreeNode[] =>
    mean.members.flatMap(({ of }) => area(of, above, mean.id));
  const top = indices.map((index) => node(look, 'index', index, { children: membersOf(index, [index.id]) }));
  const left = [...composites, ...indicators].map(({ id }) => id).filter((id) => !reached.has(id));
  return [
    ...top,
    group(
      look,
      NOWHERE,
      say.t('tree.nowhere'),
      left.flatMap((id) => area(id, [])),
    ),
  ];
}

function questionNode(look: Look, question: Question): TreeNode {
  if (question.kind === 'set')
    return node(look, 'question', question, {
      detail: pointsDetail(look, question),
      children: question.questions.map((each) => questionNode(look, each)),
    });
  const words = `${look.say.language()} ${titleOf(look, 'question', question.id)}`;
  const known = lines.get(question);
  if (known?.words === words) return known.node;
  const made = node(look, 'question', question, { detail: pointsDetail(look, question) });
  lines.set(question, { words, node: made });
  return made;
}

function pointsDetail({ say }: Look, question: Question): string {
  if (question.indicator === undefined) return '';
  const { attainable, points } = pointTableOf(question);
  return points.kind === 'none' ? '' : say.t('tree.points', { points: say.number(attainable / 1000) });
}

function node(
  look: Look,
  kind: RowKind,
  { id, code }: Listed,
  more: Partial<Pick<TreeNode, 'detail' | 'children' | 'member'>> = {},
): TreeNode {
  const title = titleOf(look, kind, id);
  return {
    ...{ kind, part: id, code: code === undefined || code === '' ? id : code, detail: '', children: [] },
    title: title === '' ? look.say.t('tree.untitled') : title,
    ...more,
  };
}

function titleOf({ book }: Look, kind: RowKind, id: Id): string {
  return book.find(id, kind === 'validation' ? 'message' : 'title')?.text ?? '';
}

/** An empty group is left out. */
function group({ say }: Look, part: string, title: string, children: readonly TreeNode[]): TreeNode {
  return { kind: 'group', part, code: '', title, detail: say.number(children.length), children };
}

import { compileQuestionnaire, looksAt } from '../definition/compile-questionnaire.js';
import type { CompiledQuestionnaire } from '../definition/compiled.js';
import { orderByDependence } from '../definition/dependence.js';
import { placedQuestions } from '../definition/parts.js';
import type { Question } from '../definition/question.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { applyChanges } from '../editing/apply-change.js';
import type { DraftChange } from '../editing/change.js';
import { openDraft, type DraftDocument } from '../editing/draft-document.js';
import { findPart } from '../editing/find-part.js';
import type { ListedPart, PartAddress, PartList } from '../editing/part-address.js';
import type { VersionChange } from './version-change.js';

/** Makes versions that are the older one but for some of the changes that lead to the newer. They score; nobody reads them. */
export class Mixing {
  private readonly start: DraftDocument;
  private readonly section: PartAddress;

  constructor(
    private readonly before: Questionnaire,
    private readonly after: Questionnaire,
  ) {
    // Sections are layout: with all questions in one, none is missing for a question to go into.
    const [first] = before.sections;
    this.section = first?.id ?? '';
    const questions = before.sections.flatMap((section) => section.questions);
    this.start = openDraft({
      questionnaire: { ...before, sections: first ? [{ ...first, questions }] : [] },
      source: { language: before.sourceLanguage, texts: {} },
      ...{ translations: [], accepted: [] },
    });
  }

  /** The older version with these changes; undefined where they cannot be made without others, or would go in circles. */
  with(changes: readonly VersionChange[]): CompiledQuestionnaire | undefined {
    const remade = new Set(changes.filter(({ field }) => field === 'kind').map(({ part }) => part));
    const own = changes.filter(({ part, field }) => field === 'kind' || !this.isWithin(part, remade));
    const outcome = applyChanges(
      this.start,
      own.flatMap((change) => this.editsFor(change)),
      // Of versions that are what they are: nobody offers this.
      'settled',
    );
    if (!outcome.ok || isCircular(outcome.document.questionnaire)) return undefined;
    return compileQuestionnaire(outcome.document.questionnaire);
  }

  /** Whether a part, or what it stands in, is among those that are put in as a whole. */
  private isWithin(part: PartAddress, remade: ReadonlySet<PartAddress>): boolean {
    const owners = [this.before, this.after].map((each) => findPart(each, part)?.owner ?? part);
    return [part, ...owners].some((each) => remade.has(each));
  }

  private editsFor(change: VersionChange): readonly DraftChange[] {
    switch (change.change) {
      case 'added':
        return change.list === 'sections' ? this.contentsOf(change.part, 'added') : this.insert(change.part);
      case 'removed':
        return change.list === 'sections'
          ? this.contentsOf(change.part, 'removed')
          : [{ op: 'remove', part: change.part }];
      case 'moved':
        return this.move(change);
      case 'field':
        return this.set(change);
      case 'text':
      case 'languageAdded':
      case 'languageRemoved':
        return [];
    }
  }

  /** The questions that came or went with a section; those that only moved into or out of it are told on their own. */
  private contentsOf(section: PartAddress, change: 'added' | 'removed'): readonly DraftChange[] {
    const [here, there] = change === 'added' ? [this.after, this.before] : [this.before, this.after];
    const within = here.sections.find(({ id }) => id === section)?.questions ?? [];
    return within
      .filter(({ id }) => !findPart(there, id))
      .flatMap(({ id }) => (change === 'added' ? this.insert(id) : [{ op: 'remove', part: id } as const]));
  }

  private insert(part: PartAddress): readonly DraftChange[] {
    const found = findPart(this.after, part);
    const list = found?.steps.at(-1)?.list;
    if (!found || list === undefined) return [];
    return [{ op: 'insert', place: this.placeIn(found.owner, list), value: this.withoutMoved(found.part) }];
  }

  /** What stands in a new set but came from elsewhere is told on its own. */
  private withoutMoved(part: ListedPart): ListedPart {
    const { questions } = part as { readonly questions?: readonly Question[] };
    if (questions === undefined) return part;
    return { ...part, questions: questions.filter(({ id }) => !findPart(this.before, id)) };
  }

  private move({ part }: VersionChange): readonly DraftChange[] {
    const [old, now] = [findPart(this.before, part), findPart(this.after, part)];
    const list = now?.steps.at(-1)?.list;
    if (!old || !now || list === undefined) return [];
    const [from, to] = [old.owner, now.owner].map((owner) => this.placeIn(owner, list));
    if (from === undefined || to === undefined || from.into === to.into) return [];
    return [{ op: 'move', part, place: to }];
  }

  /** A question of another kind is put in as a whole, whatever else is told of it. */
  private set({ part, field = '', from, to }: VersionChange): readonly DraftChange[] {
    if (field === 'kind') return [{ op: 'remove', part }, ...this.insert(part)];
    const [holder = '', within] = field.split('/');
    const [old, now] = [this.before, this.after].map((each) => findPart(each, part)?.part);
    if (within !== undefined && old && now && (old[holder] === undefined || now[holder] === undefined))
      return [{ op: 'set', part, field: holder, value: now[holder], was: old[holder] }];
    return [{ op: 'set', part, field, value: to, was: from }];
  }

  private placeIn(owner: PartAddress, list: PartList): { into: PartAddress; list: PartList; after: null } {
    const isSection = this.before.sections.concat(this.after.sections).some(({ id }) => id === owner);
    return { into: isSection ? this.section : owner, list, after: null };
  }
}

/** Whether conditions, formulas or composites go in circles: half-way between two versions they may. */
function isCircular(questionnaire: Questionnaire): boolean {
  const placed = placedQuestions(questionnaire);
  const questions = new Map(placed.map((each) => [each.question.id, each]));
  const composites = new Map(questionnaire.composites.map((each) => [each.id, each]));
  const asked = orderByDependence(placed, ({ question, set }) =>
    [...looksAt(question), ...(set ? [set.id] : [])].flatMap((id) => questions.get(id) ?? []),
  );
  const scored = orderByDependence(questionnaire.composites, ({ members }) =>
    members.flatMap((member) => composites.get(member.of) ?? []),
  );
  return !asked.ok || !scored.ok;
}

import { checkQuestionnaire } from '../../checks/check-questionnaire.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import type { Id } from '../../definition/identity.js';
import { jsonPointer, valueAt, type Path } from '../../definition/json-pointer.js';
import { partsOf, placedQuestions } from '../../definition/parts.js';
import type { Question } from '../../definition/question.js';
import type { QuestionnaireFault } from '../../checks/questionnaire-fault.js';
import type { DraftContent } from '../../editing/draft-content.js';
import { readDraftContent } from '../../editing/read-draft-content.js';
import { sameJson } from '../../editing/same-json.js';
import { isWithin, type ImportLoss, type LossList } from '../losses.js';
import { exportSurveyJson } from '../survey-export.js';
import type { Fields } from './fields.js';
import { mergedQuestion } from './merged-question.js';
import { mergedTexts } from './merged-texts.js';
import type { Foreign, Known } from './read-foreign.js';
import type { ReadQuestion } from './reading.js';

/** What of our own rides in a SurveyJS document: the whole version, as it was when it was exported. */
export class OwnPart implements Known {
  readonly ids: ReadonlySet<Id>;
  /** Whether the document says nothing that we did not write. */
  readonly isUnchanged: boolean;
  private readonly questions: ReadonlyMap<Id, Question>;
  private readonly written: ReadonlyMap<string, unknown>;
  private readonly untouched: string[] = [];

  private constructor(
    readonly content: DraftContent,
    survey: unknown,
    private readonly document: object,
  ) {
    this.questions = new Map(
      placedQuestions(content.questionnaire).map(({ question }) => [question.id, question]),
    );
    this.ids = new Set(partsOf(content.questionnaire).map(({ id }) => id));
    this.isUnchanged = sameJson(withoutOurs(document), withoutOurs(survey));
    this.written = elementsOf(survey);
    for (const [key, value] of Object.entries(document))
      if (sameJson(value, valueAt(survey, [key]))) this.untouched.push(jsonPointer([key]));
  }

  /** Takes our property out of a document; undefined when it has none, or none that can be used. */
  static take(document: Fields, json: unknown, losses: LossList): OwnPart | undefined {
    document.take('kilimLosses');
    const own = document.take('kilim');
    if (own === undefined || typeof json !== 'object' || json === null) return undefined;
    const documents = typeof own === 'object' && own !== null ? withoutFormat(own) : undefined;
    const read = readDraftContent(documents && { ...documents, accepted: [] });
    const faults = read.ok ? errorsIn(read.content) : read.faults;
    const [fault] = faults;
    if (!read.ok || fault) {
      const why = `It can not be used, so that nothing of ours is known of this survey: ${fault?.message ?? ''}`;
      losses.add(['kilim', ...pathOf(fault?.pointer)], 'kilim', why, fault?.mend);
      return undefined;
    }
    const { questionnaire, source, translations } = read.content;
    const { survey } = exportSurveyJson(compileQuestionnaire(questionnaire), source, translations);
    return new OwnPart(read.content, JSON.parse(JSON.stringify(survey)), json);
  }

  unchanged({ question, conditions, path }: ReadQuestion): Question | undefined {
    const own = this.questions.get(question.id);
    const element = valueAt(this.document, path);
    const isSame =
      own !== undefined &&
      conditions.length <= (own.askedIf === undefined ? 0 : 1) &&
      sameJson(structureOf(element), structureOf(this.written.get(question.id)));
    if (!isSame) return undefined;
    this.untouched.push(jsonPointer(path));
    return own;
  }

  wrote(path: Path): boolean {
    const element = valueAt(this.document, path);
    const { name } = (element ?? {}) as Readonly<Record<string, unknown>>;
    return typeof name === 'string' && sameJson(element, this.written.get(name));
  }

  /** The version with what was changed in the document. */
  mergedWith(foreign: Foreign): DraftContent {
    const { questionnaire } = this.content;
    const codes = new Map(questionnaire.sections.map(({ id, code }) => [id, code]));
    const sections = foreign.sections.map((section) => ({
      ...section,
      code: codes.get(section.id) ?? section.code,
      questions: section.questions.map((question) => mergedQuestion(question, this.questions)),
    }));
    const merged = { ...questionnaire, sections };
    return { ...this.content, questionnaire: merged, ...mergedTexts(this.content, merged, foreign.texts) };
  }

  /** The losses that are some: what SurveyJS has no place for is taken from our own part. */
  trueLosses(losses: readonly ImportLoss[]): readonly ImportLoss[] {
    const kept = new Set(this.untouched);
    return losses.filter(({ place, what }) => what !== 'unit' && !isWithin(place, kept));
  }
}

/** What keeps a version from being written as a survey. */
function errorsIn({ questionnaire, source, translations }: DraftContent): readonly QuestionnaireFault[] {
  const check = checkQuestionnaire(questionnaire, source, translations);
  // A condition that can never hold can be written all the same.
  return check.ok
    ? []
    : check.faults.filter(({ severity, code }) => severity === 'error' && code !== 'conditionImpossible');
}

function withoutOurs(document: unknown): unknown {
  const { kilim: _own, kilimLosses: _losses, ...survey } = document as Readonly<Record<string, unknown>>;
  return survey;
}

function withoutFormat(own: object): object {
  const { format: _, ...documents } = own as Readonly<Record<string, unknown>>;
  return documents;
}

function pathOf(pointer = ''): readonly string[] {
  return pointer.split('/').slice(1);
}

/** The elements of a survey that we wrote, by name; those within sets too. */
function elementsOf(survey: unknown): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  const waiting: unknown[] = [survey];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, type, pages, elements, templateElements } = next as Readonly<Record<string, unknown>>;
    if (typeof name === 'string' && type !== undefined) found.set(name, next);
    for (const list of [pages, elements, templateElements])
      if (Array.isArray(list)) waiting.push(...(list as readonly unknown[]));
  }
  return found;
}

const TEXTS: ReadonlySet<string> = new Set(['title', 'description', 'text', 'templateTitle']);

/** An element without its words. */
function structureOf(element: unknown): unknown {
  if (Array.isArray(element)) return element.map((each) => structureOf(each));
  if (typeof element !== 'object' || element === null) return element;
  return Object.fromEntries(
    Object.entries(element)
      .filter(([key]) => !TEXTS.has(key))
      .map(([key, value]) => [key, structureOf(value)]),
  );
}

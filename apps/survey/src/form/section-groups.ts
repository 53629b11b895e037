import type { CompiledQuestionnaire, Id, Section } from '@kilim/indicators';

/** Sections that stand together in the table of contents. */
export interface SectionGroup {
  /** The composite they feed (the intercultural lens), `others` for what stands after one, `top` for what stands before. */
  readonly kind: { readonly composite: Id } | 'others' | 'top';
  readonly sections: readonly Section[];
}

/** The sections in the order of the form, with those that feed a composite marked as a group. */
export function groupSections(compiled: CompiledQuestionnaire): readonly SectionGroup[] {
  const groups: { kind: SectionGroup['kind']; sections: Section[] }[] = [];
  for (const section of compiled.questionnaire.sections) {
    const composite = compositeOf(compiled, section);
    const last = groups.at(-1);
    if (last && compositeIn(last.kind) === composite) last.sections.push(section);
    else
      groups.push({
        kind: composite !== undefined ? { composite } : groups.length === 0 ? 'top' : 'others',
        sections: [section],
      });
  }
  return groups;
}

function compositeIn(kind: SectionGroup['kind']): Id | undefined {
  return typeof kind === 'object' ? kind.composite : undefined;
}

/** The composite that all scored questions of a section feed; undefined when there is none, or none for all. */
function compositeOf(compiled: CompiledQuestionnaire, section: Section): Id | undefined {
  const indicators = new Set(section.questions.flatMap(({ indicator }) => indicator ?? []));
  return compiled.composites.find(
    ({ members }) =>
      indicators.size > 0 &&
      [...indicators].every((indicator) => members.some((member) => member.of === indicator)),
  )?.id;
}

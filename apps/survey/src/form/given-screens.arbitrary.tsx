import type { Clarification, CurrentAnswer, Evidence } from '@kilim/contracts';
import { render } from '@testing-library/react';
import { useCallback, useState, type ReactElement, type ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { givenSection } from '../assessment/given.arbitrary.js';
import { WorkContext, type Work } from '../assessment/work.js';
import { givenVersion } from '../preview/given-work.arbitrary.js';
import { TRIAL_VERSION } from '../preview/trial-assessment.js';
import { useTrial } from '../preview/use-trial.js';
import { useNextOpenKey } from './next-open.js';
import SectionQuestions from './section-questions.js';

/** Screens that follow what is done on them: a section, answered on a draft that is tried out. */
export interface GivenScreens {
  readonly questions: readonly object[];
  /** Texts by key; whatever has none is called by its id. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly answers?: readonly CurrentAnswer[];
  readonly evidence?: readonly Evidence[];
  /** Where in the app it is; absent: no place in it is named. */
  readonly address?: string;
  /** Whether answers can only be read. */
  readonly isLocked?: boolean;
  /** What is to be otherwise than in a trial. */
  readonly but?: (work: Work) => Partial<Work>;
}

/**
 * Shows the only section of a questionnaire.
 *
 * @param page what is shown in place of its questions
 * @returns what goes elsewhere in the app
 */
export function givenScreens(
  given: GivenScreens,
  page: (work: Work) => ReactNode = (work) => <Section work={work} isLocked={given.isLocked === true} />,
): { readonly goElsewhere: () => void } {
  const screens = render(<Screens given={given} page={page} />);
  return {
    goElsewhere: () => {
      screens.unmount();
    },
  };
}

/** What an expert asks about an answer. */
export function asksAbout(questionId: string): Clarification {
  return {
    ...{ id: `01890000-0000-7000-8000-0000000000c1`, questionId, instanceId: '' },
    ...{ question: 'Which page shows it?', settledBy: 'The page number.', dueOn: '2026-05-01' },
    ...{ askedAt: '2026-04-12T14:00:00.000Z', askedBy: { id: TRIAL_VERSION.id, name: 'Ewa' } },
  };
}

function Screens({
  given,
  page,
}: Readonly<{ given: GivenScreens; page: (work: Work) => ReactNode }>): ReactElement {
  const [version] = useState(() => givenVersion(givenSection(given.questions), { ...given.texts }));
  const [evidence, setEvidence] = useState(given.evidence ?? []);
  const shelf = {
    evidence,
    take: (piece: Evidence) => {
      setEvidence((before) => [...before.filter(({ id }) => id !== piece.id), piece]);
    },
  };
  const trial = useTrial(version, 'en', given.answers ?? [], nothing, shelf);
  const work = { ...trial, ...given.but?.(trial) };
  return (
    <MemoryRouter initialEntries={[given.address ?? '/']}>
      <WorkContext value={work}>{page(work)}</WorkContext>
    </MemoryRouter>
  );
}

function Section({ work, isLocked }: Readonly<{ work: Work; isLocked: boolean }>): ReactElement {
  useNextOpenKey('s-1');
  const isLockedAt = useCallback(() => isLocked, [isLocked]);
  return (
    <SectionQuestions sectionId="s-1" asked={work.reading.ofSection.get('s-1') ?? []} isLocked={isLockedAt} />
  );
}

function nothing(): void {
  return undefined;
}

import { useEffect, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Icon } from '../appearance/drawing.js';
import type { Asked } from '../assessment/asked.js';
import { canAnswer, isOwnSection, useWork, type Work } from '../assessment/work.js';

/** Goes to the next question without an answer, from wherever one is; undefined when one can give none or there is none. */
export function useGoToNextOpen(sectionId: string): (() => void) | undefined {
  const work = useWork();
  const navigate = useNavigate();
  const isAnyOpen = (): boolean => work.reading.asked.some(isOpenIn(work));
  const hasOpen = useSyncExternalStore(work.saver.subscribe, isAnyOpen, isAnyOpen);
  if (!canAnswer(work) || !hasOpen) return undefined;
  return () => {
    const next = nextOpen(work, sectionId);
    if (!next) return;
    const section = work.version.compiled.byId.get(next.question.id)?.section.code ?? '';
    void navigate(`/assessments/${work.assessment.id}/sections/${section}#${next.anchor}`);
  };
}

/** The button for it; Ctrl and Enter do the same anywhere on the page. */
export function NextOpen({ sectionId }: Readonly<{ sectionId: string }>): ReactElement | null {
  const { t } = useTranslation();
  const go = useGoToNextOpen(sectionId);
  if (!go) return null;
  return (
    <button
      type="button"
      className="btn btn--s"
      title="Ctrl + Enter"
      aria-keyshortcuts="Control+Enter"
      onClick={go}
    >
      {t('nextOpen.next')}
      <Icon name="arrow" />
    </button>
  );
}

/**
 * Listens to Ctrl and Enter while a section is open. In a form the key sends what stands there: whoever goes on has not
 * done with it.
 */
export function useNextOpenKey(sectionId: string): void {
  const go = useGoToNextOpen(sectionId);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (
        event.key !== 'Enter' ||
        !(event.ctrlKey || event.metaKey) ||
        document.querySelector('dialog[open]')
      )
        return;
      const form = event.target instanceof Element ? event.target.closest('form') : null;
      // A button in it knows itself what it does.
      if (form && event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      if (form) form.requestSubmit();
      else go?.();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  });
}

/** Whether this person could answer it and it is open, nor was answered in the moment before the screens follow. */
function isOpenIn({ reading, assessment, version, saver }: Work): (asked: Asked) => boolean {
  return ({ question, address }) => {
    const section = version.compiled.byId.get(question.id)?.section.id ?? '';
    if (!isOwnSection(assessment, section) || question.kind === 'computed') return false;
    // One that was cleared is held, without an answer.
    const isAnsweredSince = (saver.held(address)?.answer ?? null) !== null;
    return reading.states.get(address)?.standing.kind === 'open' && !isAnsweredSince;
  };
}

/** After the question that has the focus, else from the top of the section; after the last one from the first on. */
function nextOpen(work: Work, sectionId: string): Asked | undefined {
  const { reading, version } = work;
  const open = reading.asked.filter(isOpenIn(work));
  const here = document.activeElement?.closest('section.q')?.id;
  const placeOf = (each: Asked): number => reading.asked.indexOf(each);
  const start = here
    ? reading.asked.findIndex(({ anchor }) => anchor === here) + 1
    : reading.asked.findIndex(
        ({ question }) => version.compiled.byId.get(question.id)?.section.id === sectionId,
      );
  return open.find((each) => placeOf(each) >= start) ?? open[0];
}

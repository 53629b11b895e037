import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { findAsked } from '../assessment/asked.js';
import { canAnswer, isOwnSection, useWork } from '../assessment/work.js';
import { QuestionLink } from '../form/question-link.js';
import { useMoments } from '../language/moments.js';
import { useInfluences } from './use-influences.js';

interface RaisesMostProps {
  readonly most: number;
  readonly level: 'h2' | 'h3';
}

/**
 * The open answers that raise the index most, each with a way to it and by how much: those that the person at the screen
 * can give. Nothing when none can.
 */
export function RaisesMost(props: RaisesMostProps): ReactElement | null {
  return canAnswer(useWork()) ? <Raises {...props} /> : null;
}

function Raises({ most, level }: RaisesMostProps): ReactElement | null {
  const { t } = useTranslation();
  const { assessment, version, reading, texts } = useWork();
  const { number } = useMoments();
  const all = (useInfluences() ?? []).flatMap(({ address, raises }) => {
    const asked = findAsked(version.compiled, reading.states, address);
    const section = asked && version.compiled.byId.get(asked.question.id)?.section.id;
    return asked && section !== undefined && isOwnSection(assessment, section) ? [{ asked, raises }] : [];
  });
  const found = all.slice(0, most);
  if (found.length === 0) return null;
  const Heading = level;
  return (
    <section>
      <Heading className="title-m below-2">{t('why.raises')}</Heading>
      <ul className="raises">
        {found.map(({ asked, raises }) => (
          <li key={asked.address}>
            <QuestionLink question={asked.question} anchor={asked.anchor}>
              <span className="q__no">{asked.anchor}</span> {texts.title(asked.question.id)}
            </QuestionLink>
            <span className="faint">{t('why.by', { points: number(inPoints(raises)) })}</span>
          </li>
        ))}
      </ul>
      <p className="faint above-2">{t('why.raisesText')}</p>
    </section>
  );
}

/** Of a hundred, to one place. */
export function inPoints(fraction: number): number {
  return Math.round(fraction * 1000) / 10;
}

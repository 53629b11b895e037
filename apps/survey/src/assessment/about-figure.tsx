import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureFacts } from './change.js';

/** Puts what is told of a figure into words: how good it is, and where it is from; nothing of an answer that is none. */
export function useFigureWords(): (of: FigureFacts) => readonly string[] {
  const { t } = useTranslation();
  return ({ quality, source }) => [
    ...(quality === undefined ? [] : [`${t('quality.label')} ${t(`quality.${quality}`)}`]),
    ...(source === undefined ? [] : [`${t('quality.source')}: ${source}`]),
  ];
}

/** The same in lines, where an answer is told rather than asked. */
export function AboutFigure({ of }: Readonly<{ of: FigureFacts }>): ReactElement {
  const figureWords = useFigureWords();
  return (
    <>
      {figureWords(of).map((words) => (
        <p key={words} className="muted told">
          {words}
        </p>
      ))}
    </>
  );
}

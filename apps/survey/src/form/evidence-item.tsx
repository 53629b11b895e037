import { fileAddress, FILE_ENDINGS, type Evidence } from '@kilim/contracts';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import type { Asked } from '../assessment/asked.js';
import { changeUse } from '../assessment/evidence-requests.js';
import { useWork } from '../assessment/work.js';
import { useMoments } from '../language/moments.js';
import { useErrorWords } from '../shell/error-words.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';

/** One piece of evidence under an answer: what, where in it, whose, from when, and which other answers it supports. */
export function EvidenceItem({
  piece,
  asked,
  isLocked,
}: Readonly<{ piece: Evidence; asked: Asked; isLocked: boolean }>): ReactElement {
  const { t } = useTranslation();
  const work = useWork();
  const { question } = asked;
  const { issued, size } = useMoments();
  const errorWords = useErrorWords();
  const [error, setError] = useState<unknown>();
  const passage = piece.uses.find(({ questionId }) => questionId === question.id)?.passage;
  const others = piece.uses.flatMap(({ questionId }) =>
    questionId === question.id ? [] : (work.version.compiled.byId.get(questionId)?.question.code ?? []),
  );
  const { file } = piece;
  const facts = [
    ...(passage === undefined ? [] : [passage]),
    ...(file ? [`${FILE_ENDINGS[file.type][0].toUpperCase()} ${size(file.bytes)}`] : []),
    t(`evidence.level.${piece.level}`),
    ...(piece.publisher === undefined ? [] : [piece.publisher]),
    ...(piece.date === undefined ? [] : [issued(piece.date)]),
    ...(others.length === 0 ? [] : [t('evidence.alsoIn', { codes: others.join(', ') })]),
  ];
  return (
    <li ref={handsFocusOn()}>
      <Icon name={piece.url === undefined ? 'file' : 'link'} />
      <span>
        <Title piece={piece} assessmentId={work.assessment.id} />
        <br />
        <span className="faint">{facts.join(', ')}</span>
        {error !== undefined && (
          <span className="err" role="alert">
            {errorWords(error).detail}
          </span>
        )}
      </span>
      {!isLocked && (
        <button
          type="button"
          className="iconbtn"
          aria-label={t('evidence.remove', { title: piece.title })}
          onClick={() => {
            changeUse(work, piece, asked, 'unlinked').catch(setError);
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  );
}

/** The title, leading to the file, else to the page. */
function Title({ piece, assessmentId }: Readonly<{ piece: Evidence; assessmentId: string }>): ReactElement {
  const { t } = useTranslation();
  const { title, url, file } = piece;
  if (file)
    return (
      <a href={fileAddress(assessmentId, file.id)} download={file.name}>
        {title}
        <span className="sr"> {t('evidence.download')}</span>
      </a>
    );
  if (url === undefined) return <>{title}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer external">
      {title}
      <span className="sr"> {t('evidence.newWindow')}</span>
    </a>
  );
}

import { lookedAt } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useWork } from '../assessment/work.js';
import { useOwnLanguage } from './use-own-language.js';

/** Says that the question open in the editor is not asked with the answers tried so far, and which ones it depends on. */
export function NotAskedNote({ code }: Readonly<{ code: string | undefined }>): ReactElement | null {
  const { t } = useTranslation();
  const own = useOwnLanguage();
  const { version, reading } = useWork();
  const question = version.compiled.questionnaire.sections
    .flatMap(({ questions }) => questions)
    .find((each) => each.code === code);
  if (!question || reading.asked.some((asked) => asked.question.id === question.id)) return null;
  const codes = question.askedIf
    ? lookedAt(question.askedIf).flatMap((id) => version.compiled.byId.get(id)?.question.code ?? [])
    : [];
  return (
    <div className="msg msg--note" role="status" {...own}>
      <Icon name="note" />
      <p>
        {t('preview.notAsked', { code: question.code })}{' '}
        {codes.length > 0 && t('preview.dependsOn', { codes: codes.join(', ') })}
      </p>
    </div>
  );
}

import type { Assessment } from '@kilim/contracts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Says of a questionnaire that its points and wording carry no programme's authority. */
export function IllustrativeMark({ illustrative }: Readonly<{ illustrative: boolean }>): ReactElement | null {
  const { t } = useTranslation();
  return illustrative ? <span className="demo-mark">{t('mark.illustrative')}</span> : null;
}

/** Says what is not real about an assessment: the city, the round, the questionnaire. */
export function Marks({ assessment }: Readonly<{ assessment: Assessment }>): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {assessment.city.fictional && <span className="demo-mark">{t('mark.fictional')}</span>}
      {assessment.round.kind === 'practice' && <span className="demo-mark">{t('mark.practice')}</span>}
      <IllustrativeMark illustrative={assessment.version.illustrative} />
    </>
  );
}

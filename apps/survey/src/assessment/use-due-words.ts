import { isOpen, takesAnswers, type Assessment, type Instant } from '@kilim/contracts';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../language/moments.js';

/** Says until when a city answers, or that this is over; undefined once its answers have left its hands. */
export function useDueWords(): (
  of: Pick<Assessment, 'state' | 'deadline'>,
  now: Instant,
) => string | undefined {
  const { t } = useTranslation();
  const { deadline } = useMoments();
  return (of, now) => {
    if (!takesAnswers(of.state)) return undefined;
    const isInTime = isOpen(of.deadline, now);
    return t(isInTime ? 'section.due' : 'section.over', { at: deadline(of.deadline) });
  };
}

import { DataQuality, type Evidence } from '@kilim/contracts';
import type { Address, Answer, Id, Question, QuestionState } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFigureWords } from '../assessment/about-figure.js';
import type { Asked } from '../assessment/asked.js';
import type { FigureFacts } from '../assessment/change.js';
import { useWork, type Work } from '../assessment/work.js';
import { EvidenceRuleNote } from '../form/evidence-rule-note.js';
import { faultsOf } from '../form/fault-banner.js';
import { FaultMessages } from '../form/fault-messages.js';
import { Shown } from '../form/shown-text.js';
import { useMoments } from '../language/moments.js';
import { Choice, PaperAnswer } from './paper-answer.js';
import { useConditionWords } from './use-condition-words.js';

/** One question on paper: when it is asked, what belongs to its answer, the answer or room for it, and the evidence. */
export function PaperQuestion({
  question,
  address,
  place,
}: Readonly<{
  question: Question;
  /** Whose answer stands there; absent: nobody's, the paper is blank. */
  address?: Address;
  /** Of which instance of its set it is asked. */
  place?: string;
}>): ReactElement {
  const { t } = useTranslation();
  const work = useWork();
  const { texts, version } = work;
  const { ofCondition } = useConditionWords();
  const condition = version.compiled.byId.get(question.id)?.question.askedIf;
  const held = address === undefined ? undefined : work.saved.held.get(address);
  const isBlank = address === undefined;
  const hints = [
    ...(question.kind === 'multiple' ? [t('question.several')] : []),
    ...(!isBlank || question.required || question.kind === 'computed' ? [] : [t('question.optional')]),
  ];
  const help = texts.find(question.id, 'help');
  const evidenceText = texts.find(question.id, 'evidence');
  const isNotApplicable = held?.answer?.kind === 'notApplicable';
  return (
    <section className="paper__q">
      <h3>
        <span className="q__no">{question.code}</span>
        {texts.title(question.id)}
        {place !== undefined && <span className="q__kind"> {place}</span>}
        {hints.length > 0 && <span className="q__kind"> {hints.join(', ')}</span>}
      </h3>
      {condition && <p className="paper__if">{t('print.askedIf', { condition: ofCondition(condition) })}</p>}
      {help && (
        <p className="faint">
          <Shown text={help} />
        </p>
      )}
      {isNotApplicable ? (
        <p className="paper__told">
          {t('answer.notApplicable')}
          {held.reason !== undefined && `: ${held.reason}`}
        </p>
      ) : (
        <PaperAnswer
          question={question}
          answer={shownAnswer(work, question, address, held?.answer ?? undefined)}
        />
      )}
      {address !== undefined && <Faults asked={{ question, address, anchor: question.code }} />}
      <Figure question={question} figure={held} isBlank={isBlank} />
      {isBlank && question.mayNotApply === true && <WhyNot />}
      <EvidenceRuleNote question={question} />
      {address === undefined ? (
        evidenceText && (
          <p className="faint">
            {t('question.evidence')} <Shown text={evidenceText} />
          </p>
        )
      ) : (
        <EvidenceLines pieces={evidenceOf(work, question.id)} question={question} />
      )}
      {address !== undefined && question.kind !== 'computed' && !held?.answer && (
        <p className="faint">{t('print.unanswered')}</p>
      )}
    </section>
  );
}

/** On paper nothing is mended, only told. */
function Faults({ asked }: Readonly<{ asked: Asked }>): ReactElement | null {
  const faults = faultsOf(asked, useWork().reading);
  if (faults.length === 0) return null;
  return <FaultMessages asked={asked} faults={faults} id={`${asked.address}-faults`} isLocked />;
}

/** What is calculated is nobody's answer: it follows from the others. */
function shownAnswer(
  { reading }: Work,
  { kind }: Question,
  address: Address | undefined,
  answer: Answer | undefined,
): Answer | undefined {
  if (address === undefined || kind !== 'computed') return answer;
  const standing: QuestionState['standing'] | undefined = reading.states.get(address)?.standing;
  return standing?.kind === 'answered' ? { kind: 'value', value: standing.value } : undefined;
}

function Figure({
  question,
  figure = {},
  isBlank,
}: Readonly<{
  question: Question;
  figure: FigureFacts | undefined;
  isBlank: boolean;
}>): ReactElement | null {
  const { t } = useTranslation();
  const figureWords = useFigureWords();
  if (question.quality === undefined) return null;
  if (isBlank)
    return (
      <>
        <p>{t('quality.label')}</p>
        <ul className="paper__choices paper__choices--two">
          {DataQuality.options.map((quality) => (
            <Choice key={quality} look="round" isChosen={false}>
              {t(`quality.${quality}`)}
            </Choice>
          ))}
        </ul>
        <p className="paper__line">
          {t('quality.source')}: <span />
        </p>
      </>
    );
  return <p className="faint">{figureWords(figure).join('. ')}</p>;
}

/** Room to say that it does not apply, and why. */
function WhyNot(): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="paper__line">
      <ul className="paper__choices">
        <Choice look="square" isChosen={false}>
          {t('print.mayNotApply')}
        </Choice>
      </ul>
      <span />
    </div>
  );
}

function evidenceOf({ evidence }: Work, id: Id): readonly Evidence[] {
  return evidence.filter(({ uses }) => uses.some(({ questionId }) => questionId === id));
}

function EvidenceLines({
  pieces,
  question,
}: Readonly<{ pieces: readonly Evidence[]; question: Question }>): ReactElement | null {
  const { t } = useTranslation();
  const { issued } = useMoments();
  if (pieces.length === 0) return null;
  return (
    <div className="paper__evidence">
      <p className="faint">{t('print.evidence')}</p>
      <ul>
        {pieces.map(({ id, title, publisher, date, url, uses }) => (
          <li key={id}>
            {[
              title,
              ...uses.flatMap(({ questionId, passage }) =>
                questionId === question.id && passage !== undefined ? [passage] : [],
              ),
              ...(publisher === undefined ? [] : [publisher]),
              ...(date === undefined ? [] : [issued(date)]),
              ...(url === undefined ? [] : [url]),
            ].join(', ')}
          </li>
        ))}
      </ul>
    </div>
  );
}

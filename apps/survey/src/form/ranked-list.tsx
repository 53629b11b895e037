import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionRankingModel } from 'survey-core';
import { Icon } from '../appearance/drawing.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';
import { describedBy, type ControlAbout } from './control-about.js';

/**
 * A ranking: an ordered list that one fills and moves with buttons, by keyboard, mouse and touch alike, and below it what
 * is not ranked yet.
 */
export function RankedList({
  question,
  about,
}: Readonly<{ question: QuestionRankingModel; about: ControlAbout }>): ReactElement {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const held: unknown = question.value;
  const ranked = Array.isArray(held) ? held.map(String) : [];
  const titleOf = (id: string): string =>
    question.visibleChoices.find(({ value }) => String(value) === id)?.text ?? id;
  const left = question.visibleChoices.map(({ value }) => String(value)).filter((id) => !ranked.includes(id));
  const isLocked = question.isInputReadOnly;
  const itemId = (id: string): string => `${question.inputId}-${id}`;
  // In the order or out of it: one goes on at what was moved.
  const withFocus = (id: string) =>
    handsFocusOn(() => document.getElementById(itemId(id))?.querySelector('button'));
  const take = (next: readonly string[], moved: string): void => {
    hold(question, next);
    const at = next.indexOf(moved);
    setSaid(
      at < 0
        ? t('ranking.taken', { name: titleOf(moved) })
        : t('ranking.placed', { name: titleOf(moved), place: at + 1, count: next.length }),
    );
  };
  const move = (id: string, step: 1 | -1): void => {
    const from = ranked.indexOf(id);
    const next = ranked.filter((each) => each !== id);
    next.splice(from + step, 0, id);
    take(next, id);
  };
  return (
    <fieldset {...describedBy(about)}>
      <legend className="sr">{question.title}</legend>
      <ol className="ranked">
        {ranked.map((id, at) => (
          <li key={id} id={itemId(id)} ref={withFocus(id)}>
            <span className="grow">{titleOf(id)}</span>
            {!isLocked && (
              <span className="row">
                <RankButton
                  label={t('ranking.up', { name: titleOf(id) })}
                  icon="up"
                  isOff={at === 0}
                  onPress={() => {
                    move(id, -1);
                  }}
                />
                <RankButton
                  label={t('ranking.down', { name: titleOf(id) })}
                  icon="down"
                  isOff={at === ranked.length - 1}
                  onPress={() => {
                    move(id, 1);
                  }}
                />
                <RankButton
                  label={t('ranking.take', { name: titleOf(id) })}
                  icon="close"
                  isOff={false}
                  onPress={() => {
                    take(
                      ranked.filter((each) => each !== id),
                      id,
                    );
                  }}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {!isLocked && left.length > 0 && ranked.length < question.maxSelectedChoices && (
        <ul className="unranked" aria-label={t('ranking.left')}>
          {left.map((id) => (
            <li key={id} id={itemId(id)} ref={withFocus(id)}>
              <button
                type="button"
                className="btn btn--s"
                onClick={() => {
                  take([...ranked, id], id);
                }}
              >
                <Icon name="plus" />
                {titleOf(id)}
                <span className="sr"> {t('ranking.put', { place: ranked.length + 1 })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="sr" role="status">
        {said}
      </p>
    </fieldset>
  );
}

/** SurveyJS's model is where the order stands. */
function hold(question: QuestionRankingModel, order: readonly string[]): void {
  question.value = order.length === 0 ? undefined : [...order];
}

function RankButton({
  label,
  icon,
  isOff,
  onPress,
}: Readonly<{
  label: string;
  icon: 'up' | 'down' | 'close';
  isOff: boolean;
  onPress: () => void;
}>): ReactElement {
  return (
    <button
      type="button"
      className="iconbtn"
      aria-label={label}
      // Stays where the focus is: a button that goes away at the end of the list would lose it.
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onPress();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}

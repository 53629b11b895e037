import type { RepeatedSet } from '@kilim/indicators';
import { listedInstances } from '@kilim/indicators';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from 'uuidv7';
import { Icon } from '../appearance/drawing.js';
import type { Asked } from '../assessment/asked.js';
import { useWork, type IsLocked } from '../assessment/work.js';
import { handsFocusOn } from '../shell/hand-focus-on.js';
import { faultsOf } from './fault-banner.js';
import { FaultMessages } from './fault-messages.js';
import { NotApplicableNote } from './not-applicable-note.js';
import { QuestionFoot } from './question-foot.js';
import { QuestionFrame } from './question-frame.js';
import { QuestionHead } from './question-head.js';
import type { SectionModel } from './section-model.js';
import { TroubleNote } from './trouble-note.js';
import { controlOf } from './use-focus-place.js';
import { ViolationNotes } from './violation-notes.js';

/** A repeated set: its instances, each with its questions, and ways to add one, to take one out and to say there is none. */
export function SetFrame({
  asked,
  set,
  within,
  model,
  isLocked,
}: Readonly<{
  asked: Asked;
  set: RepeatedSet;
  /** The questions asked of its instances. */
  within: readonly Asked[];
  model: SectionModel;
  isLocked: IsLocked;
}>): ReactElement {
  const { reading, saved } = useWork();
  const isSetLocked = isLocked(set.id);
  const { address, anchor } = asked;
  const faults = faultsOf(asked, reading);
  const held = saved.held.get(address);
  const ids = {
    title: `${anchor}-title`,
    help: `${anchor}-help`,
    faults: `${anchor}-faults`,
    violations: `${anchor}-violations`,
  };
  const instances = listedInstances(set, held?.answer ?? undefined);
  return (
    <section
      className={faults.length > 0 ? 'q q--bad' : 'q'}
      id={anchor}
      aria-labelledby={ids.title}
      tabIndex={-1}
    >
      <QuestionHead asked={asked} ids={ids} inputId={undefined} />
      <div className="q__body">
        {held?.answer?.kind === 'notApplicable' ? (
          <NotApplicableNote asked={asked} reason={held.reason} isLocked={isSetLocked} />
        ) : (
          instances.map((instance, at) => (
            <Instance
              key={instance}
              set={set}
              position={at + 1}
              within={within.filter(({ position }) => position === at + 1)}
              model={model}
              isLocked={isLocked}
            />
          ))
        )}
        <FaultMessages asked={asked} faults={faults} id={ids.faults} isLocked={isSetLocked} />
        <ViolationNotes asked={asked} id={ids.violations} />
        <TroubleNote at={asked} />
        {!isSetLocked && held?.answer?.kind !== 'notApplicable' && (
          <Listing asked={asked} set={set} instances={instances} />
        )}
      </div>
      <QuestionFoot asked={asked} isLocked={isSetLocked} />
    </section>
  );
}

function Instance({
  set,
  position,
  within,
  model,
  isLocked,
}: Readonly<{
  set: RepeatedSet;
  position: number;
  within: readonly Asked[];
  model: SectionModel;
  isLocked: IsLocked;
}>): ReactElement {
  const { texts } = useWork();
  const id = headingId(set, position);
  return (
    <section className="instance" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {texts.instance(set.id, position)}
      </h3>
      {within.map((each) => (
        <QuestionFrame key={each.address} asked={each} model={model} isLocked={isLocked(each.question.id)} />
      ))}
    </section>
  );
}

function headingId({ code }: RepeatedSet, position: number): string {
  return `${code}-${String(position)}`;
}

/** Adds an instance, takes the last one or another out again, and says that there is none. */
function Listing({
  asked: { address, anchor },
  set,
  instances,
}: Readonly<{ asked: Asked; set: RepeatedSet; instances: readonly string[] }>): ReactElement {
  const { t } = useTranslation();
  const { saver, saved, texts } = useWork();
  const [removed, setRemoved] = useState<{ readonly instance: string; readonly at: number }>();
  const isAnswered = saved.held.get(address)?.answer?.kind === 'value';
  // As they stand now: somebody else may have added one that the screens do not show yet.
  const listed = (): readonly string[] => listedInstances(set, saver.held(address)?.answer ?? undefined);
  const list = (value: readonly string[]): void => {
    saver.change(address, { kind: 'set', value: [...value] }, 'atOnce', 'known');
  };
  const remove = (instance: string): void => {
    setRemoved({ instance, at: listed().indexOf(instance) });
    list(listed().filter((each) => each !== instance));
  };
  const undo = useRef<HTMLButtonElement>(null);
  const heading = (position: number) => document.getElementById(headingId(set, position));
  const name = texts.find(set.id, 'instance')?.text ?? texts.title(set.id);
  return (
    <>
      <p role="status" className={removed ? 'row above-3' : 'sr'}>
        {removed && (
          <span ref={handsFocusOn(() => heading(removed.at + 1))}>
            {t('set.removed')}{' '}
            <button
              ref={undo}
              type="button"
              className="linklike"
              onClick={() => {
                const now = listed();
                list([...now.slice(0, removed.at), removed.instance, ...now.slice(removed.at)]);
                setRemoved(undefined);
              }}
            >
              {t('set.undo')}
            </button>
          </span>
        )}
      </p>
      <div className="row above-3">
        {instances.length < set.maximum && (
          <button
            // It stays until there are as many as there may be.
            ref={handsFocusOn(() => heading(set.maximum))}
            type="button"
            className="btn"
            onClick={() => {
              setRemoved(undefined);
              list([...listed(), uuidv7()]);
            }}
          >
            <Icon name="plus" />
            {t('set.add', { name })}
          </button>
        )}
        {set.minimum === 0 && instances.length === 0 && !isAnswered && (
          <button
            ref={handsFocusOn(() => controlOf(anchor))}
            type="button"
            className="btn"
            onClick={() => {
              list([]);
            }}
          >
            {t('set.none')}
          </button>
        )}
        {instances.map((instance, at) => (
          <button
            key={instance}
            ref={handsFocusOn(() => undo.current)}
            type="button"
            className="btn btn--quiet"
            onClick={() => {
              remove(instance);
            }}
          >
            {t('set.remove', { name: texts.instance(set.id, at + 1) })}
          </button>
        ))}
      </div>
      {isAnswered && instances.length === 0 && <p className="muted above-2">{t('set.isNone')}</p>}
    </>
  );
}

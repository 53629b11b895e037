import type { Address } from '@kilim/indicators';
import { useEffect, useState } from 'react';
import type { HeldAnswer } from '../assessment/change.js';
import { useWork, type IsLocked } from '../assessment/work.js';
import { isTypedKind, SectionModel, type OnAnswer } from './section-model.js';

/** What is told of an answer beside its value. */
type ToldOfAnswer = Omit<HeldAnswer, 'answer' | 'reason'>;

/** The SurveyJS model of a section: made when the section opens, kept in step with the answers, disposed of on leave. */
export function useSectionModel(sectionId: string, isLocked: IsLocked): SectionModel | undefined {
  const { version, language, saver, saved, reading } = useWork();
  const [model, setModel] = useState<SectionModel>();

  useEffect(() => {
    // What was told of answers whose fields are empty just now: they may only be typed anew.
    const emptied = new Map<Address, ToldOfAnswer>();
    const onAnswer: OnAnswer = (question, address, value) => {
      const held = saver.held(address);
      const told = held?.answer ? toldOf(held) : (emptied.get(address) ?? {});
      if (value === undefined) emptied.set(address, told);
      else emptied.delete(address);
      saver.change(
        address,
        value === undefined ? { kind: 'cleared' } : { kind: 'set', value, ...told },
        isTypedKind(question.kind) ? 'typing' : 'atOnce',
      );
    };
    const opened = new SectionModel(version, sectionId, onAnswer);
    opened.take(saver.look().answers);
    // Made and disposed of by one effect: otherwise React, which may run effects twice, could dispose of one in use.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setModel(opened);
    return () => {
      saver.flush();
      opened.dispose();
    };
  }, [version, saver, sectionId]);

  useEffect(() => {
    // The screens follow typing at some distance: what they show last may be older than what stands in the field.
    model?.take(saver.look().answers);
  }, [model, saver, saved.answers]);
  useEffect(() => {
    model?.show(reading.visible);
  }, [model, saved.answers, reading.visible]);
  useEffect(() => {
    model?.lock(isLocked);
    // What was typed as it was being locked is not taken any more, and does not go on standing there.
    model?.take(saver.look().answers);
  }, [model, saver, isLocked]);
  useEffect(() => {
    model?.speak(language);
  }, [model, language]);
  return model;
}

function toldOf({ answer: _answer, reason: _reason, ...told }: HeldAnswer): ToldOfAnswer {
  return told;
}

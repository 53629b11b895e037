import { ACCEPTED_ENDINGS } from '@kilim/contracts';
import type { IconName } from '@kilim/look';
import { useRef, useState, type DragEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from 'uuidv7';
import { Icon } from '../appearance/drawing.js';
import type { Asked } from '../assessment/asked.js';
import { givenPieces } from '../assessment/evidence-requests.js';
import { FileSending, roadTo } from '../assessment/file-sending.js';
import { useWork } from '../assessment/work.js';
import { asksForEvidence } from './evidence-coverage.js';
import { EvidenceForm } from './evidence-form.js';
import { EvidenceItem } from './evidence-item.js';
import { EvidencePicker } from './evidence-picker.js';
import { EvidenceRuleNote } from './evidence-rule-note.js';

/** What is being added: a description, for a file where one was chosen, or a piece that is there already. */
type Opened = { readonly kind: 'describe'; readonly sending?: FileSending } | { readonly kind: 'pick' };

const ACCEPT = ACCEPTED_ENDINGS.map((ending) => `.${ending}`).join(',');

/** The evidence for one answer, and ways to add some: a file, a description, or what is there already. */
export function EvidenceList({
  asked,
  isLocked,
}: Readonly<{ asked: Asked; isLocked: boolean }>): ReactElement | null {
  const { t } = useTranslation();
  const work = useWork();
  const { assessment, evidence, fileRoom, isTrial } = work;
  const { question } = asked;
  const [opened, setOpened] = useState<Opened>();
  const chooser = useRef<HTMLInputElement>(null);
  const isAnswer = question.kind === 'file';
  const given = isAnswer ? givenPieces(work, asked) : [];
  const mine = evidence.filter(({ id, uses }) =>
    isAnswer ? given.includes(id) : uses.some(({ questionId }) => questionId === question.id),
  );
  const others = evidence.filter((piece) => !mine.includes(piece));
  // What is there is shown also where none is asked for.
  if (mine.length === 0 && (isLocked || !(isAnswer || asksForEvidence(question)))) return null;

  const sending = opened?.kind === 'describe' ? opened.sending : undefined;
  const open = (next: Opened | undefined): void => {
    sending?.giveUp();
    setOpened(next);
  };
  const toggle = (kind: Opened['kind']) => () => {
    open(opened?.kind === kind && !sending ? undefined : { kind });
  };
  const send = (file: File | undefined): void => {
    if (!file) return;
    open({ kind: 'describe', sending: new FileSending(file, fileRoom, roadTo(assessment.id, uuidv7())) });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (!isLocked && !isTrial) send(event.dataTransfer.files[0]);
  };

  return (
    <div
      className="files"
      role="group"
      aria-label={t('evidence.label', { code: question.code })}
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={drop}
    >
      <EvidenceRuleNote question={question} />
      {mine.length > 0 && (
        <ul>
          {mine.map((piece) => (
            <EvidenceItem key={piece.id} piece={piece} asked={asked} isLocked={isLocked} />
          ))}
        </ul>
      )}
      {isTrial && isAnswer && <p className="faint">{t('preview.noFiles')}</p>}
      {!isLocked && (
        <div className="files__foot">
          {!isTrial && (
            <>
              <input
                ref={chooser}
                type="file"
                hidden
                accept={ACCEPT}
                aria-label={t('evidence.addFile')}
                onChange={({ target }) => {
                  send(target.files?.[0]);
                  // The same file can be chosen again.
                  target.value = '';
                }}
              />
              <AddButton
                icon="upload"
                words={t('evidence.addFile')}
                isOpen={sending !== undefined}
                onPress={() => chooser.current?.click()}
              />
            </>
          )}
          <AddButton
            icon="plus"
            words={t('evidence.add')}
            isOpen={opened?.kind === 'describe' && !sending}
            onPress={toggle('describe')}
          />
          {others.length > 0 && (
            <AddButton
              icon="link"
              words={t('evidence.pick')}
              isOpen={opened?.kind === 'pick'}
              onPress={toggle('pick')}
            />
          )}
        </div>
      )}
      {opened?.kind === 'describe' && !isLocked && (
        <EvidenceForm
          key={sending ? 'file' : 'words'}
          asked={asked}
          sending={sending}
          onDone={() => {
            setOpened(undefined);
          }}
          onCancel={() => {
            open(undefined);
          }}
        />
      )}
      {opened?.kind === 'pick' && !isLocked && (
        <EvidencePicker
          asked={asked}
          pieces={others}
          onDone={() => {
            open(undefined);
          }}
        />
      )}
    </div>
  );
}

function AddButton({
  icon,
  words,
  isOpen,
  onPress,
}: Readonly<{ icon: IconName; words: string; isOpen: boolean; onPress: () => void }>): ReactElement {
  return (
    <button type="button" className="btn btn--s" aria-expanded={isOpen} onClick={onPress}>
      <Icon name={icon} />
      {words}
    </button>
  );
}

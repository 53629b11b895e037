import { ACCEPTED_ENDINGS } from '@kilim/contracts';
import type { IconName } from '@kilim/look';
import { useRef, useState, type DragEvent, type ReactElement, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from 'uuidv7';
import { Icon } from '../appearance/drawing.js';
import type { Asked } from '../assessment/asked.js';
import { givenPieces } from '../assessment/evidence-requests.js';
import { FileSending, roadTo } from '../assessment/file-sending.js';
import { useWork } from '../assessment/work.js';
import { BegunUnsent } from './begun-unsent.js';
import { asksForEvidence } from './evidence-coverage.js';
import { EvidenceForm } from './evidence-form.js';
import { EvidenceItem } from './evidence-item.js';
import { EvidencePicker } from './evidence-picker.js';
import { EvidenceRuleNote } from './evidence-rule-note.js';
import { useHalfTyped } from './half-typed.js';

/** What is being added: a file with its description, a description alone, or a piece that is there already. */
type Opened = 'file' | 'describe' | 'pick';

/** As many characters of a title as the contract takes. */
const TITLE_MAXIMUM = 300;

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
  const withFile = useHalfTyped('file', question.id, asked.address);
  const inWords = useHalfTyped('evidence', question.id, asked.address);
  const [opened, setOpened] = useState<Opened | undefined>(
    withFile.isBegun ? 'file' : inWords.isBegun ? 'describe' : undefined,
  );
  const chooser = useRef<HTMLInputElement>(null);
  const fileOpener = useRef<HTMLButtonElement>(null);
  const describeOpener = useRef<HTMLButtonElement>(null);
  const pickOpener = useRef<HTMLButtonElement>(null);
  const isAnswer = question.kind === 'file';
  const given = isAnswer ? givenPieces(work, asked) : [];
  const mine = evidence.filter(({ id, uses }) =>
    isAnswer ? given.includes(id) : uses.some(({ questionId }) => questionId === question.id),
  );
  const others = evidence.filter((piece) => !mine.includes(piece));
  const unsent = isLocked && (
    <>
      <BegunUnsent halfTyped={withFile} />
      <BegunUnsent halfTyped={inWords} />
    </>
  );
  // What is there is shown also where none is asked for.
  if (mine.length === 0 && (isLocked || !(isAnswer || asksForEvidence(question)))) return unsent || null;

  const close = (): void => {
    setOpened(undefined);
  };
  const toggle = (kind: Opened) => () => {
    setOpened(opened === kind ? undefined : kind);
  };
  const send = (file: File | undefined): void => {
    if (!file) return;
    withFile.sending?.giveUp();
    const sending = new FileSending(file, fileRoom, roadTo(assessment.id, uuidv7()));
    withFile.describe(sending, { title: stemOf(file.name) });
    setOpened('file');
  };
  const described = opened === 'file' ? withFile : inWords;
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (!isLocked && !isTrial) send(event.dataTransfer.files[0]);
  };

  return (
    <div
      className="files"
      // Where one goes on when a piece that had the focus goes away.
      tabIndex={-1}
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
      {unsent}
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
                ref={fileOpener}
                icon="upload"
                words={t('evidence.addFile')}
                isOpen={opened === 'file'}
                onPress={() => {
                  // One goes on with a file that was chosen before.
                  if (withFile.isBegun && opened !== 'file') setOpened('file');
                  else chooser.current?.click();
                }}
              />
            </>
          )}
          <AddButton
            ref={describeOpener}
            icon="plus"
            words={t('evidence.add')}
            isOpen={opened === 'describe'}
            onPress={toggle('describe')}
          />
          {others.length > 0 && (
            <AddButton
              ref={pickOpener}
              icon="link"
              words={t('evidence.pick')}
              isOpen={opened === 'pick'}
              onPress={toggle('pick')}
            />
          )}
        </div>
      )}
      {(opened === 'file' || opened === 'describe') && !isLocked && (
        <EvidenceForm
          key={opened}
          asked={asked}
          opener={opened === 'file' ? fileOpener : describeOpener}
          halfTyped={described}
          onDone={() => {
            described.forget();
            close();
          }}
          onCancel={() => {
            described.sending?.giveUp();
            described.forget();
            close();
          }}
        />
      )}
      {opened === 'pick' && !isLocked && (
        <EvidencePicker asked={asked} opener={pickOpener} pieces={others} onDone={close} />
      )}
    </div>
  );
}

function AddButton({
  ref,
  icon,
  words,
  isOpen,
  onPress,
}: Readonly<{
  ref: Ref<HTMLButtonElement>;
  icon: IconName;
  words: string;
  isOpen: boolean;
  onPress: () => void;
}>): ReactElement {
  return (
    <button ref={ref} type="button" className="btn btn--s" aria-expanded={isOpen} onClick={onPress}>
      <Icon name={icon} />
      {words}
    </button>
  );
}

/** A first title: the name of the file without its ending. */
function stemOf(name: string): string {
  return name
    .replace(/\.[^.]*$/, '')
    .replaceAll('_', ' ')
    .slice(0, TITLE_MAXIMUM);
}

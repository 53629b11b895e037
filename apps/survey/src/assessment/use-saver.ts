import type { AnswerSave, Session } from '@kilim/contracts';
import { placeOf, type Address } from '@kilim/indicators';
import { useEffect, useState } from 'react';
import { takeLead } from '../outbox/lead.js';
import type { TabTalk } from '../outbox/tab-talk.js';
import { AnswerSaver } from './answer-saver.js';
import type { LoadedAssessment } from './load-assessment.js';
import type { News } from './saver-surroundings.js';
import { OF_THIS_BROWSER } from './of-this-browser.js';
import { sendAnswer } from './send-answer.js';

/** A saver, and whether this window is the one of the person's that sends. */
interface Working {
  readonly saver: AnswerSaver;
  readonly leads: boolean;
}

/** One saver per visit to an assessment. It sends what an earlier visit left, and speaks with the person's other tabs. */
export function useSaver(loaded: LoadedAssessment, session: Session): Working {
  const { assessment, outbox: opened } = loaded;
  const accountId = session.account.id;
  const [saver] = useState(() => makeSaver(loaded, accountId));
  const [leads, setLeads] = useState(false);
  useEffect(() => {
    const { talk } = opened;
    talk.open();
    saver.start(false);
    const lead = takeLead(`${accountId}.${assessment.id}`, (leads) => {
      saver.lead(leads);
      setLeads(leads);
    });
    const leaving = [
      talk.listen((message) => {
        hearTab(saver, message);
      }),
      followWindow(saver),
    ];
    return () => {
      for (const leave of leaving) leave();
      saver.stop();
      lead.leave();
      // The others hear of what is still being written.
      void saver.kept().then(() => {
        talk.close();
      });
    };
  }, [saver, opened, accountId, assessment.id]);
  return { saver, leads };
}

function makeSaver(
  { assessment, version, answers, outbox: { outbox, talk, unsent } }: LoadedAssessment,
  accountId: string,
): AnswerSaver {
  const sender = { accountId, assessmentId: assessment.id };
  const around = {
    send: (save: AnswerSave, aside: readonly AnswerSave[]) => sendAnswer(sender, save, aside),
    ...OF_THIS_BROWSER,
    seen: () => textsSeen(version.summary),
    kindOf: (address: Address) => version.compiled.byId.get(placeOf(address).question)?.question.kind,
    tell: (address: Address | undefined, news: News) => {
      tellTabs(talk, address, news);
    },
    outbox,
  };
  return new AnswerSaver(around, answers, unsent);
}

function tellTabs(talk: TabTalk, address: Address | undefined, news: News): void {
  if (news.kind === 'standing') {
    const { hindrance, ...standing } = news;
    talk.tell({ ...standing, ...(hindrance !== undefined && { hindrance }) });
  } else if (address !== undefined) talk.tell({ ...news, address });
}

function hearTab(saver: AnswerSaver, message: Parameters<Parameters<TabTalk['listen']>[0]>[0]): void {
  switch (message.kind) {
    case 'kept':
    case 'live':
      break;
    case 'standing':
      saver.hearNews(undefined, { ...message, hindrance: message.hindrance });
      break;
    case 'saved':
    case 'stale':
    case 'refused':
      saver.hearNews(message.address, message);
  }
}

/** Tries again when the network is back; sends what is typed before the page goes. Returns how to stop. */
function followWindow(saver: AnswerSaver): () => void {
  const retry = (): void => {
    saver.retry();
  };
  const flush = (): void => {
    saver.flush();
  };
  window.addEventListener('online', retry);
  window.addEventListener('beforeunload', flush);
  document.addEventListener('visibilitychange', flush);
  return () => {
    window.removeEventListener('online', retry);
    window.removeEventListener('beforeunload', flush);
    document.removeEventListener('visibilitychange', flush);
  };
}

/** The language on the screen and its text revision; where the version lacks the language, what is shown instead. */
function textsSeen({ languages }: LoadedAssessment['version']['summary']): {
  language: string;
  textRevision: string;
} {
  const wanted = document.documentElement.lang;
  const shown =
    languages.find(({ language }) => language === wanted) ?? languages.find(({ isSource }) => isSource);
  if (!shown) throw new Error('The version has no source language.');
  return { language: shown.language, textRevision: shown.textRevision };
}

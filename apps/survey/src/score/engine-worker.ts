import { compileQuestionnaire, influences, type CompiledQuestionnaire } from '@kilim/indicators';
import type { InfluenceQuestion, InfluenceReply } from './influence-desk.js';

/** Works out beside the page what takes too long within it. */
let known: { readonly versionId: string; readonly compiled: CompiledQuestionnaire } | undefined;

self.onmessage = ({ data }: MessageEvent<InfluenceQuestion>): void => {
  const { turn, versionId, questionnaire, answers, of } = data;
  if (known?.versionId !== versionId) known = { versionId, compiled: compileQuestionnaire(questionnaire) };
  const found = influences(known.compiled, answers, { basis: 'claimed' }, of);
  self.postMessage({ turn, found } satisfies InfluenceReply);
};

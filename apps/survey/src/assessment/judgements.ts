import type { AnswerSave, CurrentAnswer, Instant } from '@kilim/contracts';
import { addressOf, type Address } from '@kilim/indicators';
import { acknowledged } from '../outbox/unsent.js';
import type { AnswerLines } from './answer-lines.js';
import type { Judgement } from './save-sender.js';
import type { News, Surroundings } from './saver-surroundings.js';
import type { Line } from './saver-view.js';
import type { Troubles } from './troubles.js';

/** What the server says of one save. */
type NewsOfSave = Exclude<News, { readonly kind: 'standing' }>;

/** Takes what the server says of answers and of saves: in reply, by itself, or as another tab has learnt it. */
export class Judgements {
  private newest: Instant | undefined;

  constructor(
    private readonly around: Pick<Surroundings, 'tell'>,
    private readonly lines: AnswerLines,
    private readonly troubles: Troubles,
  ) {}

  /** The newest acknowledgement since the page was opened. */
  get savedAt(): Instant | undefined {
    return this.newest;
  }

  /** The server has judged a save of this tab's: all tabs are to know. */
  take(address: Address, { saveId }: AnswerSave, judgement: Judgement): void {
    const news = { saveId, ...judgement };
    this.around.tell(address, news);
    if (news.kind === 'saved') this.takeSaved(address, saveId, news.answer);
    else this.takeObjection(address, news);
  }

  /** What is in trouble waits for a person: a tab that was opened since would wait for the server. */
  tellAgain(): void {
    for (const [address, { trouble }] of this.lines.all) if (trouble) this.around.tell(address, trouble);
  }

  /** The server has told of an answer by itself: somebody's save, perhaps one's own. */
  hear(answer: CurrentAnswer, saveId?: string): void {
    const address = addressOf(answer.questionId, answer.instanceId);
    if (saveId !== undefined && this.isSending(address, saveId)) this.takeSaved(address, saveId, answer);
    this.lines.learn(address, answer);
    this.troubles.meetAgain(address, answer);
  }

  /** The server has judged a save that another tab has sent; what becomes of it on the device that tab sees to. */
  hearOf(address: Address, news: NewsOfSave): void {
    if (news.kind === 'saved') this.noteSaved(address, news.saveId, news.answer);
    else this.takeObjection(address, news);
  }

  private takeSaved(address: Address, saveId: string, answer: CurrentAnswer): void {
    this.noteSaved(address, saveId, answer);
    this.lines.take(address, acknowledged(saveId, answer.revision));
  }

  private noteSaved(address: Address, saveId: string, answer: CurrentAnswer): void {
    const line = this.lines.of(address);
    if (bears(line, saveId)) line.ownRevision = answer.revision;
    this.lines.learn(address, answer);
    const { savedAt } = answer;
    if (this.newest === undefined || this.newest < savedAt) this.newest = savedAt;
  }

  /** What has been settled since, perhaps in another window, is in no trouble any more. */
  private takeObjection(address: Address, news: Exclude<NewsOfSave, { readonly kind: 'saved' }>): void {
    if (!this.isSending(address, news.saveId)) return;
    if (news.kind === 'stale') this.troubles.meet(address, news.saveId, news.current);
    else this.troubles.refuse(address, news.saveId, news.problem);
  }

  private isSending(address: Address, saveId: string): boolean {
    return this.lines.of(address).kept?.sending?.saveId === saveId;
  }
}

/** Whether a save is what this page shows of an answer, or was before the newest letters. */
function bears({ kept }: Line, saveId: string): boolean {
  return kept?.sending?.saveId === saveId || kept?.next?.saveId === saveId;
}

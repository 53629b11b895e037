import { Readable } from 'node:stream';
import type { AnswerSave, Evidence, Instant } from '@kilim/contracts';
import { placeOf, type Question } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { AnswerWriter } from '../assessments/saving/answer-writer.js';
import { TransitionsService } from '../assessments/transitions.service.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { FilesService } from '../files/files.service.js';
import type { DemoEvidence } from './demo-city.js';
import type { DemoStory } from './demo-story.js';
import { bytesOf, type DemoFile } from './files/demo-file.js';
import { daysBefore, makeAnswers, valueOf, type MadeAnswer } from './make-answers.js';
import { Seeded } from './seeded.js';
import { DAYS_AGO, officeMoments } from './timeline.js';

/** Lets a city answer: section by section, each by its own author, with changes and evidence afterwards. */
@Injectable()
export class DemoAnswering {
  constructor(
    private readonly writer: AnswerWriter,
    private readonly evidence: EvidenceService,
    private readonly files: FilesService,
    private readonly transitions: TransitionsService,
  ) {}

  /** Answers what there is by title: the pieces of evidence. */
  async play(story: DemoStory, days: keyof typeof DAYS_AGO.work): Promise<ReadonlyMap<string, Evidence>> {
    const { city, now } = story;
    const made = makeAnswers(city, story);
    const sections = [...new Set(city.answered ?? made.map(({ section }) => section))];
    // The last one is for submitting.
    const tasks = sections.length + city.evidence.length + city.changes.length + 1;
    const moments = officeMoments(tasks, {
      now,
      ...DAYS_AGO.work[days],
      seed: `${city.name}, work`,
    });
    let next = 0;
    const moment = (): Instant => moments[next++] ?? now;

    for (const section of sections) {
      const own = made.filter((each) => each.section === section);
      await this.#save(
        story,
        section,
        own.map((each) => this.#firstSave(story, each)),
        moment(),
      );
    }
    const pieces = new Map<string, Evidence>();
    for (const piece of city.evidence) pieces.set(piece.title, await this.#add(story, piece, moment()));
    for (const { code, comment } of city.changes) {
      const answer = made.find(({ question }) => question.code === code);
      if (!answer) throw new Error(`${city.name} changes ${code}, which it does not answer.`);
      const save = { ...saveOf(story, answer), baseRevision: 1, comment };
      await this.#save(story, answer.section, [save], moment());
    }
    if (days !== 'inProgress' && days !== 'withdrawn') await this.#submit(story, moment());
    return pieces;
  }

  /** What a city first said, where it has changed its mind later. */
  #firstSave(story: DemoStory, made: MadeAnswer): AnswerSave {
    const change = story.city.changes.find(({ code }) => code === made.question.code);
    const save = saveOf(story, made);
    if (!change || save.kind !== 'set') return save;
    return { ...save, value: valueOf(made.question, change.first, story.today) };
  }

  async #save(
    { city, assessmentId, leadId, contributorId }: DemoStory,
    section: string,
    saves: readonly AnswerSave[],
    at: Instant,
  ): Promise<void> {
    if (saves.length === 0) return;
    const actorId = city.contributorSections.includes(section) ? contributorId : leadId;
    await this.writer.write({ assessmentId, actorId, saves, at });
  }

  async #add(story: DemoStory, piece: DemoEvidence, at: Instant): Promise<Evidence> {
    const { assessmentId, leadId, today } = story;
    const [first, ...further] = piece.uses.map(({ code, passage }) => ({
      questionId: story.questionOf(code).id,
      passage,
    }));
    if (!first) throw new Error(`The evidence “${piece.title}” supports nothing.`);
    const { title, publisher, level, url } = piece;
    const date = daysBefore(today, piece.daysAgo).slice(0, 7);
    const fileId = piece.file && (await this.#send(story, piece.file, at));
    const described = { title, publisher, level, url, date, fileId, ...first };
    const added = await this.evidence.describe(leadId, assessmentId, described, at);
    for (const use of further)
      await this.evidence.relate(leadId, assessmentId, added.id, { kind: 'linked', ...use }, at);
    return added;
  }

  async #send({ assessmentId, leadId }: DemoStory, file: DemoFile, at: Instant): Promise<string> {
    const sent = { assessmentId, fileId: uuidv7(), name: file.name, content: Readable.from([bytesOf(file)]) };
    return (await this.files.take(leadId, sent, at)).id;
  }

  async #submit({ assessmentId, leadId }: DemoStory, at: Instant): Promise<void> {
    await this.transitions.move(leadId, assessmentId, { transition: 'submit', from: 'inProgress' }, at);
  }
}

/** A save of an answer as if for the first time. */
function saveOf(story: DemoStory, { question, address, answer, reason }: MadeAnswer): AnswerSave {
  const { language, textRevision } = story;
  const save = {
    ...{ saveId: uuidv7(), questionId: question.id, instanceId: placeOf(address).instance, baseRevision: 0 },
    ...{ language, textRevision },
  };
  if (answer.kind === 'notApplicable') return { ...save, kind: 'notApplicable', reason: reason ?? '' };
  return { ...save, kind: 'set', value: answer.value, ...figuresOf(question, story) };
}

/** How good a figure is and where it comes from. */
function figuresOf(
  { kind, code }: Question,
  { city }: DemoStory,
): { readonly quality?: 'A' | 'B' | 'C'; readonly source?: string } {
  if (kind !== 'number' && kind !== 'share') return {};
  const drawn = new Seeded(`${city.name}/${code}/quality`).next();
  const source = city.language === 'pl' ? 'Dane urzędu miasta' : 'Records of the city administration';
  return { quality: drawn < 0.5 ? 'A' : drawn < 0.85 ? 'B' : 'C', source };
}

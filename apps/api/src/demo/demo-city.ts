import type { AssessmentState, EvidenceLevel, ReasonCode } from '@kilim/contracts';
import type { DemoFile } from './files/demo-file.js';

/**
 * An answer as the demonstration writes it down, by the question's kind:
 *
 * | kind | |
 * |---|---|
 * | yesNo | true or false |
 * | single | the option's place in the form, from 0 |
 * | multiple | the places of the options chosen |
 * | matrix | for each row, the place of its column |
 * | number, share | the number |
 * | date | how many days before the demonstration is made |
 * | text | the words |
 */
export type Pick = boolean | number | string | readonly number[];

/** A person of a city. */
export interface DemoPerson {
  readonly name: string;
  /** The part of the e-mail address before the at sign. */
  readonly mailbox: string;
}

/** A figure about a city; the years before the demonstration's, so that it never looks old. */
export interface DemoFact {
  readonly name:
    | 'Born abroad'
    | 'Gross domestic product per head'
    | 'Migration background'
    | 'Non-nationals'
    | 'Population';
  readonly yearsAgo: number;
  readonly value: number;
  readonly unit: string;
}

/** A document or page, and the answers it supports, by question code. */
export interface DemoEvidence {
  readonly title: string;
  readonly publisher: string;
  readonly level: EvidenceLevel;
  /** How many days before the demonstration it was issued. */
  readonly daysAgo: number;
  /** A page on the web, or a file that is sent along. */
  readonly url?: string;
  readonly file?: DemoFile;
  readonly uses: readonly { readonly code: string; readonly passage?: string }[];
}

/** A finding worth writing out: one that differs from the claim, or comes back to it. */
export interface DemoFinding {
  readonly code: string;
  readonly pick: Pick;
  readonly reasonCode: ReasonCode;
  readonly reason: string;
  /** Titles of the evidence looked at. */
  readonly evidence: readonly string[];
}

/** What an expert asks the city about one answer. */
export interface DemoClarification {
  readonly code: string;
  readonly question: string;
  readonly settledBy: string;
  /** What the city answers; absent: it has not yet. */
  readonly reply?: string;
}

/** A city's part in the round before: by an older version, which asked less; how far it came, and on what words it ended. */
export interface DemoEarlier {
  readonly state: 'published' | 'agreed' | 'withdrawn' | 'declined';
  readonly answered?: readonly string[];
  readonly strengths: DemoCity['strengths'];
  readonly picks: DemoCity['picks'];
  readonly open: DemoCity['open'];
  readonly findings: DemoCity['findings'];
  readonly lastWord?: string;
}

/** An answer that was first given differently, which its history shows. */
export interface DemoChange {
  readonly code: string;
  readonly first: Pick;
  /** Why it was changed. */
  readonly comment: string;
}

/** An invented city with all that it answers. Whatever is not picked here is drawn from its strengths. */
export interface DemoCity {
  readonly name: string;
  readonly country: string;
  readonly zone: string;
  /** The domain of its people's e-mail and its documents; ends in `.example`. */
  readonly domain: string;
  /** The language in which its people write. */
  readonly language: string;
  readonly lead: DemoPerson;
  readonly contributor: DemoPerson;
  /** The codes of the sections handed to the contributor. */
  readonly contributorSections: readonly string[];
  readonly facts: readonly DemoFact[];
  /** How far it has come when the demonstration begins. */
  readonly state: AssessmentState;
  /** The codes of the sections that are answered, in the order of work; absent: all. */
  readonly answered?: readonly string[];
  /** How strong it is by section code, 0 to 1; 0.5 where nothing is said. */
  readonly strengths: Readonly<Record<string, number>>;
  readonly picks: Readonly<Record<string, Pick>>;
  /** Questions declared not applicable, with the reason. */
  readonly notApplicable: Readonly<Record<string, string>>;
  /** Questions left open although their section is answered. */
  readonly open: readonly string[];
  readonly changes: readonly DemoChange[];
  readonly evidence: readonly DemoEvidence[];
  /** The sections whose answers the expert has checked; empty while nobody has. */
  readonly checked: readonly string[];
  readonly findings: readonly DemoFinding[];
  readonly clarifications?: readonly DemoClarification[];
  /** What a second expert reads, too: each is confirmed unless `secondFindings` says otherwise. */
  readonly secondReading?: readonly string[];
  readonly secondFindings?: readonly DemoFinding[];
  /** What it says with its last step: why it leaves the round or does not take part, or as it agrees. */
  readonly lastWord?: string;
  readonly earlier?: DemoEarlier;
}

import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** The tables of the plain server: what saving an answer needs, one entity each, as a tutorial would write them. */

@Entity()
export class Session {
  @PrimaryColumn('varchar') id: string;
  @Column('varchar', { unique: true }) tokenHash: string;
  @Column('varchar') accountId: string;
  @Column('varchar') expiresAt: string;
}

@Entity()
export class Account {
  @PrimaryColumn('varchar') id: string;
  @Column('varchar') name: string;
  @Column('boolean') disabled: boolean;
}

@Entity()
export class Membership {
  @PrimaryColumn('varchar') id: string;
  @Index() @Column('varchar') accountId: string;
  @Column('varchar') role: string;
  @Column('varchar') cityId: string;
}

@Entity()
export class Assessment {
  @PrimaryColumn('varchar') id: string;
  @Column('varchar') cityId: string;
  @Column('varchar') state: string;
  @Column('varchar') deadline: string;
}

@Entity()
@Unique(['assessmentId', 'saveId'])
export class AnswerEvent {
  @PrimaryColumn('varchar') id: string;
  @Column('varchar') assessmentId: string;
  @Column('varchar') saveId: string;
  @Column('varchar') questionId: string;
  @Column('integer') revision: number;
  @Column('simple-json') value: unknown;
  @Column('varchar') savedBy: string;
  @Column('varchar') at: string;
}

@Entity()
@Unique(['assessmentId', 'questionId'])
export class CurrentAnswer {
  @PrimaryColumn('varchar') id: string;
  @Column('varchar') assessmentId: string;
  @Column('varchar') questionId: string;
  @Column('integer') revision: number;
  @Column('varchar') eventId: string;
  @Column('simple-json') value: unknown;
  @Column('varchar') savedBy: string;
  @Column('varchar') savedAt: string;
}

export const ENTITIES = [Session, Account, Membership, Assessment, AnswerEvent, CurrentAnswer];

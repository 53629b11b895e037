import { Injectable } from '@nestjs/common';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import { AssessmentRow } from '../assessments/assessment.entity.js';
import { CityRow } from '../cities/city.entity.js';
import { Reads } from '../database/reads.js';
import { DraftRow } from '../drafts/draft.entity.js';
import { QuestionnaireVersionRow } from '../questionnaires/questionnaire-version.entity.js';
import { QuestionnaireRow } from '../questionnaires/questionnaire.entity.js';
import { ProgrammeRow } from '../rounds/programme.entity.js';
import { RoundRow } from '../rounds/round.entity.js';
import { AccountRow } from '../session/account.entity.js';
import { MembershipRow } from '../session/membership.entity.js';
import type { HeldRole } from './actor.js';
import type { Place, Scope } from './scope.js';

/** Which ids a list is narrowed to: those reached by the roles of one scope. */
type ScopeIds = Readonly<Record<'programme' | 'round' | 'city' | 'assessment', readonly string[]>>;

/** Asks what lies within what. */
@Injectable()
export class AccessRepository {
  constructor(private readonly reads: Reads) {}

  /** The roles that an account holds now. */
  async rolesOf(accountId: string): Promise<readonly HeldRole[]> {
    return (await this.#memberships(accountId)).filter(({ endedAt }) => endedAt === null).map(heldRole);
  }

  /** The same, and those that have ended. */
  async rolesEverOf(accountId: string): Promise<readonly HeldRole[]> {
    return (await this.#memberships(accountId)).map(heldRole);
  }

  #memberships(accountId: string): Promise<MembershipRow[]> {
    return this.reads.manager().find(MembershipRow, { where: { accountId }, order: { id: 'ASC' } });
  }

  /**
   * The places around what is asked for: a role at one of them is a role in it.
   *
   * @returns undefined when there is no such thing
   */
  async placesOf(scope: Exclude<Scope, { kind: 'installation' }>): Promise<readonly Place[] | undefined> {
    if (scope.kind === 'draft') return this.#placesOfDraft(scope.id);
    if (scope.kind === 'account') return this.#placesOfAccount(scope.id);
    const rows = await this.#assessments()
      .where(COLUMN_OF[scope.kind], { id: scope.id })
      .getRawMany<AssessmentPlace>();
    if (scope.kind === 'assessment') return rows.length === 0 ? undefined : placesAround(rows, true);
    const own = await this.#ownPlaces(scope.kind, scope.id);
    return own === undefined ? undefined : [...own, ...placesAround(rows, false)];
  }

  /** The assessments that roles at these places reach. */
  async assessmentIds(ids: ScopeIds | 'all'): Promise<readonly string[]> {
    const rows = await this.#narrow(this.#assessments(), ids)
      .orderBy('assessment.id')
      .getRawMany<AssessmentPlace>();
    return rows.map(({ assessment }) => assessment);
  }

  /** The rounds that roles at these places have a part in. */
  async roundIds(ids: ScopeIds | 'all'): Promise<readonly string[]> {
    const query = this.reads.manager().createQueryBuilder(RoundRow, 'round');
    if (ids !== 'all') {
      const viaAssessments = await this.#narrow(this.#assessments(), ids).getRawMany<AssessmentPlace>();
      query
        .where('round.programmeId IN (:...programme)', { programme: some(ids.programme) })
        .orWhere('round.id IN (:...rounds)', {
          rounds: some([...new Set([...ids.round, ...viaAssessments.map(({ round }) => round)])]),
        });
    }
    return (await query.orderBy('round.id').getMany()).map(({ id }) => id);
  }

  /** Every version of these programmes, and every version that these rounds or assessments are bound to. */
  async versionIds(ids: ScopeIds | 'all'): Promise<readonly string[]> {
    const query = this.reads
      .manager()
      .createQueryBuilder(QuestionnaireVersionRow, 'version')
      .innerJoin(QuestionnaireRow, 'line', 'line.id = version.questionnaireId')
      .select('version.id', 'id');
    if (ids !== 'all') {
      const rounds = some(await this.roundIds(ids));
      query
        .where('line.programmeId IN (:...programme)', { programme: some(ids.programme) })
        .orWhere(
          `version.id IN ${query.subQuery().select('r.versionId').from(RoundRow, 'r').where('r.id IN (:...rounds)').getQuery()}`,
        )
        .setParameter('rounds', rounds);
    }
    return (await query.orderBy('version.id').getRawMany<{ id: string }>()).map(({ id }) => id);
  }

  /** A draft is within its programme and nobody's part. */
  async #placesOfDraft(id: string): Promise<readonly Place[] | undefined> {
    const draft = await this.reads.manager().findOneBy(DraftRow, { id });
    return draft ? [{ scope: 'programme', scopeId: draft.programmeId, contains: true }] : undefined;
  }

  /** What contains the places of an account's roles: whoever looks after those places, looks after the account there. */
  async #placesOfAccount(id: string): Promise<readonly Place[] | undefined> {
    if (!(await this.reads.manager().existsBy(AccountRow, { id }))) return undefined;
    const held = await this.rolesOf(id);
    const at = (kind: HeldRole['scope']) =>
      held.flatMap(({ scope, scopeId }) => (scope === kind && scopeId !== null ? [scopeId] : []));
    const manager = this.reads.manager();
    const rounds = await manager.findBy(RoundRow, { id: In(at('round')) });
    const cities = await manager.findBy(CityRow, { id: In(at('city')) });
    const inCities = await this.#assessments()
      .where('assessment.cityId IN (:...cities)', { cities: some(at('city')) })
      .getRawMany<AssessmentPlace>();
    const own = await this.#assessments()
      .where('assessment.id IN (:...own)', { own: some(at('assessment')) })
      .getRawMany<AssessmentPlace>();
    const contains = true;
    return [
      ...at('programme').map((scopeId) => ({ scope: 'programme' as const, scopeId, contains })),
      ...rounds.flatMap((round) => roundPlaces(round, contains)),
      ...cities.flatMap(({ id: scopeId, programmeId }): readonly Place[] => [
        { scope: 'city', scopeId, contains },
        ...(programmeId === null ? [] : [{ scope: 'programme' as const, scopeId: programmeId, contains }]),
      ]),
      ...inCities.map(({ programme }) => ({ scope: 'programme' as const, scopeId: programme, contains })),
      ...placesAround(own, contains),
    ];
  }

  #assessments(): SelectQueryBuilder<AssessmentRow> {
    return this.reads
      .manager()
      .createQueryBuilder(AssessmentRow, 'assessment')
      .innerJoin(RoundRow, 'round', 'round.id = assessment.roundId')
      .select('assessment.id', 'assessment')
      .addSelect('assessment.cityId', 'city')
      .addSelect('assessment.roundId', 'round')
      .addSelect('round.programmeId', 'programme');
  }

  #narrow(
    query: SelectQueryBuilder<AssessmentRow>,
    ids: ScopeIds | 'all',
  ): SelectQueryBuilder<AssessmentRow> {
    if (ids === 'all') return query;
    return query.where(
      new Brackets((any) => {
        any
          .where('assessment.id IN (:...assessment)', { assessment: some(ids.assessment) })
          .orWhere('assessment.cityId IN (:...city)', { city: some(ids.city) })
          .orWhere('assessment.roundId IN (:...round)', { round: some(ids.round) })
          .orWhere('round.programmeId IN (:...programme)', { programme: some(ids.programme) });
      }),
    );
  }

  /** What contains a programme, round or version, apart from the assessments in it; undefined: there is none. */
  async #ownPlaces(
    kind: 'programme' | 'round' | 'version',
    id: string,
  ): Promise<readonly Place[] | undefined> {
    const manager = this.reads.manager();
    switch (kind) {
      case 'programme': {
        const found = await manager.existsBy(ProgrammeRow, { id });
        return found ? [{ scope: 'programme', scopeId: id, contains: true }] : undefined;
      }
      case 'round': {
        const round = await manager.findOneBy(RoundRow, { id });
        return round ? roundPlaces(round, true) : undefined;
      }
      case 'version': {
        const version = await manager.findOne(QuestionnaireVersionRow, {
          where: { id },
          select: { id: true, questionnaireId: true },
        });
        if (!version) return undefined;
        const line = await manager.findOneByOrFail(QuestionnaireRow, { id: version.questionnaireId });
        const rounds = await manager.findBy(RoundRow, { versionId: id });
        const programme = { scope: 'programme', scopeId: line.programmeId, contains: true } as const;
        return [programme, ...rounds.flatMap((round) => roundPlaces(round, false))];
      }
    }
  }
}

function heldRole({ role, scope, scopeId, sections, reader }: MembershipRow): HeldRole {
  return { role, scope, scopeId, sections, reader };
}

interface AssessmentPlace {
  readonly assessment: string;
  readonly city: string;
  readonly round: string;
  readonly programme: string;
}

const COLUMN_OF = {
  assessment: 'assessment.id = :id',
  round: 'assessment.roundId = :id',
  version: 'assessment.versionId = :id',
  programme: 'round.programmeId = :id',
} as const;

function placesAround(rows: readonly AssessmentPlace[], contains: boolean): readonly Place[] {
  return rows.flatMap((row) => [
    { scope: 'assessment', scopeId: row.assessment, contains },
    { scope: 'city', scopeId: row.city, contains },
    { scope: 'round', scopeId: row.round, contains },
    { scope: 'programme', scopeId: row.programme, contains },
  ]);
}

function roundPlaces(round: RoundRow, contains: boolean): readonly Place[] {
  return [
    { scope: 'round', scopeId: round.id, contains },
    { scope: 'programme', scopeId: round.programmeId, contains },
  ];
}

/** An empty list is no SQL; no row has this id. */
function some(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [''] : ids;
}

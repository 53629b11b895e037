import { createHash } from 'node:crypto';
import {
  Body,
  type CanActivate,
  ConflictException,
  Controller,
  type ExecutionContext,
  ForbiddenException,
  Injectable,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Repository } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Account, AnswerEvent, Assessment, CurrentAnswer, Membership, Session } from './plain-entities.js';

/** What a form sends. */
export class SaveDto {
  @IsUUID() saveId: string;
  @IsString() @MaxLength(40) questionId: string;
  @IsString() @MaxLength(36) instanceId: string;
  @IsInt() @Min(0) baseRevision: number;
  @IsString() @MaxLength(35) language: string;
  @IsString() @Length(64, 64) textRevision: string;
  @IsIn(['set']) kind: string;
  @IsString() @MaxLength(20_000) value: string;
  @IsOptional() @IsString() @MaxLength(4000) comment?: string;
}

export class SavesDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SaveDto)
  saves: SaveDto[];
}

interface PlainRequest {
  readonly headers: { readonly cookie?: string };
  readonly params: { readonly id: string };
  account?: Account;
}

/** Session, account, role: asked of the database at each request. */
@Injectable()
export class PlainGuard implements CanActivate {
  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    @InjectRepository(Account) private readonly accounts: Repository<Account>,
    @InjectRepository(Membership) private readonly memberships: Repository<Membership>,
    @InjectRepository(Assessment) private readonly assessments: Repository<Assessment>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<PlainRequest>();
    const token = /kilim_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const tokenHash = createHash('sha256').update(token).digest('hex');
    const session = await this.sessions.findOneBy({ tokenHash });
    if (!session || session.expiresAt < new Date().toISOString()) throw new UnauthorizedException();
    const account = await this.accounts.findOneBy({ id: session.accountId });
    if (!account || account.disabled) throw new UnauthorizedException();
    const assessment = await this.assessments.findOneBy({ id: request.params.id });
    const memberships = await this.memberships.findBy({ accountId: account.id });
    const mayWrite = memberships.some(
      ({ role, cityId }) => role === 'cityLead' && cityId === assessment?.cityId,
    );
    if (!mayWrite) throw new ForbiddenException();
    request.account = account;
    return true;
  }
}

/**
 * Saves answers with the same behaviour towards the client: repeated saves answer as the first time, stale ones are
 * refused, events are kept, and nothing is acknowledged before it is on the disk. It chains nothing and keeps no scores.
 */
@Controller('assessments')
@UseGuards(PlainGuard)
export class PlainSaves {
  constructor(
    @InjectRepository(Assessment) private readonly assessments: Repository<Assessment>,
    @InjectRepository(AnswerEvent) private readonly events: Repository<AnswerEvent>,
    @InjectRepository(CurrentAnswer) private readonly answers: Repository<CurrentAnswer>,
  ) {}

  @Post(':id/answer-events')
  async save(
    @Param('id', ParseUUIDPipe) assessmentId: string,
    @Body() { saves }: SavesDto,
    @Req() request: PlainRequest,
  ) {
    const assessment = await this.assessments.findOneByOrFail({ id: assessmentId });
    const now = new Date().toISOString();
    if (assessment.state !== 'inProgress' || now > assessment.deadline) throw new ConflictException('closed');
    const account = request.account as Account;
    const answers = [];
    for (const save of saves) answers.push(await this.#save(assessmentId, save, account, now));
    return { answers };
  }

  async #save(assessmentId: string, save: SaveDto, account: Account, at: string) {
    const { saveId, questionId, baseRevision, value } = save;
    const seen = await this.events.findOneBy({ assessmentId, saveId });
    if (seen) return shown(seen.questionId, seen.revision, seen.id, seen.value, seen.at, account);
    const current = await this.answers.findOneBy({ assessmentId, questionId });
    if ((current?.revision ?? 0) !== baseRevision) throw new ConflictException(current);
    const revision = baseRevision + 1;
    const event = {
      id: uuidv7(),
      assessmentId,
      saveId,
      questionId,
      revision,
      value,
      savedBy: account.id,
      at,
    };
    await this.events.save(event);
    await this.answers.save({
      ...{ id: current?.id ?? uuidv7(), assessmentId, questionId, revision, eventId: event.id, value },
      ...{ savedBy: account.id, savedAt: at },
    });
    return shown(questionId, revision, event.id, value, at, account);
  }
}

function shown(
  questionId: string,
  revision: number,
  eventId: string,
  value: unknown,
  savedAt: string,
  { id, name }: Account,
) {
  const savedBy = { id, name };
  return {
    questionId,
    instanceId: '',
    revision,
    eventId,
    answer: { kind: 'value', value },
    faults: [],
    savedAt,
    savedBy,
  };
}

import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Module, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Account, Assessment, ENTITIES, Membership, Session } from './plain-entities.js';
import { PlainGuard, PlainSaves } from './plain-saves.js';

/**
 * A plain server of the same behaviour: Nest on Express, class-validator, TypeORM's repositories, one `save()` after
 * the other. SQLite runs as durably as ours (WAL, FULL), PostgreSQL with its usual settings.
 *
 * `PEOPLE` names a file with who is signed in where, `FOLDER` or `URL` the database, which is empty.
 */
const { PORT, PEOPLE = '', FOLDER = '', URL } = process.env;

const database: DataSourceOptions = URL
  ? { type: 'postgres', url: URL, poolSize: 10 }
  : {
      type: 'better-sqlite3',
      database: `${FOLDER}/plain.sqlite`,
      enableWAL: true,
      prepareDatabase: (connection: { pragma(text: string): void }) =>
        connection.pragma('synchronous = FULL'),
    };

@Module({
  imports: [
    TypeOrmModule.forRoot({ ...database, entities: ENTITIES, synchronize: true }),
    TypeOrmModule.forFeature(ENTITIES),
  ],
  controllers: [PlainSaves],
  providers: [PlainGuard],
})
class PlainModule {}

interface SignedIn {
  readonly accountId: string;
  readonly assessmentId: string;
  readonly cookie: string;
}

const app = await NestFactory.create(PlainModule, new ExpressAdapter(), { logger: ['error'] });
app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
await fill(app.get(DataSource), JSON.parse(readFileSync(PEOPLE, 'utf8')) as readonly SignedIn[]);
await app.listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => void app.close());

async function fill(source: DataSource, people: readonly SignedIn[]): Promise<void> {
  const assessments = [...new Set(people.map(({ assessmentId }) => assessmentId))];
  await source.getRepository(Assessment).insert(
    assessments.map((id) => ({
      id,
      cityId: id,
      state: 'inProgress',
      deadline: '2099-12-31T22:59:59.999Z',
    })),
  );
  for (const { accountId, assessmentId, cookie } of people) {
    const tokenHash = createHash('sha256')
      .update(cookie.split('=')[1] ?? '')
      .digest('hex');
    await source.getRepository(Account).insert({ id: accountId, name: 'Test Person', disabled: false });
    await source
      .getRepository(Session)
      .insert({ id: uuidv7(), tokenHash, accountId, expiresAt: '2099-12-31T22:59:59.999Z' });
    await source
      .getRepository(Membership)
      .insert({ id: uuidv7(), accountId, role: 'cityLead', cityId: assessmentId });
  }
}

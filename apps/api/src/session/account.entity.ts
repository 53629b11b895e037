import { Entity, Unique } from 'typeorm';
import { InstantColumn, TextColumn, UuidKey, WordColumn } from '../database/columns.js';

/** A person who can sign in. Erasing one empties name, email and password; the id stays, so that chains hold. */
@Entity('account')
@Unique(['email'])
export class AccountRow {
  @UuidKey() readonly id: string;
  /** In lower case; see {@link normalEmail}. */
  @WordColumn(254) readonly email: string;
  @WordColumn(200) readonly name: string;
  /** Language of the interface, a BCP 47 tag. */
  @WordColumn(35) readonly language: string;
  /** argon2id in its own text form, parameters and salt included; empty as long as no password was chosen. */
  @TextColumn() readonly passwordHash: string;
  /** Since when the account can't be used; null: it can. */
  @InstantColumn({ nullable: true }) readonly disabledAt: string | null;
  @InstantColumn() readonly createdAt: string;
}

/** An e-mail address as accounts are found by: trimmed, lower case. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

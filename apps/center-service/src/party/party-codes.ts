import { randomUUID } from 'node:crypto';
import type { Clock } from '@mediation/kernel';
import { ProblemError, type Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { visibleDisputes } from '../disputes/disputes.reader';
import { disputeNotFound } from '../scope';
import { CLOCK, PARTY_CODE_DAYS, VIEWS } from '../tokens';
import type { Issued } from './party.answer';
import { NOT_THE_RESPONSIBLE_BODY, PARTY_UNKNOWN } from './party.problems';
import { numberOf } from './party-case';
import { cleanNumber, hashOfCode, newCode, shortNumberOf } from './party-code';
import { minutesLater, PartyCodesStore } from './party-codes.store';

const MINUTES_A_DAY = 1_440;

/** One-time codes, by which a party sees where its own case is. */
@Injectable()
export class PartyCodes {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(PartyCodesStore) private readonly codes: PartyCodesStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PARTY_CODE_DAYS) private readonly days: number,
  ) {}

  /** By the responsible body, to be handed to that party. @throws ProblemError */
  async issue(id: string, party: string, caller: Principal): Promise<Issued> {
    const found = await visibleDisputes(this.views, caller).andWhere('d.key = :id', { id }).getOne();
    if (found === null) throw disputeNotFound();
    if (found.custodian !== caller.org) throw new ProblemError(NOT_THE_RESPONSIBLE_BODY);
    if (!found.state.file.parties.some((each) => each.id === party)) throw new ProblemError(PARTY_UNKNOWN);
    const code = newCode();
    const number = numberOf(id, found.state);
    const issuedAt = this.clock.now();
    const expiresAt = minutesLater(issuedAt, this.days * MINUTES_A_DAY);
    await this.codes.issue({
      id: randomUUID(),
      dispute: id,
      party,
      numbers: [...new Set([number, id, shortNumberOf(id)].map(cleanNumber))],
      hash: await hashOfCode(code, id),
      issuedBy: { org: caller.org, sub: caller.sub },
      issuedAt,
      expiresAt,
    });
    return { party, number, code, expiresAt };
  }
}

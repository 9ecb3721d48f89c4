import {
  DisputeModule,
  DisputeReader,
  DisputeTierModule,
  type DossierParts,
  type WhoIsWho,
} from '@mediation/dispute/api';
import { inMemoryDossierNumbers } from '@mediation/dispute/dossier-numbers';
import { inMemoryJournal } from '@mediation/event-store/in-memory';
import type { Journal } from '@mediation/event-store/port';
import { createApp, PinoLogger, ShellModule, type VerifyToken } from '@mediation/nest';
import { rulePackFor } from '@mediation/rules';
import { ScreeningModule, ScreeningTierModule } from '@mediation/screening/api';
import { wordDocuments } from '@mediation/service';
import { SubsidyModule, SubsidyTierModule } from '@mediation/subsidy/api';
import { Module } from '@nestjs/common';

@Module({})
class ThreeTiers {}

/** A token is plainly `role@org`, and so is whoever holds it: nobody reviews what he has claimed himself. */
const verify: VerifyToken = (authorization) => {
  const [role = '', org = ''] = authorization?.replace('Bearer ', '').split('@') ?? [];
  return Promise.resolve(
    org === '' ? { refusal: 'token-invalid' as const } : { principal: { sub: `${role}@${org}`, org, roles: [role] } },
  );
};

export interface ServedTiers {
  readonly baseUrl: string;
  readonly journal: Journal;
  close(): Promise<void>;
}

/** The public calls of the three tiers over HTTP, on a journal in memory. */
export const serveThreeTiers = async (bodies: ReadonlySet<string>): Promise<ServedTiers> => {
  const journal = inMemoryJournal();
  const clock = { now: () => '2026-01-01T00:00:00+08:00' };
  const knownBodies = { hasBody: (code: string) => bodies.has(code), hasMediator: () => true, offRosterOf: () => [] };
  const whoIsWho: WhoIsWho = {
    bodies: () => [],
    nameOfBody: () => undefined,
    mediatorsOf: () => [],
    nameOfMediator: () => undefined,
    onRosterOf: () => [],
    offRosterOf: () => [],
  };
  const dossier: DossierParts = {
    numbers: inMemoryDossierNumbers(clock),
    documents: wordDocuments,
    names: {
      body: () => undefined,
      mediator: () => undefined,
      number: (body, year, serial) => `${body}/${year}/${serial}`,
    },
  };
  const app = await createApp(
    {
      module: ThreeTiers,
      imports: [
        ShellModule.forRoot({ verify, healthChecks: [] }),
        DisputeModule.forRoot({ journal, clock, rulePackFor, knownBodies, whoIsWho, dossier }),
        ScreeningModule.forRoot({
          journal,
          clock,
          packFor: rulePackFor,
          knownDivisions: { hasBody: () => true, hasDivision: () => true },
          disputes: DisputeReader,
        }),
        // Which registrations are the same is asked of a database; the year claims for only one of each.
        SubsidyModule.forRoot({
          journal,
          clock,
          rulePackFor,
          knownBodies,
          duplicateLinks: { about: () => Promise.resolve([]) },
        }),
        ...(['village', 'township', 'district'] as const).flatMap((tier) => [
          SubsidyTierModule.forTier(tier),
          DisputeTierModule.forTier(tier),
          ScreeningTierModule.forTier(tier),
        ]),
      ],
    },
    { logger: new PinoLogger('warn') },
  );
  await app.listen(0, '127.0.0.1');
  return {
    baseUrl: await app.getUrl(),
    journal,
    close: async () => {
      await app.close();
      await journal.close();
    },
  };
};

import { VillageServiceModule } from '@apps/village-service';
import { openEmbeddedIssuer, type EmbeddedIssuer } from '@mediation/access';
import { loadDirectory, type Directory } from '@mediation/directory';
import { inMemoryDossierNumbers } from '@mediation/dispute/dossier-numbers';
import type { Journal } from '@mediation/event-store/port';
import { postgresJournal } from '@mediation/event-store/postgres';
import { createApp, PinoLogger, ShellModule } from '@mediation/nest';
import { contextModules, systemClock } from '@mediation/service';
import { Module, type DynamicModule } from '@nestjs/common';
import { embeddedVerifier } from './embedded-verifier';
import { endWithParent } from './server-process';

@Module({})
class VillageModule {}

const villageModule = (issuer: EmbeddedIssuer, journal: Journal, directory: Directory): DynamicModule => ({
  module: VillageModule,
  imports: [
    ShellModule.forRoot({
      verify: embeddedVerifier(issuer),
      healthChecks: [{ name: 'journal', check: async () => void (await journal.head()) }],
    }),
    ...contextModules({
      journal,
      directory,
      dossierNumbers: inMemoryDossierNumbers(systemClock),
      duplicateLinks: { about: async () => [] },
    }),
    VillageServiceModule,
  ],
});

/** The village's service by itself, on a journal, with nothing of the centre's. */
const serve = async (serviceUrl: string, keyFile: string, port: number): Promise<void> => {
  const issuer = await openEmbeddedIssuer(keyFile);
  if (issuer === undefined) throw new Error(`no issuer in ${keyFile}`);
  const journal = postgresJournal({ connectionString: serviceUrl });
  const app = await createApp(villageModule(issuer, journal, await loadDirectory(serviceUrl)), {
    logger: new PinoLogger('warn'),
  });
  await app.listen(port, '127.0.0.1');
};

const [serviceUrl = '', keyFile = '', port] = process.argv.slice(2);
process.once('SIGTERM', () => process.exit(0));
process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group; who started this says when.
endWithParent();
void serve(serviceUrl, keyFile, Number(port));

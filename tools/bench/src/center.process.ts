import { Center, CenterModule } from '@apps/center-service';
import { openEmbeddedIssuer } from '@mediation/access';
import { loadDirectory } from '@mediation/directory';
import { inMemoryJournal } from '@mediation/event-store/in-memory';
import { createApp, PinoLogger, ShellModule } from '@mediation/nest';
import { Module } from '@nestjs/common';
import { embeddedVerifier } from './embedded-verifier';
import { endWithParent } from './server-process';

@Module({})
class CenterOnly {}

interface Serving {
  readonly serviceUrl: string;
  readonly keyFile: string;
  readonly port: number;
  /** Today as the centre has it: the views were filled up to that day. */
  readonly today: string;
}

/** The centre's queries over views that are filled already; nothing is projected. */
const serve = async ({ serviceUrl, keyFile, port, today }: Serving): Promise<void> => {
  const issuer = await openEmbeddedIssuer(keyFile);
  if (issuer === undefined) throw new Error(`no issuer in ${keyFile}`);
  const directory = await loadDirectory(serviceUrl);
  const center = await Center.open({
    events: inMemoryJournal(),
    databaseUrl: serviceUrl,
    clock: { now: () => `${today}T09:00:00+08:00` },
    nameOfBody: (code) => directory.body(code)?.nameZh,
    divisions: () => directory.divisions(),
    directory,
    webhooks: { allowPrivate: false },
    console: { issuer: issuer.issuer, clientId: 'bench', local: true },
  });
  const shell = ShellModule.forRoot({ verify: embeddedVerifier(issuer), healthChecks: [] });
  const imports = [shell, CenterModule.forRoot(center)];
  const app = await createApp({ module: CenterOnly, imports }, { logger: new PinoLogger('warn') });
  await app.listen(port, '127.0.0.1');
};

const [serviceUrl = '', keyFile = '', port, today = ''] = process.argv.slice(2);
process.once('SIGTERM', () => process.exit(0));
process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group; who started this says when.
endWithParent();
void serve({ serviceUrl, keyFile, port: Number(port), today });

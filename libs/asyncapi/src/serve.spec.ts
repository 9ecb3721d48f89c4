import { createApp, serveAsyncApi, ShellModule } from '@mediation/nest';
import { asyncApi } from './asyncapi';

const nothing = () => undefined;
const silent = { log: nothing, error: nothing, warn: nothing };

it('is served to whoever asks, without a token', async () => {
  const verify = () => Promise.reject(new Error('nobody is known here'));
  const app = await createApp(ShellModule.forRoot({ verify, healthChecks: [] }), { logger: silent });
  try {
    serveAsyncApi(app, asyncApi());
    await app.init();
    const answer = await app.getHttpAdapter().getInstance().inject('/asyncapi.json');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(asyncApi())));
  } finally {
    await app.close();
  }
});

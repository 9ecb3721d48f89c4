import { appendFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** A receiver of its own: checks each signature, and takes nothing until a file is there. Arguments: port, log, secret, that file. */
const [port, file, secret, recovered] = process.argv.slice(2);
const webhook = new Webhook(secret!);

const verified = (body: string, headers: Record<string, unknown>): boolean => {
  try {
    webhook.verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
};

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString('utf8');
    const takes = existsSync(recovered!);
    const line = { id: request.headers['webhook-id'], takes, verified: verified(body, request.headers), body };
    appendFileSync(file!, `${JSON.stringify(line)}\n`);
    response.writeHead(takes ? 204 : 503).end();
  });
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));

import type { JsonObject } from '@mediation/kernel';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { REGISTRATION } from './sample-events';

export interface Acknowledged {
  readonly id: string;
  readonly revision: number;
}

export interface Village {
  /** Where its disputes are: `…/api/village/v1/disputes`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Open {
  readonly id: string;
  readonly step: number;
}

/** What follows a registration, in the order it must. */
const STEPS: readonly (readonly [path: string, body: JsonObject])[] = [
  ['/acceptance', {}],
  ['/mediators', { mediator: '370402102200-m1' }],
  ['/rights-notice', {}],
  ['/sessions', { record: '双方各执一词(示例)' }],
  ['/sessions', { record: '查看现场(示例)' }],
  ['/sessions', { record: '背对背调解(示例)' }],
];

/** Disputes that are worked on at the same time, so that no dispute has its next command the moment it had one. */
const OPEN = 200;
const CONNECTIONS = 128;

/** Parties of its own for every dispute, so that no two look like the same one. */
const registration = (n: number): JsonObject => {
  const digits = String(n).padStart(8, '0');
  const [applicant, respondent] = REGISTRATION.parties;
  return {
    ...REGISTRATION,
    parties: [
      { ...applicant, name: `示例甲${n}`, phone: `138${digits}` },
      { ...respondent, name: `示例乙${n}`, phone: `139${digits}` },
    ],
  };
};

/** Commands of a village's mediators: a registration, or the next step of a dispute that has waited longest for it. */
export class VillageCommands {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  private readonly open: Open[] = [];
  private registered = 0;

  constructor(private readonly village: Village) {}

  /** @throws when it is not acknowledged */
  async next(): Promise<Acknowledged> {
    const dispute = this.open.length < OPEN ? undefined : this.open.shift();
    const [path, body] = dispute === undefined ? ['', this.newOne()] : this.stepOf(dispute);
    const acknowledged = await this.post(path, body);
    const step = dispute === undefined ? 0 : dispute.step + 1;
    if (step < STEPS.length) this.open.push({ id: acknowledged.id, step });
    return acknowledged;
  }

  end(): void {
    this.agent.destroy();
  }

  private newOne(): JsonObject {
    this.registered += 1;
    return registration(this.registered);
  }

  private stepOf({ id, step }: Open): readonly [string, JsonObject] {
    const [path, body] = STEPS[step]!;
    return [`/${id}${path}`, body];
  }

  private post(path: string, body: JsonObject): Promise<Acknowledged> {
    const { url, headers } = this.village;
    const options = {
      method: 'POST',
      agent: this.agent,
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    };
    return new Promise((resolve, reject) => {
      const sent = request(`${url}${path}`, options, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if ((incoming.statusCode ?? 0) < 300) resolve(JSON.parse(text) as Acknowledged);
          else reject(new Error(`${incoming.statusCode}: ${text}`));
        });
      });
      sent.on('error', reject);
      sent.end(JSON.stringify(body));
    });
  }
}

import type { Role } from '@mediation/access';
import type { BodyCode, JsonObject, Tier } from '@mediation/kernel';
import type { HttpPost } from './http-post';
import type { PlannedDispute } from './plan';
import type { PlannedStep } from './script';
import { numberOf } from './told-twice';

/** Says when a step is to be recorded; heeded by a demo that tells the past year, and by nothing else. */
export const RECORDED_AT_HEADER = 'sample-recorded-at';

/** Sends one step of a dispute whose id is known once its first step was answered; returns that id. */
export type Poster = (dispute: PlannedDispute, index: number, id: string) => Promise<string>;

interface PosterOptions {
  readonly urlOf: (tier: Tier) => string;
  readonly tokenFor: (org: BodyCode, role: Role) => Promise<string>;
  readonly seed: number;
  readonly post: HttpPost;
}

/** Says which step it was and what the service answered, and nothing of the people in it. */
export class SampleStepFailed extends Error {
  constructor(
    readonly dispute: PlannedDispute,
    readonly index: number,
    readonly answer: { readonly status: number; readonly code: string },
  ) {
    const { path, org, role } = stepOf(dispute, index);
    const what = `POST ${path} · ${org} · ${role} → ${answer.status} ${answer.code}`;
    const where = `${dispute.storyline} #${dispute.number}, step ${index + 1}`;
    super(
      `示例年第 ${dispute.number} 件纠纷第 ${index + 1} 步未被接受 a step of the sample year was not accepted (${where}): ${what}`,
    );
  }
}

const stepOf = (dispute: PlannedDispute, index: number): PlannedStep => {
  const step = dispute.steps[index];
  if (step === undefined) throw new Error(`dispute ${dispute.number} has no step ${index + 1}`);
  return step;
};

/** A body's token serves for the whole replay. */
const remembered = (tokenFor: PosterOptions['tokenFor']): PosterOptions['tokenFor'] => {
  const tokens = new Map<string, Promise<string>>();
  return (org, role) => {
    const key = `${role}@${org}`;
    const token = tokens.get(key) ?? tokenFor(org, role);
    tokens.set(key, token);
    return token;
  };
};

/** Placeholders within a path. */
const NAMED = /00000000-0000-4000-8000-\d{12}/;

const field = (text: string, name: string): string | undefined => {
  try {
    const value = (JSON.parse(text) as Record<string, unknown> | null)?.[name];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
};

export const postStep = ({ urlOf, tokenFor, seed, post }: PosterOptions): Poster => {
  const token = remembered(tokenFor);
  const opened = new Map<number, Promise<string>>();
  /** A dispute or a finding is only ever linked to a dispute that was begun before it, so its first step has been sent by now. */
  const withId = async (body: JsonObject): Promise<JsonObject> => {
    const named = Object.entries(body).find(([, value]) => numberOf(value) !== undefined);
    if (named === undefined) return body;
    const [key, value] = named;
    return { ...body, [key]: (await opened.get(numberOf(value) ?? 0)) ?? '' };
  };
  const send: Poster = async (dispute, index, disputeId) => {
    const { tier, org, role, path, body, occurredAt, recordedAt } = stepOf(dispute, index);
    const named = NAMED.exec(path)?.[0];
    const known = named === undefined ? path : path.replace(named, (await opened.get(numberOf(named) ?? 0)) ?? '');
    const { status, text } = await post({
      url: new URL(`/api/${tier}/v1${known.replace(':id', disputeId)}`, urlOf(tier)),
      headers: {
        authorization: `Bearer ${await token(org, role)}`,
        'content-type': 'application/json',
        [RECORDED_AT_HEADER]: recordedAt,
        'idempotency-key': `sample-2025/${seed}/${dispute.number}/${index + 1}`,
      },
      body: JSON.stringify({ ...(await withId(body)), occurredAt }),
    });
    const id = field(text, 'id');
    if ((status === 200 || status === 201) && id !== undefined) return id;
    throw new SampleStepFailed(dispute, index, { status, code: field(text, 'code') ?? 'no problem code' });
  };
  return (dispute, index, disputeId) => {
    const sent = send(dispute, index, disputeId);
    if (index === 0) opened.set(dispute.number, sent);
    return sent;
  };
};

import type { Role } from '@mediation/access';
import type { JsonObject } from '@mediation/kernel';
import { eventually, notYet } from '@mediation/testing';
import type { Desk } from './desk';

export const VILLAGE = '370402102200-committee';
export const TOWNSHIP = '370402102-committee';
export const POLICE = '370402102-police';
export const ROOM = '370402102-pretrial-room';
const CENTER = '370402-center';
const TOWN = '370402102';

const CLERKS: Readonly<Record<string, Role>> = {
  [VILLAGE]: 'mediator',
  [TOWNSHIP]: 'committee-chair',
  [POLICE]: 'police-officer',
  [ROOM]: 'court-clerk',
};

/** A running system, whichever way it runs: in one process or as a network. */
export interface Served {
  desk(org: string, role: Role): Promise<Desk>;
  /** How soon the views must show what was acknowledged. */
  readonly viewsWithinMs: number;
  close(): Promise<void>;
}

/** What everyone must see after a step. */
export interface Expected {
  readonly custodian: string;
  readonly phase: string;
  /** Newest handoff on the board. */
  readonly handoff?: readonly [id: string, state: string];
  /** What stands on whose list; a body not named has nothing to do here. */
  readonly tasks: Readonly<Record<string, string>>;
  /** The last entries of the timeline. */
  readonly last: readonly string[];
}

type Seen = JsonObject & {
  custodian: { body: string };
  phase: string;
  revision: number;
  handoffs: { id: string; state: string }[];
  timeline: { revision: number; type: string; custodian: { body: string } }[];
};
interface Listed {
  items: { task: string; dispute: { id: string } }[];
}
interface Board {
  items: { id: string; dispute: string; state: string }[];
}

/** One dispute, followed from desk to desk; the centre looks on. */
export class Journey {
  id = '';

  private constructor(
    private readonly desks: Readonly<Record<string, Desk>>,
    readonly center: Desk,
    private readonly viewsWithinMs: number,
  ) {}

  static async start(system: Served): Promise<Journey> {
    const opened = await Promise.all(Object.entries(CLERKS).map(([org, role]) => system.desk(org, role)));
    const desks = Object.fromEntries(opened.map((desk) => [desk.org, desk]));
    return new Journey(desks, await system.desk(CENTER, 'center-officer'), system.viewsWithinMs);
  }

  desk(org: string): Desk {
    return this.desks[org]!;
  }

  /** Sends one step from a desk; then the file and the views show it, everywhere the same. */
  async step(org: string, path: string, body: JsonObject | undefined, expected: Expected): Promise<JsonObject> {
    const { status, headers, body: answer } = await this.desk(org).post(`/disputes/${this.id}${path}`, body);
    expect([status, answer['code']]).toEqual([200, undefined]);
    const revision = Number(answer['revision']);
    expect(headers.etag).toBe(`"${revision}"`);
    await this.shows(revision, expected);
    return answer;
  }

  async shows(revision: number, expected: Expected): Promise<void> {
    await this.fileShows(revision, expected);
    await this.viewsShow(revision, expected);
  }

  /** The journal’s own word, from the responsible body and from the centre: one custodian, the same for both. */
  private async fileShows(revision: number, { custodian, phase }: Expected): Promise<void> {
    for (const desk of [this.desk(custodian), this.center]) {
      const { status, headers, body } = await desk.get(`/disputes/${this.id}`);
      expect([status, headers.etag]).toEqual([200, `"${revision}"`]);
      expect([body['revision'], body['custodian'], body['phase']]).toEqual([revision, custodian, phase]);
    }
  }

  /** Timeline, board and worklists, together, in time. */
  private viewsShow(revision: number, { custodian, phase, handoff, tasks, last }: Expected): Promise<true> {
    const look = async () => {
      const seen = await this.ask<Seen>(`disputes/${this.id}`);
      if (seen.revision !== revision) return notYet({ revision: seen.revision });
      const { items: board } = await this.ask<Board>(`handoffs?org=${TOWN}`);
      const newest = board.find(({ dispute }) => dispute === this.id);
      const shown = { custodian: seen.custodian.body, phase: seen.phase, tasks: await this.tasks() };
      expect(shown).toEqual({ custodian, phase, tasks });
      expect(seen.timeline.map((entry) => entry.revision)).toEqual(Array.from({ length: revision + 1 }, (_, n) => n));
      expect(seen.timeline.slice(-last.length).map(({ type }) => type)).toEqual(last);
      expect(seen.timeline.at(-1)?.custodian.body).toBe(custodian);
      expect(newest && [newest.id, newest.state]).toEqual(handoff);
      expect(seen.handoffs.map((each) => [each.id, each.state]).at(-1)).toEqual(handoff);
      return true as const;
    };
    return eventually(`the views at revision ${revision}`, look, { timeoutMs: this.viewsWithinMs });
  }

  /** What every desk has on its list about this dispute. */
  private async tasks(): Promise<Readonly<Record<string, string>>> {
    const lists = await Promise.all(
      Object.keys(this.desks).map(async (org) => {
        const { items } = await this.ask<Listed>(`worklists/${org}`);
        return items.filter(({ dispute }) => dispute.id === this.id).map(({ task }) => [org, task] as const);
      }),
    );
    return Object.fromEntries(lists.flat());
  }

  private async ask<Answer>(path: string): Promise<Answer> {
    return (await this.center.get(`/api/center/v1/${path}`)).body as unknown as Answer;
  }
}

import type { DisputeEvent } from '@mediation/dispute/domain';
import { describeWithPostgres } from '@mediation/testing';
import { openTestCenter, SUPERVISOR, type TestCenter, type Who } from './center.fixture';
import { accepted, offered, POLICE, registered, ROOM, takenOver, VILLAGE } from './story';

const [A, B, C] = [1, 2, 3].map((n) => `a0000000-0000-4000-8000-00000000000${n}`) as [string, string, string];
const COURT = '370402-court';
const COMMITTEE: Who = { org: VILLAGE, role: 'mediator' };
const as = (org: string, role: string): Who => ({ org, role });

const reached = (text: string): DisputeEvent => ({
  type: 'AgreementReached',
  data: { agreement: 1, proceeding: 1, form: 'oral', extent: 'full', obligations: [], personal: { file: { text } } },
});
const EFFECTIVE: DisputeEvent = { type: 'AgreementTookEffect', data: { agreement: 1, effectiveOn: '2025-03-06' } };
const SESSION: DisputeEvent = {
  type: 'SessionHeld',
  data: {
    proceeding: 1,
    session: 1,
    heldOn: '2025-03-05',
    attended: ['p1'],
    personal: { file: { text: '愿意让步三千元' } },
  },
};
const CONFIRMING: readonly DisputeEvent[] = [
  {
    type: 'ConfirmationFiled',
    data: {
      agreement: 1,
      court: COURT,
      applicants: ['p1', 'p2'],
      manner: 'written',
      filedOn: '2025-03-10',
    },
  } as unknown as DisputeEvent,
];

describeWithPostgres('search by what was written', () => {
  let center: TestCenter;
  beforeAll(async () => {
    center = await openTestCenter();
    const words = (text: string, address?: string) => ({
      p1: { name: '示例赵小满' },
      p2: { name: '示例钱家宝' },
      file: { text, address },
    });
    // A is settled and before the court to be confirmed; B only drafted; C came from the court's room.
    await center.record(
      A,
      VILLAGE,
      registered({ personal: words('示例赵小满家院墙滴水', '村东老井旁') }),
      accepted(),
      SESSION,
      reached('示例钱家宝修好水沟'),
      EFFECTIVE,
      ...CONFIRMING,
    );
    await center.record(
      B,
      VILLAGE,
      registered({
        registeredAt: '2025-03-02T09:00:00+08:00',
        personal: words('院墙倒塌'),
        parties: [
          { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false },
          { id: 'p2', kind: 'natural-person', role: 'respondent', minor: true },
        ],
      }),
      accepted(),
      reached('各修各的水沟'),
      offered(POLICE, { kind: 'police-link' }),
    );
    await center.record(
      C,
      ROOM,
      registered({
        registeredAt: '2025-01-20T09:00:00+08:00',
        custodian: ROOM,
        personal: words('Ｗｉｆｉ 信号与院墙'),
      }),
      offered(VILLAGE, { kind: 'court-link', from: ROOM }),
    );
    await center.record(C, VILLAGE, ...takenOver(VILLAGE, ROOM));
    await center.caughtUp();
  });
  afterAll(() => center.close());

  const found = async (q: string, who: Who = SUPERVISOR, more = '') => {
    const { body } = await center.get(`disputes?q=${encodeURIComponent(q)}${more}`, who);
    const items = body['items'] as unknown as readonly { id: string; matched: readonly string[] }[];
    return items.map(({ id, matched }) => [id, ...matched]);
  };

  it.each<[string, readonly (readonly string[])[]]>([
    [
      '院墙',
      [
        [B, 'facts'],
        [A, 'facts'],
        [C, 'facts'],
      ],
    ],
    [
      '墙',
      [
        [B, 'facts'],
        [A, 'facts'],
        [C, 'facts'],
      ],
    ],
    ['院墙滴水', [[A, 'facts']]],
    ['滴水 老井', [[A, 'facts', 'place']]],
    ['WIFI', [[C, 'facts']]],
    ['墙院', []],
    ['小满 院墙 老井', [[A, 'name', 'facts', 'place']]],
    ['%', []],
    ['水沟', [[A, 'terms']]],
    [B, [[B]]],
  ])('finds by %s, and says where', async (q, expected) => expect(await found(q)).toEqual(expected));

  it('keeps to what else is asked', async () => {
    expect(await found('院墙', SUPERVISOR, '&to=2025-02-01')).toEqual([[C, 'facts']]);
    expect(await found('院墙', SUPERVISOR, '&place=370402102001&phase=agreed')).toEqual([[A, 'facts']]);
  });

  it('does not find by what is said in sessions, nor by terms that do not bind', async () => {
    expect(await found('三千元', COMMITTEE)).toEqual([]);
    expect(await found('各修各', COMMITTEE)).toEqual([]);
  });

  it('finds a name only where names may be known, and never through the text', async () => {
    expect(await found('赵小满')).toEqual([
      [B, 'name'],
      [A, 'name'],
      [C, 'name'],
    ]);
    expect(await found('赵小满', as(POLICE, 'police-officer'))).toEqual([]);
    expect(await found('家宝', COMMITTEE)).toEqual([
      [B, 'name'],
      [A, 'name'],
      [C, 'name'],
    ]);
    // In B it is a minor's: only the body responsible finds it.
    expect(await found('家宝')).toEqual([
      [A, 'name'],
      [C, 'name'],
    ]);
  });

  it('lets a court find by facts of what it has itself, of others only by terms in effect', async () => {
    const court = as(COURT, 'court-clerk');
    expect(await found('院墙', court)).toEqual([]);
    expect(await found('水沟', court)).toEqual([[A, 'terms']]);
    expect(await found('院墙', as(ROOM, 'court-clerk'))).toEqual([[C, 'facts']]);
  });

  it('lets the police find by the facts of a case that is offered to them', async () =>
    expect(await found('院墙', as(POLICE, 'police-officer'))).toEqual([[B, 'facts']]));

  it('is empty for who sees none of them', async () =>
    expect(await found('院墙', as('370402103-center', 'center-officer'))).toEqual([]));
});

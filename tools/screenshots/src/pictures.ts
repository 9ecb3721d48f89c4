import type { Role } from '@mediation/access';
import type { Page } from 'playwright-core';

/** Asks the API as the person who looks; posts where there is a body. */
export type Ask = <Answer>(path: string, body?: object) => Promise<Answer>;

/** One page of the console as someone sees it; it becomes docs/images/console/<name>.png and <name>-phone.png. */
export interface Picture {
  readonly name: string;
  readonly role: Role;
  readonly org: string;
  /** Where to look; a function where the address is known only from the data. */
  readonly path: string | ((ask: Ask) => Promise<string>);
  /** What shows that the page is there. */
  readonly shows: string;
  /** What is done before the picture is taken. */
  readonly before?: (page: Page, ask: Ask) => Promise<void>;
}

const CENTER = '370402-center';
const BUREAU = '370402-justice-bureau';
const TOWNSHIP = '370402102-committee';

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly phase: string;
    readonly custodian: { readonly body: string };
  }[];
}

/** The newest dispute that answers a query. */
const disputeWith =
  (query: string) =>
  async (ask: Ask): Promise<string> => {
    const { items } = await ask<Listed>(`/api/center/v1/disputes?limit=1&${query}`);
    return `/disputes/${items[0]?.id ?? ''}`;
  };

/** A party with the code that its mediation body has just given it. */
const lookUp = async (page: Page, ask: Ask): Promise<void> => {
  const { items } = await ask<Listed>('/api/center/v1/disputes?limit=200');
  const own = items.filter(({ custodian }) => custodian.body === TOWNSHIP);
  const { id = '' } = own.find(({ phase }) => phase === 'agreed') ?? own[0] ?? {};
  const path = `/api/center/v1/disputes/${id}/party-codes`;
  const { number, code } = await ask<Readonly<Record<'number' | 'code', string>>>(path, { party: 'p1' });
  await page.getByLabel('卷号').fill(number);
  await page.getByLabel('查询码').fill(code);
  await page.keyboard.press('Enter');
  await page.locator('.party-case').waitFor();
};

const YEAR = 'from=2025-01&to=2025-12';

/** A row adds a picture. The sample year has to be told: `npm start`. */
export const PICTURES: readonly Picture[] = [
  { name: 'worklist', role: 'mediator', org: TOWNSHIP, path: '/', shows: 'h1' },
  { name: 'board', role: 'center-officer', org: CENTER, path: '/board?asOf=2025-12-11', shows: '.matrix .cell' },
  { name: 'emergencies', role: 'center-officer', org: CENTER, path: `/emergencies?${YEAR}`, shows: '.incident' },
  { name: 'supervision', role: 'center-officer', org: CENTER, path: `/supervision?${YEAR}`, shows: '.panel' },
  { name: 'funnel', role: 'center-officer', org: CENTER, path: `/funnel?${YEAR}`, shows: 'canvas, svg' },
  {
    name: 'hot-spots',
    role: 'center-officer',
    org: CENTER,
    path: `/hot-spots?${YEAR}`,
    shows: '.district-map',
    before: (page) => page.locator('.district-map').evaluate((map) => map.scrollIntoView({ block: 'center' })),
  },
  {
    name: 'search',
    role: 'center-officer',
    org: CENTER,
    path: '/search',
    shows: '.search-box',
    before: async (page) => {
      await page.getByRole('searchbox').fill('工资');
      await page.keyboard.press('Enter');
      await page.getByText('事实').first().waitFor();
    },
  },
  { name: 'party', role: 'committee-chair', org: TOWNSHIP, path: '/party', shows: '.party-form', before: lookUp },
  {
    name: 'register',
    role: 'mediator',
    org: '370402102200-committee',
    path: '/register',
    shows: '.action-form',
  },
  {
    name: 'dispute',
    role: 'committee-chair',
    org: TOWNSHIP,
    path: disputeWith('phase=ended'),
    shows: '.custody .period',
  },
  {
    name: 'returns',
    role: 'center-officer',
    org: CENTER,
    path: '/returns?kind=governance&period=2025-06&asOf=2026-06-30',
    shows: 'table.form',
  },
  { name: 'screening', role: 'center-officer', org: '370402102-center', path: '/screening', shows: '.plans' },
  {
    name: 'screening-plan',
    role: 'center-officer',
    org: '370402102-center',
    path: async (ask) => {
      const { items } = await ask<Listed>('/api/center/v1/screening/plans?limit=1');
      return `/screening/${items[0]?.id ?? ''}`;
    },
    shows: '.plan-counts',
  },
  {
    name: 'assessment',
    role: 'district-supervisor',
    org: BUREAU,
    path: '/assessment?from=2025-01&to=2025-12',
    shows: '.assessment-table',
  },
  {
    name: 'subsidy',
    role: 'district-supervisor',
    org: BUREAU,
    path: '/subsidies?from=2025-01&to=2025-12',
    shows: '.places',
  },
  { name: 'directory', role: 'center-officer', org: CENTER, path: '/directory', shows: 'h1' },
  { name: 'webhooks', role: 'center-officer', org: CENTER, path: '/webhooks', shows: '.panel' },
  { name: 'system', role: 'center-officer', org: CENTER, path: '/system', shows: '.list' },
];

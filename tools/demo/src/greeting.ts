import type { EmbeddedIssuer } from '@mediation/access';

/** Where the first dispute is registered, and whoever signs in locally is offered first. */
export const DEMO_VILLAGE = '370402102200';
const VILLAGE = `${DEMO_VILLAGE}-committee`;
const TOWNSHIP = '370402102-committee';
const CENTER = '370402-center';
const ONE_DAY_SECONDS = 86_400;

const REGISTRATION = {
  source: 'application',
  disputeType: 'neighbourhood',
  facts: '宅基地滴水争执(示例)',
  parties: [
    { role: 'applicant', name: '示例甲' },
    { role: 'respondent', name: '示例乙' },
  ],
};

/** Where people find the services; one address for all, or one for each. */
export interface Addresses {
  readonly center: string;
  readonly village: string;
  readonly township: string;
}

/** Where to look, and three calls to copy: register in a village, hand up with consent, accept in the township. */
export const greet = async (at: Addresses, issuer: EmbeddedIssuer | undefined): Promise<void> => {
  if (issuer === undefined) return print([`看板 board: ${at.center}/`, `接口 API: ${at.village}/docs`]);
  const token = (org: string, role: 'mediator' | 'center-officer') =>
    issuer.sign({ sub: `demo-${role}`, org, roles: [role], ttlSeconds: ONE_DAY_SECONDS });
  const [village, township, center] = await Promise.all([
    token(VILLAGE, 'mediator'),
    token(TOWNSHIP, 'mediator'),
    token(CENTER, 'center-officer'),
  ]);
  print([
    '',
    `三位一体看板 the handoff board   ${at.center}/#token=${center}`,
    `接口文档 API pages              ${at.village}/docs`,
    '',
    '试三个调用 three calls to try:',
    '',
    '# 1 村居登记 register in a village',
    `VILLAGE=${village}`,
    `ID=$(curl -s ${at.village}/api/village/v1/disputes -H "Authorization: Bearer $VILLAGE" -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(REGISTRATION)}' | sed 's/.*"id":"\\([^"]*\\)".*/\\1/'); echo $ID`,
    '',
    '# 2 经双方同意上报乡镇 hand up to the township with both parties’ consent',
    `curl -s ${at.village}/api/village/v1/disputes/$ID/handoffs -H "Authorization: Bearer $VILLAGE" -H 'Content-Type: application/json' \\`,
    `  -d '{"kind":"escalation","to":"${TOWNSHIP}","reason":"beyond-capacity","consents":["p1","p2"]}'`,
    '',
    '# 3 乡镇接收 the township accepts',
    `TOWNSHIP=${township}`,
    `curl -s -X POST ${at.township}/api/township/v1/disputes/$ID/handoffs/h1/acceptance -H "Authorization: Bearer $TOWNSHIP"`,
    '',
    '更多令牌 more tokens: npm run -s token -- --role mediator --org 370402102-committee',
    'Ctrl-C 结束 to end',
    '',
  ]);
};

const print = (lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

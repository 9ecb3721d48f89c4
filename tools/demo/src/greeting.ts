import type { EmbeddedIssuer } from '@mediation/access';

/** Where the first dispute is registered, and whoever signs in locally is offered first. */
export const DEMO_VILLAGE = '370402102200';
const VILLAGE = `${DEMO_VILLAGE}-committee`;
const TOWNSHIP = '370402102-committee';
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

/** Three calls to copy: register in a village, hand up with consent, accept in the township; and, last, the console's address. */
export const greet = async (at: Addresses, issuer: EmbeddedIssuer | undefined): Promise<void> => {
  if (issuer === undefined) return print([`接口 API: ${at.village}/docs`, `工作台 console: ${at.center}/`]);
  const token = (org: string) =>
    issuer.sign({ sub: 'demo-mediator', org, roles: ['mediator'], ttlSeconds: ONE_DAY_SECONDS });
  const [village, township] = await Promise.all([token(VILLAGE), token(TOWNSHIP)]);
  print([
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
    `接口文档 API pages: ${at.village}/docs`,
    'Ctrl-C 结束 to end',
    '',
    `工作台 the console: ${at.center}/  (登录时选择身份 choose who you are)`,
    '',
  ]);
};

const print = (lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

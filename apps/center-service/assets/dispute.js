// One dispute: who was responsible when, and everything that happened. No names of persons.
const custodyChain = (timeline) => {
  const links = [];
  for (const entry of timeline) {
    if (entry.custodian !== null && links.at(-1)?.custodian.body !== entry.custodian.body) links.push(entry);
  }
  return links;
};

const tierMark = (body) => {
  const tier = { 6: 'district', 9: 'township', 12: 'village' }[body.split('-')[0].length];
  return el('span', { class: `tier ${tier}` }, word('tier', tier)[0]);
};

const chainOf = (dispute) =>
  el(
    'ol',
    { class: 'chain' },
    ...custodyChain(dispute.timeline).map(({ custodian, occurredAt }, index, links) =>
      el(
        'li',
        { class: index === links.length - 1 && dispute.phase !== 'closed' ? 'now' : '' },
        tierMark(custodian.body),
        el('b', {}, nameOf(custodian)),
        el('time', {}, dayOf(occurredAt)),
      ),
    ),
  );

/** The words of an entry's detail that say more than its name. */
const detailText = ({ type, detail }) => {
  switch (type) {
    case 'HandoffOffered':
      return `${word('kind', detail.kind)[0]} → ${detail.to} · 答复期限 reply by ${detail.replyBy}`;
    case 'CustodyMoved':
      return `${detail.from} → ${detail.to}`;
    case 'DisputeAccepted':
      return `${word('channel', detail.channel)[0]}${detail.mediateBy ? ` · 期限 until ${detail.mediateBy}` : ''}`;
    case 'DisputeRegistered':
      return `${word('type', detail.disputeType)[0]} · ${detail.headcount} 人 people`;
    case 'HandoffReturned':
    case 'MediationFailed':
    case 'MediationTerminated':
    case 'DisputeNotAccepted':
      return detail.reason;
    case 'DisputeClosed':
      return detail.outcome;
    case 'AgreementReached':
      return `${detail.form} · ${detail.extent}`;
    case 'EscalationAverted':
    case 'EscalationRiskRaised':
      return `${detail.risk} · ${detail.people} 人 people`;
    default:
      return '';
  }
};

const entryOf = (entry) =>
  el(
    'li',
    { class: entry.type.startsWith('Handoff') || entry.type === 'CustodyMoved' ? 'moves' : '' },
    el('time', {}, minuteOf(entry.occurredAt)),
    el('b', {}, ...both(word('event', entry.type))),
    el('span', {}, detailText(entry)),
    el('cite', {}, nameOf(entry.actor)),
  );

const factsOf = (dispute) => {
  const fact = (label, ...value) => [el('dt', {}, ...both(label)), el('dd', {}, ...value)];
  return el(
    'dl',
    { class: 'facts' },
    ...fact(['类型', 'Type'], ...both(word('type', dispute.type))),
    ...fact(['阶段', 'Phase'], ...both(word('phase', dispute.phase))),
    ...fact(['责任机构', 'Responsible'], nameOf(dispute.custodian)),
    ...fact(['登记', 'Registered'], dispute.registeredOn),
    ...fact(
      ['下一步', 'Next'],
      ...(dispute.next === null ? ['—'] : both(word('task', dispute.next.task))),
      dispute.next?.due ? ` · ${dispute.next.due}` : '',
    ),
    ...(dispute.supervised ? fact(['督办', 'Supervised'], '是 yes') : []),
  );
};

const showDispute = (dialog, dispute) => {
  const close = el('button', { type: 'button', class: 'quiet', on: { click: () => dialog.close() } }, '关闭 Close');
  dialog.replaceChildren(
    el('header', {}, el('h2', {}, '纠纷经过 ', el('small', {}, `Timeline · ${dispute.id}`)), close),
    factsOf(dispute),
    el('h3', {}, ...both(['责任链', 'Chain of custody'])),
    chainOf(dispute),
    el('h3', {}, ...both(['经过', 'Events']), ` ${dispute.timeline.length}`),
    el('ol', { class: 'entries' }, ...dispute.timeline.map(entryOf).reverse()),
  );
  if (!dialog.open) dialog.showModal();
};

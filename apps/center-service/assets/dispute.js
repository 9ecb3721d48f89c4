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

const link = (body, when, kind) =>
  el('li', { class: kind }, tierMark(body.body), el('b', {}, nameOf(body)), el('time', {}, when));

/** Who was responsible, one after the other, and to whom it is offered now: an offer moves nothing yet. */
const chainOf = (dispute) => {
  const links = custodyChain(dispute.timeline);
  const isNow = (index) => index === links.length - 1 && dispute.phase !== 'closed';
  const { handoff } = dispute;
  const isOffer = handoff !== null && handoff.to.body !== dispute.custodian.body;
  return el(
    'ol',
    { class: 'chain' },
    ...links.map(({ custodian, occurredAt }, index) => link(custodian, dayOf(occurredAt), isNow(index) ? 'now' : '')),
    isOffer && link(handoff.to, `待接收 offered · ${handoff.replyBy}`, 'offered'),
  );
};

/** Names of the bodies that this dispute's answer tells. */
const namesIn = (dispute) => {
  const bodies = [
    ...dispute.timeline.flatMap(({ actor, custodian }) => [actor, custodian]),
    ...dispute.handoffs.flatMap(({ from, to }) => [from, to]),
  ];
  return new Map(bodies.filter((each) => each?.name !== undefined).map(({ body, name }) => [body, name]));
};

/** What an entry says beyond its name. */
const DETAILS = {
  HandoffOffered: ({ kind, to, replyBy }, name) =>
    `${word('kind', kind)[0]} → ${name(to)} · 答复期限 reply by ${replyBy}`,
  CustodyMoved: ({ from, to }, name) => `${name(from)} → ${name(to)}`,
  DisputeAccepted: ({ channel, mediateBy }) =>
    `${word('channel', channel)[0]}${mediateBy ? ` · 期限 until ${mediateBy}` : ''}`,
  DisputeRegistered: ({ disputeType, headcount }) => `${word('type', disputeType)[0]} · ${headcount} 人 people`,
  HandoffReturned: ({ reason }) => word('returned', reason).join(' '),
  MediationFailed: ({ reason }) => word('ended', reason).join(' '),
  MediationTerminated: ({ reason }) => word('ended', reason).join(' '),
  DisputeNotAccepted: ({ reason }) => word('ended', reason).join(' '),
  DisputeClosed: ({ outcome }) => word('ended', outcome).join(' '),
  AgreementReached: ({ form, extent }) =>
    `${form === 'oral' ? '口头 oral' : '书面 written'} · ${extent === 'full' ? '全部 full' : '部分 partial'}`,
  AgreementTookEffect: ({ effectiveOn }) => effectiveOn,
  TimeLimitExpired: ({ dueOn, effect }) => `${dueOn} · ${word('expiry', effect).join(' ')}`,
  TimeLimitExtended: ({ length, unit }) => `+${length} ${unit}`,
  MilestoneReached: ({ reachedOn }) => reachedOn,
  ConfirmationDecided: ({ decision }) => decision,
  DossierOpened: ({ number }) => number,
  EscalationRiskRaised: ({ risk, people }) => `${word('risk', risk).join(' ')} · ${people} 人 people`,
  EscalationAverted: ({ risk, people }) => `${word('risk', risk).join(' ')} · ${people} 人 people`,
  EmergencyRaised: ({ people }) => `${people} 人 people`,
  EmergencyConcluded: ({ people }) => `${people} 人 people`,
  ResponseDispatched: ({ unit }, name) => name(unit),
};

const entryOf = (entry, name) =>
  el(
    'li',
    { class: entry.type.startsWith('Handoff') || entry.type === 'CustodyMoved' ? 'moves' : '' },
    el('time', {}, minuteOf(entry.occurredAt)),
    el('b', {}, ...both(word('event', entry.type))),
    el('span', {}, DETAILS[entry.type]?.(entry.detail, name) ?? ''),
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

/** The limits of the law it is under: those that run first, then what has ended. */
const clockOf = (clock) =>
  el(
    'li',
    { class: clock.remaining ? '' : 'over' },
    el('b', {}, clock.titleZh, ' ', el('small', {}, clock.titleEn)),
    el('time', {}, `${clock.startsOn} → ${clock.dueOn}${clock.provisional ? '（待公布放假安排 provisional）' : ''}`),
    clock.remaining && clock.state !== 'paused'
      ? urgencyMark(clock)
      : el('em', { class: 'urgency grey' }, ...both(word('clock', clock.state))),
    el('cite', {}, `《${clock.source}》${clock.article} · ${word('expiry', clock.expiry).join(' ')}`),
  );

const clocksOf = ({ clocks }) => {
  if (clocks.length === 0) return [el('p', { class: 'empty' }, '没有期限。', el('small', {}, 'No time limit.'))];
  const running = clocks.filter(({ remaining }) => remaining !== undefined);
  const over = clocks.filter(({ remaining }) => remaining === undefined);
  return [el('ol', { class: 'clocks' }, ...[...running, ...over].map(clockOf))];
};

const showDispute = (dialog, dispute) => {
  const names = namesIn(dispute);
  const name = (body) => names.get(body) ?? body;
  const close = el('button', { type: 'button', class: 'quiet', on: { click: () => dialog.close() } }, '关闭 Close');
  dialog.replaceChildren(
    el('header', {}, el('h2', {}, '纠纷经过 ', el('small', {}, `Timeline · ${dispute.id}`)), close),
    factsOf(dispute),
    el('h3', {}, ...both(['责任链', 'Chain of custody'])),
    chainOf(dispute),
    el('h3', {}, ...both(['期限', 'Time limits'])),
    ...clocksOf(dispute),
    el('h3', {}, ...both(['经过', 'Events']), ` ${dispute.timeline.length}`),
    el('ol', { class: 'entries' }, ...dispute.timeline.map((entry) => entryOf(entry, name)).reverse()),
  );
  if (!dialog.open) dialog.showModal();
};

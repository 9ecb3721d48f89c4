import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { isGovernmentBody, kindOf } from '../custody';
import { bodyCode, count, fileText, note } from '../fields';
import { open, useCase } from '../use-case';
import { overseesBody } from '../visibility';

/** 突发群体性事件: declared by the responsible body or by whoever oversees it. */
export const raiseEmergency = useCase({
  name: 'RaiseEmergency',
  data: z.strictObject({ people: count }),
  decide: open(({ people }, { file }, { actor, occurredAt }) => {
    if (file.custodian !== actor.org && !overseesBody(actor.org, file.custodian))
      return refuse('not-the-responsible-body');
    if (file.emergency !== undefined && !file.emergency.concluded) return refuse('emergency-running');
    return accept({ type: 'EmergencyRaised', data: { people, raisedAt: occurredAt } });
  }),
});

/** 出动: a centre sends the brigade or a squad. */
export const dispatchResponse = useCase({
  name: 'DispatchResponse',
  data: z.strictObject({ unit: bodyCode }),
  bodies: ({ unit }) => [unit],
  decide: open(({ unit }, { file }, { actor, occurredAt }) => {
    if (!isGovernmentBody(actor.org) || !overseesBody(actor.org, file.custodian))
      return refuse('not-an-overseeing-body');
    if (file.emergency === undefined || file.emergency.concluded) return refuse('no-emergency');
    if (!['brigade', 'squad'].includes(kindOf(unit) ?? '')) return refuse('not-a-response-unit');
    if (unit in file.emergency.units) return accept();
    return accept({ type: 'ResponseDispatched', data: { unit, dispatchedBy: actor.org, dispatchedAt: occurredAt } });
  }),
});

/** 到达: said by the unit itself. */
export const recordArrival = useCase({
  name: 'RecordArrival',
  data: z.strictObject({}),
  decide: open((_, { file }, { actor, occurredAt }) => {
    if (file.emergency === undefined || file.emergency.concluded) return refuse('no-emergency');
    const status = file.emergency.units[actor.org];
    if (status === undefined) return refuse('unit-not-dispatched');
    return status === 'arrived'
      ? accept()
      : accept({ type: 'ResponseArrived', data: { unit: actor.org, arrivedAt: occurredAt } });
  }),
});

/** 处置完毕: by a unit that is there, or by the centre that sent it. */
export const concludeEmergency = useCase({
  name: 'ConcludeEmergency',
  data: z.strictObject({ people: count.meta({ description: '实际涉及人数 people there were' }), note }),
  decide: open(({ people, note: text }, { file }, { actor, occurredAt }) => {
    if (file.emergency === undefined || file.emergency.concluded) return refuse('no-emergency');
    const mayConclude =
      file.emergency.units[actor.org] === 'arrived' ||
      (isGovernmentBody(actor.org) && overseesBody(actor.org, file.custodian));
    if (!mayConclude) return refuse('unit-not-dispatched');
    return accept({ type: 'EmergencyConcluded', data: { people, concludedAt: occurredAt, personal: fileText(text) } });
  }),
});

import type { paths, Schema } from '@mediation/client';
import { ask, client } from '../../api/client';
import { session } from '../../session/session';
import { rememberName } from '../../ui/body-names';

export type Dispute = Schema<'CenterDisputeWithTimeline'>;
export type Entry = Dispute['timeline'][number];
export type Handoff = Dispute['handoffs'][number];
/** The file as the journal has it, as far as one's body may read it. */
export type DisputeFile = Schema<'DisputeFile'>;
export type Agreement = DisputeFile['agreements'][number];
export type Obligation = Agreement['obligations'][number];
export type Paper = Schema<'Documents'>['items'][number];

/** The calls of each tier are the same; typed by the village's, sent to the person's own. */
const ofTier = <Path extends keyof paths>(path: Path): Path =>
  path.replace('/api/village/', `/api/${session.tier.value}/`) as Path;

export const readDispute = async (id: string, signal: AbortSignal): Promise<Dispute> => {
  const dispute = await ask(client.GET('/api/center/v1/disputes/{id}', { params: { path: { id } }, signal }));
  const { timeline, handoffs, custodian } = dispute;
  [
    custodian,
    ...timeline.flatMap((each) => [each.actor, each.custodian]),
    ...handoffs.flatMap(({ from, to }) => [from, to]),
  ]
    .filter((each) => each !== null)
    .forEach(rememberName);
  return dispute;
};

export const readFile = (id: string, signal: AbortSignal): Promise<DisputeFile> =>
  ask(client.GET(ofTier('/api/village/v1/disputes/{id}'), { params: { path: { id } }, signal }));

export const readPapers = async (id: string, signal: AbortSignal): Promise<readonly Paper[]> => {
  const path = ofTier('/api/village/v1/disputes/{id}/documents');
  return (await ask(client.GET(path, { params: { path: { id } }, signal }))).items;
};

export const dossierHref = (id: string): string => `/api/${session.tier.value}/v1/disputes/${id}/dossier.zip`;

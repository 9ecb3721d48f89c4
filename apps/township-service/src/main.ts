import { DisputeCommands } from '@mediation/dispute/api';
import { intakeSources, startIntake } from '@mediation/dispute/intake';
import { StartError } from '@mediation/kernel';
import { runTierService, watchConsumption, type TierParts } from '@mediation/networking';
import { readFileSync } from 'node:fs';
import { TownshipServiceModule } from './township-service.module';

/** @throws StartError when the file is not there or not right */
const sourcesIn = (file: string) => {
  try {
    return intakeSources(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`INTAKE_SOURCES: 读不到 ${file}`, `cannot read ${file} as JSON`, { cause: error });
  }
};

/** Outside systems file with the township, wherever in the district what they file is to go. */
const consume = ({ app, messaging, config }: TierParts) => {
  if (config.INTAKE_SOURCES === undefined) return undefined;
  const group = `intake-${config.DISTRICT}`;
  const sources = sourcesIn(config.INTAKE_SOURCES);
  const intake = startIntake({ messaging, commands: app.get(DisputeCommands, { strict: false }), sources, group });
  watchConsumption(app, group, intake);
  return intake;
};

runTierService({ tier: 'township', port: 8082, module: TownshipServiceModule, consume });

import { Inject, Injectable, type OnApplicationBootstrap, type Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { COMMAND_HANDLER_METADATA } from '@nestjs/cqrs/dist/decorators/constants';

/** @nestjs/cqrs only warns of a second handler for a command, and the last one wins: here the boot fails instead. */
@Injectable()
export class BusGuard implements OnApplicationBootstrap {
  constructor(@Inject(DiscoveryService) private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    const handlers = new Map<Type, string>();
    for (const { metatype } of this.discovery.getProviders()) {
      if (typeof metatype !== 'function') continue;
      const command = Reflect.getMetadata(COMMAND_HANDLER_METADATA, metatype) as Type | undefined;
      if (command === undefined) continue;
      const other = handlers.get(command);
      if (other !== undefined && other !== metatype.name)
        throw new Error(`two handlers for ${command.name}: ${other}, ${metatype.name}`);
      handlers.set(command, metatype.name);
    }
  }
}

import { layerIdOf, LAYERS, overlaid } from './layers';
import type { Layer } from './rule-pack.schema';

/** A layer with everything that the layers it continues say, as it is frozen when it is released. */
export interface ReleasableLayer {
  readonly id: string;
  readonly layer: Layer;
}

/** Every layer, oldest first. An entry that one takes away is `null` in it. */
export const layers = (): readonly ReleasableLayer[] =>
  LAYERS.all.map((layer) => {
    const id = layerIdOf(layer);
    const chain = LAYERS.continued(id);
    const bounceLimit = chain.findLast((each) => each.bounceLimit !== undefined)?.bounceLimit;
    return {
      id,
      layer: {
        ...layer,
        clocks: overlaid(chain, 'clocks'),
        gates: overlaid(chain, 'gates'),
        materials: overlaid(chain, 'materials'),
        listed: overlaid(chain, 'listed'),
        subsidies: overlaid(chain, 'subsidies'),
        holidays: overlaid(chain, 'holidays'),
        ...(bounceLimit !== undefined && { bounceLimit }),
      },
    };
  });

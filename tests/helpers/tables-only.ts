/** A world in which editions have no front and back matter: for what is about the tables alone. */
import { isFailure, type World } from '../../src/ground/world.ts';

const OFF = Buffer.from('\nbooklet: false\n');

/** The same files, but that every edition.yaml without `booklet` switches it off. */
export function tablesOnly(world: World): World {
  return {
    ...world,
    read(path, limit) {
      const bytes = world.read(path, limit);
      if (isFailure(bytes) || !path.endsWith('/edition.yaml')) return bytes;
      const text = Buffer.from(bytes);
      return text.includes('\nbooklet:') ? bytes : Buffer.concat([text, OFF]);
    },
  };
}

/**
 * Stands in the bundle for fontkit, which only fonts with CFF outlines need: loading it would make every start slower.
 */
export function create(...args) {
  return require('../../node_modules/fontkit/dist/module.mjs').create(...args);
}

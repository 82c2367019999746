/**
 * Stands in the bundle for what libraries bring along and hyokahyo never uses: web fonts' compression, a DOM.
 * Reading it would only make every start slower.
 */
function absent() {
  throw new Error('left out of the bundle');
}

export default absent;
export { absent as DOMParser };

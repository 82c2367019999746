/**
 * Stands in the bundle for what libraries bring along and hyokahyo never uses: web fonts' compression, a DOM, shaping
 * of other scripts, line breaking by Unicode's rules, encryption. Loading it would only make every start slower.
 */
function absent() {
  throw new Error('left out of the bundle');
}

export default absent;
export {
  absent as cbc,
  absent as DOMParser,
  absent as ecb,
  absent as getCategory,
  absent as getCombiningClass,
  absent as getScript,
  absent as isDigit,
  absent as isMark,
};

/** What a clerk can do about papers that are not what the content gives. */
import { typedPath } from '../../ground/shown.ts';
import type { MeetingPlace } from './meeting-place.ts';

/** Papers that were never made, or of a meeting that was handed out, no 差し替え. */
export function missingHint({ edition, typed, versions }: MeetingPlace): string {
  const revised = versions.length > 0 ? ' --revised' : '';
  const what = versions.length > 0 ? '差し替え' : '資料';
  return `先に${what}を作ってください: hyokahyo agenda ${edition} --meeting ${typedPath(typed)}${revised}`;
}

/**
 * The two ways out for papers that differ from what the content now gives: if nobody has them yet, new ones; if they
 * were handed out, the content of that day, which may lie anywhere.
 */
export function waysOut({ edition, typed, versions }: MeetingPlace): readonly string[] {
  const revised = versions.length > 0 ? ' --revised' : '';
  const meeting = `${edition} --meeting ${typedPath(typed)}`;
  return [
    `まだ配っていなければ、作り直したものを配ってください: hyokahyo agenda ${meeting}${revised}`,
    `もう配ったものなら、資料を作ったときの content の控えから保存してください: hyokahyo hand-out ${meeting} --content 控えのフォルダー`,
  ];
}

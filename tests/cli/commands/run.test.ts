import { describe, expect, test } from 'vitest';
import { slashed } from '../../../src/cli/commands/run.ts';

describe('a folder as it is shown', () => {
  test.each([
    ['content', 'content'],
    ['content/', 'content'],
    ['a//', 'a'],
    ['/', '/'],
    ['//', '/'],
    ['', ''],
    ['a\\b', 'a\\b'],
    ['D:/', 'D:'],
  ])('elsewhere than on Windows: %s', (path, shown) => {
    expect(slashed(path, 'linux')).toBe(shown);
  });

  test.each([
    ['a\\b\\', 'a/b'],
    ['D:\\', 'D:/'],
    ['D:\\\\', 'D:/'],
    ['D:/', 'D:/'],
    ['D:', 'D:'],
    ['D:\\a\\', 'D:/a'],
    ['\\', '/'],
    ['\\\\server\\share\\', '//server/share'],
  ])('on Windows: %s', (path, shown) => {
    expect(slashed(path, 'win32')).toBe(shown);
  });
});

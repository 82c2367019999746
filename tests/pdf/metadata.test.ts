import { describe, expect, it } from 'vitest';
import { greyProfile } from '../../src/pdf/grey-profile.ts';
import { metadataPacket } from '../../src/pdf/metadata.ts';

describe('metadataPacket', () => {
  const info = {
    title: '表<1> & 「2」',
    author: 'A&B市',
    issued: '2025-07-29',
    creator: 'hyokahyo <0>',
  };
  const packet = metadataPacket(info);

  it('escapes what XML would misread', () => {
    expect(packet).toContain('<rdf:li xml:lang="x-default">表&lt;1&gt; &amp; 「2」</rdf:li>');
    expect(packet).toContain('<rdf:li>A&amp;B市</rdf:li>');
    expect(packet).toContain('<pdf:Producer>hyokahyo &lt;0&gt;</pdf:Producer>');
  });

  it('claims PDF/A-2a and PDF/UA-1, on the day of issue', () => {
    expect(packet).toContain('<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>');
    expect(packet).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(packet.match(/2025-07-29T00:00:00Z/g)?.length).toBe(2);
  });

  it('claims PDF/A-3a where files are attached, and says nothing else', () => {
    const attachment = { name: 'a', mediaType: 'b/c', description: 'd', content: new Uint8Array() };
    expect(metadataPacket({ ...info, attachments: [] })).toBe(packet);
    expect(metadataPacket({ ...info, attachments: [attachment] })).toBe(
      packet.replace('<pdfaid:part>2', '<pdfaid:part>3'),
    );
  });
});

describe('greyProfile', () => {
  const profile = Buffer.from(greyProfile());

  it('is a profile of one grey channel, as long as it says', () => {
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.toString('latin1', 12, 24)).toBe('mntrGRAYXYZ ');
    expect(profile.toString('latin1', 36, 40)).toBe('acsp');
  });

  it('has every tag where its table says, on a multiple of four', () => {
    const tags = Array.from({ length: profile.readUInt32BE(128) }, (_, index) => {
      const entry = 132 + 12 * index;
      const offset = profile.readUInt32BE(entry + 4);
      expect(offset % 4).toBe(0);
      expect(offset + profile.readUInt32BE(entry + 8)).toBeLessThanOrEqual(profile.length);
      return [profile.toString('latin1', entry, entry + 4), profile.toString('latin1', offset, offset + 4)];
    });
    expect(tags).toEqual([
      ['desc', 'desc'],
      ['cprt', 'text'],
      ['wtpt', 'XYZ '],
      ['kTRC', 'curv'],
    ]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type LineRole, linesOf, withLineBreaks } from '../../src/questions/text/lines.ts';

function rolesOf(text: string): readonly LineRole[] {
  return linesOf(text).map(({ role }) => role);
}

describe('the lines of a text', () => {
  const fields: readonly (readonly [line: string, role: LineRole])[] = [
    ['Affected user: Priya Nair', 'subject'],
    ['User: priya', 'subject'],
    ['Requested for: Priya Nair', 'subject'],
    ['UPN = priya@contoso.com', 'subject'],
    ['Employee no.: 41003', 'subject'],
    ['Betroffener Mitarbeiter: Priya Nair', 'subject'],
    ['Caller: Bob Jones', 'sender'],
    ['Opened by: Bob Jones', 'sender'],
    ['Requested by: Bob Jones', 'sender'],
    ['Assigned to: Bob Jones', 'sender'],
    ['Manager: Bob Jones', 'sender'],
    ['From: Bob Jones', 'sender'],
    ['Application: Zoom', 'app'],
    ['Affected service: Zoom', 'app'],
    ['Configuration item: Zoom', 'app'],
    ['Priority: 3', 'header'],
    ['Assignment group: Service Desk', 'sender'],
    ['Location: Lisbon', 'header'],
    ['INC0012345', 'header'],
    ['-----Original Message-----', 'header'],
    ['Short description: no account', 'neutral'],
    ['Subject: no account', 'neutral'],
    ['Hi team,', 'greeting'],
    ['Good morning', 'greeting'],
    ['she has no account there', 'neutral'],
    ['https://contoso.com/ticket', 'neutral'],
  ];
  for (const [line, role] of fields)
    it(`have a role each: “${line}” is ${role}`, () => {
      assert.equal(rolesOf(`why is she not there?\n${line}`)[1], role);
    });

  it('keep what stands before and behind the colon of a field', () => {
    const text = 'Hello,\nAffected user: Priya Nair';
    const [, field] = linesOf(text);

    assert.equal(field?.key, 'affected user');
    assert.equal(text.slice(field?.valueStart).trim(), 'Priya Nair');
  });

  it('are a signature from the closing on', () => {
    for (const closing of ['Kind regards,', 'Thanks', '-- ', 'Mit freundlichen Grüßen', 'Cheers, Bob', 'Many thanks'])
      assert.deepEqual(
        rolesOf(`Hi,\nwhy is Priya not in Zoom?\n${closing}\nBob Jones\nService Desk`),
        ['greeting', 'neutral', 'signature', 'signature', 'signature'],
        closing,
      );
  });

  it('are neutral where there is only one', () => {
    for (const text of ['hi team', 'thanks', 'INC0012345', 'why is Priya not in Zoom?'])
      assert.deepEqual(rolesOf(text), ['neutral'], text);
  });

  it('are found again where the line breaks of a ticket were lost', () => {
    const text = 'Caller: Bob Jones Affected user: Priya Nair Application: Zoom Description: not provisioned';
    const broken = withLineBreaks(text);

    assert.equal(broken.length, text.length);
    assert.deepEqual(rolesOf(broken), ['sender', 'subject', 'app', 'neutral']);
  });

  it('hold the whole text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const lines = linesOf(text);

        assert.equal(lines.map((line) => line.text).join('\n'), text);
        for (const { text: line, start, valueStart } of lines) {
          assert.equal(text.slice(start, start + line.length), line);
          assert.ok(valueStart >= start && valueStart <= start + line.length);
        }
      }),
    );
  });
});

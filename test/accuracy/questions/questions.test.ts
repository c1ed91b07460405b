import assert from 'node:assert/strict';
import { heldOut } from './held-out.ts';
import { labelled } from './labelled.ts';
import { floors, questionLines, readAll, shareOf } from './measure.ts';

describe('questions about a whole app, person or tenant, as people put them', () => {
  it('are labelled at least 120 times, each text once', () => {
    const texts = [...labelled, ...heldOut].map(([text]) => text.toLowerCase());

    assert.ok(texts.length >= 120);
    assert.equal(new Set(texts).size, texts.length);
  });

  it('are read as labelled', () => {
    const texts = readAll(labelled);
    assert.ok(shareOf(texts) >= floors.labelled, questionLines('labelled', texts).join('\n'));
  });

  it('are read as labelled where they were never tuned for', () => {
    const texts = readAll(heldOut);
    assert.ok(shareOf(texts) >= floors.heldOut, `${shareOf(texts)} of the texts`);
  });

  it('are counted wrong where a stated field differs, and apart from those of the wrong kind', () => {
    const [read] = readAll([['how is Zoom doing?', { kind: 'appStatus', app: 'Slack' }]]);

    assert.equal(read?.rightKind, true);
    assert.equal(read?.right, false);
  });
});

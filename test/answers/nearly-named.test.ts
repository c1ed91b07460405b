import assert from 'node:assert/strict';
import { whoIsTold } from '../../src/answers/who-is-told.ts';
import type { Subject } from '../../src/diagnosis/evidence.ts';
import { word } from '../../src/words/word.ts';
import { type AskedTenant, askedTenant } from '../support/answers.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/London' };

describe('a name that is nobody’s to the letter', function () {
  this.timeout(60_000);
  let tenant: AskedTenant;
  before(async () => {
    tenant = await askedTenant();
  });
  after(() => tenant.close());
  const ask = (user: string) => tenant.ask({ kind: 'explain', user, app: 'Slack Enterprise Grid' });

  for (const typed of ['Carla Fontiane', 'Carla Fontane', 'carla fontainne'])
    it(`is taken for the one it is a slip away from, and the card says so: “${typed}”`, async () => {
      const answered = await ask(typed);
      const worded = word(answered, reader);

      assert.equal(answered.answer.kind === 'explanation' && answered.answer.subject.name, 'Carla Fontaine');
      assert.match(worded.kind === 'explanation' ? (worded.taken ?? '') : '', /Carla Fontaine .* exactly as you typed/);
    });

  for (const typed of ['Carla Fontaino', 'Carlo Fontaine', 'Carla Fontanella'])
    it(`is offered where it may be another name: “${typed}”`, async () => {
      const { answer } = await ask(typed);

      assert.notEqual(answer.kind, 'explanation');
    });

  it('is shown the others by “Not this one?”', async () => {
    const { answer } = await tenant.ask({
      kind: 'explain',
      user: 'Carla Fontiane',
      app: 'Slack Enterprise Grid',
      choose: true,
    });

    assert.ok(answer.kind === 'choice' && answer.candidates.some(({ name }) => name === 'Carla Fontaine'));
  });
});

describe('one of several who bear a name', () => {
  const bearer = (id: string, department: string): Subject => ({
    type: 'user',
    id,
    name: 'Maria Silva',
    attributes: { department },
  });
  const [it1, hr] = [bearer('1', 'IT'), bearer('2', 'Human Resources')];
  const both = [it1, hr];

  it('is the one whose department the text tells', () => {
    assert.equal(whoIsTold(both, 'why is Maria Silva from human resources not in Box?'), hr);
    assert.equal(whoIsTold(both, 'Maria Silva, the IT one, is not in Box'), it1);
  });

  it('is not the one whom the text leaves out', () => {
    assert.equal(whoIsTold(both, 'Maria Silva, and not the one from Human Resources, lost Box'), it1);
  });

  it('is the other one behind an answer about the first', () => {
    assert.equal(whoIsTold(both, 'and the other Maria Silva?', '1'), hr);
    assert.equal(whoIsTold(both, 'and the other Maria Silva?'), undefined);
  });

  it('is nobody where the text tells nothing of them', () => {
    assert.equal(whoIsTold(both, 'why is it that Maria Silva is not in Box?'), undefined);
  });
});

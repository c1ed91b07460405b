import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clean } from '../../src/questions/text/clean.ts';
import { compact, fold, spellings, wordsOf } from '../../src/questions/text/normalize.ts';

describe('folding a name', () => {
  it('takes case, accents, apostrophes and punctuation off', () => {
    assert.equal(fold('Zoë O’Brien-Łukasz'), 'zoe obrien lukasz');
    assert.equal(fold('  Smith,  J.  '), 'smith j');
    assert.equal(fold('Weiß'), fold('WEISS'));
    assert.equal(fold('Bjørn Åse Æsir'), 'bjorn ase aesir');
    assert.equal(fold('Ｆｕｌｌ　Ｗｉｄｔｈ'), 'full width');
    assert.equal(fold('AT&T'), 'at and t');
  });

  it('keeps letters of other scripts apart', () => {
    assert.notEqual(fold('Иван'), fold('Павел'));
    assert.notEqual(fold('田中'), fold('山田'));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => assert.equal(fold(fold(text)), fold(text))),
    );
  });

  it('has no words where there is no name', () => {
    assert.deepEqual(wordsOf(' – '), []);
  });

  it('overlooks spaces when it is made dense', () => {
    assert.equal(compact('Service Now'), compact('ServiceNow'));
    assert.equal(compact('AT & T'), compact('AT&T'));
  });

  it('knows German and Nordic letters written out', () => {
    assert.deepEqual(spellings('Jürgen Müller'), ['jurgen muller', 'juergen mueller']);
    assert.deepEqual(spellings('Bjørn'), ['bjorn', 'bjoern']);
    assert.deepEqual(spellings('Anna'), ['anna']);
  });
});

describe('cleaning a text', () => {
  it('takes out what clients add and keeps how a name is spelt', () => {
    assert.equal(
      clean('why was <at id="0">Zoë O’Brien</at> skipped&nbsp;in\u200b Box?'),
      'why was "Zoë O’Brien" skipped in Box?',
    );
    assert.equal(clean('<p>hello</p><p>there</p>'), 'hello\nthere');
    assert.equal(clean('[a@b.example](mailto:a@b.example)'), 'a@b.example');
    assert.equal(clean('mailto:a@b.example'), 'a@b.example');
    assert.equal(clean('**why** was _alice_ skipped'), 'why was alice skipped');
    assert.equal(clean('first\r\nsecond'), 'first\nsecond');
    assert.equal(clean('svc_backup_01'), 'svc_backup_01');
  });

  it('changes nothing more the second time', () => {
    const word = fc.constantFrom(
      'why',
      'Zoë',
      '“Sales”',
      '<b>x</b>',
      '&nbsp;',
      '`a`',
      '*b*',
      '[c](mailto:c@d.example)',
      '\n',
      '\u200b',
      'svc_a',
      "O'Neil",
      '<a@b.example>',
    );

    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const once = clean(words.join(' '));

        assert.equal(clean(once), once);
      }),
    );
  });
});
